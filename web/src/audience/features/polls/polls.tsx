import { usePart } from "../../../lib/room/use-room.tsx";
import { useSay } from "../../../lib/texts/texts.ts";
import { Empty } from "../../../ui/empty.tsx";
import { Scroll } from "../../../ui/scroll.tsx";
import { PollCard } from "./poll-card.tsx";
import { pollsPart } from "./polls-part.ts";

/** Those that were asked, the last one first. */
export function Polls() {
  const { polls } = usePart(pollsPart);
  const say = useSay();
  const asked = polls.toSorted(
    (one, other) => Number(other.isOpen) - Number(one.isOpen) || (other.pushedAt ?? 0) - (one.pushedAt ?? 0),
  );
  return (
    <Scroll className="stack">
      {asked.length === 0 && <Empty>{say("polls.none")}</Empty>}
      {asked.map((poll) => (
        <PollCard key={`${poll.pollId} ${poll.questionId}`} poll={poll} />
      ))}
    </Scroll>
  );
}
