import { useMention, useRoom } from "../../../lib/room/use-room.tsx";
import { useSay } from "../../../lib/texts/texts.ts";
import { Clock } from "../../../ui/clock.tsx";
import { VoteButton } from "../../../ui/vote-button.tsx";
import { type Own, questionsPart, type Shown, withVote } from "./questions-part.ts";

interface ShownQuestionProps {
  readonly question: Shown;
  readonly isOwn: boolean;
  readonly isVoted: boolean;
}

export function ShownQuestion({ question, isOwn, isVoted }: ShownQuestionProps) {
  const say = useSay();
  const { text, askedBy, answer, state } = question;
  return (
    <li className="entry">
      <p className="entry-head">
        <bdi className="entry-name">{isOwn ? say("questions.you") : (askedBy ?? say("questions.nobody"))}</bdi>
        <Clock at={question.askedAt} />
      </p>
      <p dir="auto" className="prose">
        {text}
      </p>
      {answer && <AnswerText text={answer.text} name={answer.presenterName} />}
      <p className="entry-foot">
        <Vote {...{ question, isOwn, isVoted }} />
        {state === "answered" && !answer && <span className="badge good">{say("questions.live")}</span>}
      </p>
    </li>
  );
}

/** What the rest of the audience does not see, or not as oneself does. */
export function OwnQuestion({ question }: { readonly question: Own }) {
  const say = useSay();
  const { text, answer, state } = question;
  return (
    <li className="entry own">
      <p className="entry-head">
        <span className="entry-name">{say("questions.you")}</span>
        <Clock at={question.askedAt} />
      </p>
      <p dir="auto" className="prose">
        {text}
      </p>
      {answer && <AnswerText text={answer.text} name={answer.presenterName} />}
      <p className="entry-foot quiet small">
        {answer && !answer.isPublic && say("questions.private")}
        {!answer && state === "answered" && say("questions.live")}
        {!answer && state === "new" && say("questions.waiting")}
      </p>
    </li>
  );
}

function AnswerText({ text, name }: { readonly text: string; readonly name: string }) {
  return (
    <div className="reply">
      <bdi className="entry-name">{name}</bdi>
      <p dir="auto" className="prose">
        {text}
      </p>
    </div>
  );
}

function Vote({ question, isOwn, isVoted }: ShownQuestionProps) {
  const say = useSay();
  const { store } = useRoom();
  const mention = useMention();
  const { questionId, votes } = question;
  const vote = () => {
    store.change(questionsPart, (state) => withVote(state, questionId, !isVoted));
    mention("questions.vote", { questionId, isUp: !isVoted });
  };
  return <VoteButton {...{ votes, isVoted, label: say("questions.vote"), isDisabled: isOwn }} onPress={vote} />;
}
