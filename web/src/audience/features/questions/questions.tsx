import { useState } from "react";
import { usePart } from "../../../lib/room/use-room.tsx";
import { useSend } from "../../../lib/room/use-send.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { Empty } from "../../../ui/empty.tsx";
import { Scroll } from "../../../ui/scroll.tsx";
import { Writer } from "../../../ui/writer.tsx";
import { OwnQuestion, ShownQuestion } from "./question.tsx";
import { questionsPart } from "./questions-part.ts";

const MOST_QUESTION = 2000;

export function Questions() {
  const { settings, shown, own, voted } = usePart(questionsPart);
  const say = useSay();
  const ownIds = new Set(own.map(({ questionId }) => questionId));
  const shownIds = new Set(shown.map(({ questionId }) => questionId));
  const waiting = own.filter((one) => !shownIds.has(one.questionId) || one.answer?.isPublic === false);
  const others = shown.filter((one) => !waiting.some(({ questionId }) => questionId === one.questionId));
  const byVotes = others.toSorted((one, other) => other.votes - one.votes || other.askedAt - one.askedAt);
  return (
    <div className="talk">
      <Scroll className="talk-list">
        {own.length + shown.length === 0 && <Empty>{say("questions.none")}</Empty>}
        <ul className="plain entries">
          {waiting.toReversed().map((question) => (
            <OwnQuestion key={question.questionId} question={question} />
          ))}
          {byVotes.map((question) => (
            <ShownQuestion
              key={question.questionId}
              question={question}
              isOwn={ownIds.has(question.questionId)}
              isVoted={voted.includes(question.questionId)}
            />
          ))}
        </ul>
      </Scroll>
      {settings.isOpen ? (
        <Asking isAnonymityAllowed={settings.isAnonymityAllowed} />
      ) : (
        <p className="talk-closed">{say("questions.closed")}</p>
      )}
    </div>
  );
}

function Asking({ isAnonymityAllowed }: { readonly isAnonymityAllowed: boolean }) {
  const say = useSay();
  const { text, change, takeOut } = useDraft("question");
  const [isAnonymous, setAnonymous] = useState(false);
  const { send, isSending, fault } = useSend();
  const ask = async () => {
    const body = { text, ...(isAnonymityAllowed && isAnonymous && { isAnonymous }) };
    if (await send("questions.ask", body)) takeOut(text);
  };
  return (
    <Writer
      {...{ label: say("questions.yours"), button: say("questions.ask"), icon: "send", most: MOST_QUESTION }}
      {...{ value: text, fault, isSending, onChange: change }}
      onSend={() => void ask()}
    >
      {isAnonymityAllowed && (
        <label className="choice small">
          <input type="checkbox" checked={isAnonymous} onChange={(event) => setAnonymous(event.target.checked)} />
          <span>{say("questions.anonymous")}</span>
        </label>
      )}
    </Writer>
  );
}
