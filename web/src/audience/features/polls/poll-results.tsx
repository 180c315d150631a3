import type { Poll } from "@lectern/wire/polls";
import { useLanguage, useSay } from "../../../lib/texts/texts.ts";
import type { Given } from "./polls-part.ts";

interface PollResultsProps {
  readonly poll: Poll;
  readonly given: Given | undefined;
}

/** What one has answered, and what all have, as soon as the team shows it. */
export function PollResults({ poll, given }: PollResultsProps) {
  const say = useSay();
  const { type, options, results, isPublished } = poll;
  if (type === "singletext") return given?.text ? <p dir="auto">{given.text}</p> : null;
  const shown = isPublished ? results : undefined;
  return (
    <>
      <ul className="plain bars">
        {options.map((option) => (
          <Bar key={option.code} {...{ poll, option, shown }} isOwn={given?.codes?.includes(option.code) ?? false} />
        ))}
      </ul>
      {shown && <p className="small quiet">{say("polls.answers", { count: shown.answers })}</p>}
    </>
  );
}

interface BarProps {
  readonly poll: Poll;
  readonly option: Poll["options"][number];
  readonly shown: Poll["results"];
  readonly isOwn: boolean;
}

function Bar({ poll, option, shown, isOwn }: BarProps) {
  const say = useSay();
  const language = useLanguage();
  const share = shown && shown.answers > 0 ? (shown.votes[option.code] ?? 0) / shown.answers : 0;
  const isRight = poll.rightCodes?.includes(option.code) ?? false;
  return (
    <li className={`bar ${isOwn ? "own" : ""}`}>
      <span className="bar-fill" style={{ inlineSize: `${share * 100}%` }} />
      <span dir="auto" className="bar-name">
        {option.answer}
        {isRight && <span className="badge good">{say("polls.right")}</span>}
        {isOwn && <span className="badge">{say("polls.yourAnswer")}</span>}
      </span>
      {shown && <span className="bar-share">{share.toLocaleString(language, { style: "percent" })}</span>}
    </li>
  );
}
