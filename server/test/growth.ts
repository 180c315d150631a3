import { expect } from "vitest";

const SMALL = 8_000;
const FACTOR = 16;
/** What a measurement may cost by itself: a garbage collection, a statement, a thread that starts. */
const NOISE_MS = 20;

/**
 * Holds that the work grows with its input and not with the square of it. It counts the processor's time, so that a busy
 * machine changes nothing, and takes the best of several runs.
 * @param run gets the length to try
 */
export async function expectLinear(run: (length: number) => unknown): Promise<void> {
  await run(SMALL);
  const small = await bestOfSome(() => run(SMALL));
  const large = await bestOfSome(() => run(SMALL * FACTOR));
  // A square would be eight times the bound, and is seconds where it matters.
  expect(large).toBeLessThan(2 * FACTOR * (small + NOISE_MS));
}

async function bestOfSome(run: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2; round++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
