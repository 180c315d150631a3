import { useState } from "react";
import { useMention, usePart, useRoom } from "../../../lib/room/use-room.tsx";
import { useSend } from "../../../lib/room/use-send.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { Clock } from "../../../ui/clock.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Scroll } from "../../../ui/scroll.tsx";
import { VoteButton } from "../../../ui/vote-button.tsx";
import { Writer } from "../../../ui/writer.tsx";
import { type Idea, ideasPart, withVote } from "./ideas-part.ts";

const MOST_IDEA = 2000;

export function Ideas() {
  const say = useSay();
  const { topics, ideas } = usePart(ideasPart);
  const first = ideas
    .filter(({ parentId }) => parentId === undefined)
    .toSorted((one, other) => other.votes - one.votes);
  return (
    <div className="talk">
      <Scroll className="talk-list">
        {first.length === 0 && <Empty>{say("ideas.none")}</Empty>}
        {topics.map(({ topicId, title }) => (
          <section key={topicId} aria-label={title}>
            {topics.length > 1 && (
              <h3 className="topic" dir="auto">
                {title}
              </h3>
            )}
            <ul className="plain entries">
              {first
                .filter((idea) => idea.topicId === topicId)
                .map((idea) => (
                  <IdeaEntry key={idea.ideaId} idea={idea} />
                ))}
            </ul>
          </section>
        ))}
      </Scroll>
      <Sharing topics={topics} />
    </div>
  );
}

function IdeaEntry({ idea }: { readonly idea: Idea }) {
  const say = useSay();
  const { store } = useRoom();
  const mention = useMention();
  const { ideas, votedFor } = usePart(ideasPart);
  const { ideaId, isRemoved, votes } = idea;
  const isFor = votedFor.includes(ideaId);
  const [isCommenting, setCommenting] = useState(false);
  const vote = () => {
    store.change(ideasPart, (state) => withVote(state, ideaId, !isFor));
    mention("ideas.vote", { ideaId, isFor: !isFor });
  };
  return (
    <li className="entry">
      <IdeaText idea={idea} />
      {!isRemoved && (
        <p className="entry-foot">
          <VoteButton {...{ votes, isVoted: isFor, label: say("ideas.vote") }} onPress={vote} />
          <button type="button" className="link small" onClick={() => setCommenting(!isCommenting)}>
            {say("ideas.comment")}
          </button>
        </p>
      )}
      <ul className="plain comments">
        {ideas
          .filter(({ parentId }) => parentId === ideaId)
          .map((comment) => (
            <li key={comment.ideaId} className="reply">
              <IdeaText idea={comment} />
            </li>
          ))}
      </ul>
      {isCommenting && <Commenting ideaId={ideaId} onDone={() => setCommenting(false)} />}
    </li>
  );
}

function IdeaText({ idea: { author = "", text, createdAt, isRemoved } }: { readonly idea: Idea }) {
  const say = useSay();
  return (
    <>
      <p className="entry-head">
        <bdi className="entry-name">{author}</bdi>
        <Clock at={createdAt} />
      </p>
      <p dir="auto" className={isRemoved ? "quiet small" : "prose"}>
        {isRemoved ? say("ideas.removed") : text}
      </p>
    </>
  );
}

function Commenting({ ideaId, onDone }: { readonly ideaId: number; onDone(): void }) {
  const say = useSay();
  const { text, change, takeOut } = useDraft(`comment-${ideaId}`);
  const { send, isSending, fault } = useSend();
  const comment = async () => {
    if (!(await send("ideas.comment", { ideaId, text }))) return;
    takeOut(text);
    onDone();
  };
  return (
    <Writer
      {...{ label: say("ideas.yourComment"), button: say("ideas.comment"), icon: "send", most: MOST_IDEA }}
      {...{ value: text, fault, isSending, onChange: change }}
      onSend={() => void comment()}
    />
  );
}

function Sharing({ topics }: { readonly topics: readonly { readonly topicId: number; readonly title: string }[] }) {
  const say = useSay();
  const { text, change, takeOut } = useDraft("idea");
  const [chosen, choose] = useState<number>();
  const { send, isSending, fault } = useSend();
  const topicId = chosen ?? topics[0]?.topicId;
  if (topicId === undefined) return null;
  const share = async () => {
    if (await send("ideas.share", { topicId, text })) takeOut(text);
  };
  return (
    <Writer
      {...{ label: say("ideas.yours"), button: say("ideas.share"), icon: "send", most: MOST_IDEA }}
      {...{ value: text, fault, isSending, onChange: change }}
      onSend={() => void share()}
    >
      {topics.length > 1 && (
        <select
          aria-label={say("names.ideas")}
          value={topicId}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {topics.map((topic) => (
            <option key={topic.topicId} value={topic.topicId}>
              {topic.title}
            </option>
          ))}
        </select>
      )}
    </Writer>
  );
}
