import type { Poll, PollResults } from "@lectern/wire/polls";
import type { PollCourse, PollRow } from "./queries.ts";
import type { Stage } from "./stage.ts";

export function codeOf(position: number): string {
  return `choice${position}`;
}

export function positionOf(code: string): number {
  return Number(code.slice("choice".length));
}

/** Whether the audience knows of a poll: it was asked, or nobody will ever push it. */
export function isKnownToAudience({ firstPushedAt, isOnDemand }: PollCourse, { isEverLive }: Stage): boolean {
  return isEverLive ? firstPushedAt !== null : isOnDemand;
}

/** A poll as one side of the room is told: the audience nothing of results before they are published. */
export function pollFor(to: "audience" | "team", row: PollRow, stage: Stage): Poll {
  const { id, position, questionId, type, question, isAnonymous, isChangeAllowed, isOnDemand, isPublished } = row;
  const isTold = to === "team" || isPublished;
  const rightCodes = row.options.flatMap(({ isRight }, index) => (isRight ? [codeOf(index + 1)] : []));
  return {
    ...{ pollId: id, position, questionId, type, question },
    options: row.options.map(({ answer }, index) => ({ code: codeOf(index + 1), answer })),
    ...{ isAnonymous, isChangeAllowed, isOnDemand, isPublished },
    isOpen: row.isOpen && stage.name !== "over",
    ...(row.firstPushedAt && { pushedAt: row.firstPushedAt.getTime() }),
    ...(row.firstPushedAt && stage.name === "practice" && { isPractice: true }),
    ...(isTold && { results: resultsOf(row) }),
    ...(isTold && rightCodes.length > 0 && { rightCodes }),
  };
}

export function resultsOf({ answers, options }: PollRow): PollResults {
  return { answers, votes: Object.fromEntries(options.map(({ votes }, index) => [codeOf(index + 1), votes])) };
}
