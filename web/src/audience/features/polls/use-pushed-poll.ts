import type { Poll } from "@lectern/wire/polls";
import { useState } from "react";
import { useFoundPart } from "../../../lib/room/use-room.tsx";
import { answerTo, pollsPart } from "./polls-part.ts";

export interface PushedPoll {
  readonly poll: Poll;
  dismiss(): void;
}

/** The poll that was asked last and waits for one's answer, unless one has put it aside. */
export function usePushedPoll(): PushedPoll | undefined {
  const state = useFoundPart(pollsPart);
  const [dismissed, setDismissed] = useState<readonly number[]>([]);
  const waiting = state?.polls.filter((poll) => poll.isOpen && poll.pushedAt !== undefined && !answerTo(state, poll));
  const poll = waiting?.toSorted((one, other) => (other.pushedAt ?? 0) - (one.pushedAt ?? 0))[0];
  if (!poll || dismissed.includes(poll.questionId)) return undefined;
  return { poll, dismiss: () => setDismissed([...dismissed, poll.questionId]) };
}
