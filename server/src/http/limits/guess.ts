import type { FastifyRequest } from "fastify";
import type { Limits } from "./limits.ts";
import type { LimitName } from "./rules.ts";

/** By limit and what is opened, what ends when all wrong guesses are counted that came so far. */
const counting = new Map<string, Promise<void>>();

/** Of what strangers may guess, wrong guesses are counted. */
export interface Guessed {
  readonly limit: LimitName;
  readonly request: FastifyRequest;
  /** What is opened by the guess: an event, or what a user goes by. */
  readonly eventId?: number;
  readonly name?: string;
}

/**
 * Whether a guess is right. After too many wrong ones visit.tooMany is refused, the right one too. Of many that come at
 * once to this process, the right one waits until those before it are counted.
 */
export async function guess(limits: Limits, guessed: Guessed, isRight: () => Promise<boolean>): Promise<boolean> {
  const { limit, ...visited } = guessed;
  await limits.check(limit, visited);
  const place = `${limit}/${visited.eventId ?? visited.name}`;
  const earlier = counting.get(place);
  const ours = countWrong(limits, guessed, isRight);
  const all = Promise.allSettled([earlier, ours]).then(() => {
    if (counting.get(place) === all) counting.delete(place);
  });
  counting.set(place, all);
  if (!(await ours)) return false;
  await earlier;
  await limits.check(limit, visited);
  return true;
}

async function countWrong(limits: Limits, { limit, ...visited }: Guessed, isRight: () => Promise<boolean>) {
  if (await isRight()) return true;
  await limits.enter(limit, visited);
  return false;
}
