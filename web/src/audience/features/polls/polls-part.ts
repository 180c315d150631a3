import type { Poll, PollResults } from "@lectern/wire/polls";
import { type Part, put } from "../../../lib/room/room-store.ts";

export interface Given {
  readonly pollId: number;
  readonly questionId: number;
  readonly codes?: readonly string[];
  readonly text?: string;
}

export interface PollsState {
  /** In the order of the webinar. */
  readonly polls: readonly Poll[];
  readonly given: readonly Given[];
}

const idOf = ({ pollId }: { pollId: number }) => pollId;

export const pollsPart: Part<PollsState> = {
  name: "polls",
  begin({ state, mine }) {
    const { polls } = state.polls as { polls: readonly Poll[] };
    const { answers = [] } = (mine.polls ?? {}) as { answers?: readonly Given[] };
    return { polls: inOrder(polls), given: answers };
  },
  on: {
    "polls.poll": (state, { seq: _seq, kind: _kind, ...poll }: Poll & { seq?: number; kind?: string }) => ({
      ...state,
      polls: inOrder(put(state.polls, poll, idOf)),
    }),
    "polls.removed": (state, { pollId }) => ({ ...state, polls: state.polls.filter((one) => one.pollId !== pollId) }),
    "polls.results": (state, { polls }) => ({
      ...state,
      polls: state.polls.map((poll) => withResults(poll, polls.find((one) => one.pollId === poll.pollId)?.results)),
    }),
  },
};

function inOrder(polls: readonly Poll[]): readonly Poll[] {
  return polls.toSorted((one, other) => one.position - other.position || one.pollId - other.pollId);
}

function withResults(poll: Poll, results: PollResults | undefined): Poll {
  return results && poll.isPublished ? { ...poll, results } : poll;
}

/** What oneself has answered, as soon as the room has taken it. */
export function withAnswer(state: PollsState, given: Given): PollsState {
  return { ...state, given: put(state.given, given, idOf) };
}

/** The answer to a poll as it is asked now. */
export function answerTo({ given }: PollsState, { pollId, questionId }: Poll): Given | undefined {
  return given.find((one) => one.pollId === pollId && one.questionId === questionId);
}
