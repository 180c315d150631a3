import { fail } from "../../../errors.ts";
import type { PollRow } from "./queries.ts";
import type { NewQuestion } from "./schema.ts";

export interface Option {
  readonly answer: string;
  readonly isRight: boolean;
}

const USUAL_STEPS = 5;

/** What can be chosen of a question; refuses what its type doesn't have. */
export function optionsOf({ type, options, scale }: NewQuestion): readonly Option[] {
  const isChoice = type === "singleoption" || type === "multioption";
  if (isChoice !== (options !== undefined))
    fail("poll.invalid", { fault: isChoice ? "there is nothing to choose from" : `${type} has no options` });
  if (type !== "rating" && scale !== undefined) fail("poll.invalid", { fault: `${type} has no scale` });
  if (type === "rating") return Array.from({ length: scale ?? USUAL_STEPS }, (_, index) => step(index + 1));
  return (options ?? []).map(({ answer, isRight = false }) => ({ answer, isRight }));
}

function step(number: number): Option {
  return { answer: String(number), isRight: false };
}

/** Whether nothing would be another for those who answer, nor for what counts as right. */
export function isSameQuestion(before: PollRow, { type, text }: NewQuestion, options: readonly Option[]): boolean {
  return (
    before.type === type &&
    before.question === text &&
    before.options.length === options.length &&
    options.every(({ answer, isRight }, index) => {
      const option = before.options[index];
      return option?.answer === answer && option.isRight === isRight;
    })
  );
}
