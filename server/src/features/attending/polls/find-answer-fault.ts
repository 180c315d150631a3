import type { PollType } from "@lectern/wire/polls";
import { Refusal } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { isBlank } from "../../../lib/blanks.ts";
import { isKnownToAudience } from "./present.ts";
import type { PollCourse } from "./queries.ts";
import type { Stage } from "./stage.ts";

/** What somebody answers to the version of a poll that they saw. */
export interface GivenAnswer {
  readonly pollId: number;
  readonly questionId: number;
  /** Of what was chosen, each once. */
  readonly positions?: readonly number[];
  readonly text?: string;
}

/** One person's answer to a poll of the event that they are in. */
export interface PollAnswer extends RoomKey, GivenAnswer {
  readonly registrantId: number;
  readonly stage: Stage;
  readonly at: Date;
}

/** What somebody answered to a poll before. */
export interface EarlierAnswer {
  readonly questionId: number;
  readonly positions: readonly number[] | null;
}

/** A poll as its answers are looked at. */
export interface AskedPoll extends PollCourse {
  /** How many can be chosen from. */
  readonly options: number;
}

/** Why an answer is not taken, whoever gives it; undefined when it is. */
export function findAnswerFault(poll: AskedPoll | undefined, answer: GivenAnswer, stage: Stage): Refusal | undefined {
  const { pollId, questionId } = answer;
  const refusal = (code: "unknown" | "closed" | "changed" | "unfit") => new Refusal(`poll.${code}`, { pollId });
  if (!poll || !isKnownToAudience(poll, stage)) return refusal("unknown");
  const isOpen = stage.name === "live" ? poll.isOpen : stage.isOnDemand && poll.isOnDemand;
  if (!isOpen) return refusal("closed");
  if (questionId !== poll.questionId) return refusal("changed");
  return isAnswerTo(poll, answer) ? undefined : refusal("unfit");
}

/** @param options how many can be chosen from. */
export function isAnswerTo(
  { type, options }: { type: PollType; options: number },
  { positions, text }: Pick<GivenAnswer, "positions" | "text">,
): boolean {
  if (type === "singletext") return positions === undefined && text !== undefined && !isBlank(text);
  const isOne = positions?.length === 1;
  const isNumberRight = type === "multioption" ? positions !== undefined : isOne;
  return isNumberRight && text === undefined && (positions ?? []).every((position) => position <= options);
}
