import { useSay } from "../../../lib/texts/texts.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { PollCard } from "./poll-card.tsx";
import type { PushedPoll as Pushed } from "./use-pushed-poll.ts";

/** A poll comes up where its panel is not open: it is told, and answered where it stands, but takes no focus from anything. */
export function PushedPoll({ poll, dismiss }: Pushed) {
  const say = useSay();
  return (
    <aside className="pushed" aria-label={say("names.polls")}>
      <span className="visually-hidden" role="status">
        {say("polls.asked", { question: poll.question })}
      </span>
      <IconButton icon="close" name={say("close")} onClick={dismiss} />
      <PollCard poll={poll} />
    </aside>
  );
}
