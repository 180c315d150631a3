import { LecternError } from "./errors.ts";

/** Throttles count by the minute; whoever is told to wait longer than this should decide for themselves. */
const LONGEST_WAIT_SECONDS = 120;
/** Without Retry-After (ON24 sends none): four doublings from here outlast the minute. */
const THROTTLED_FIRST_SECONDS = 5;
const FAILED_FIRST_SECONDS = 0.5;
const FAILED_LONGEST_SECONDS = 8;

export interface RetryOptions {
  /** Attempts after the first. */
  readonly retries: number;
  /** Whether a call that may have been carried out can be repeated without harm. */
  readonly isRepeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Runs an attempt until it succeeds, fails for good, or the retries are used up. */
export async function withRetries<T>(run: () => Promise<T>, options: RetryOptions): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof LecternError) || attempt >= options.retries) throw error;
      const seconds = secondsUntilRetry(error, { attempt, isRepeatable: options.isRepeatable });
      if (seconds === undefined) throw error;
      await sleep(seconds * 1000, options.signal);
    }
  }
}

/**
 * How long to wait after a failed attempt; undefined when repeating is no use or could do harm. Waits are spread at
 * random, so that callers who were refused together do not come back together.
 * @param attempt 0 for the first.
 */
export function secondsUntilRetry(
  error: LecternError,
  { attempt, isRepeatable }: { attempt: number; isRepeatable: boolean },
  random: () => number = Math.random,
): number | undefined {
  if (error.kind === "throttled") {
    // A throttled call was not carried out, so even a POST can be repeated.
    const told = error.retryAfterSeconds;
    if (told === undefined) return spread(THROTTLED_FIRST_SECONDS * 2 ** attempt, LONGEST_WAIT_SECONDS, random);
    return told > LONGEST_WAIT_SECONDS ? undefined : told + random() * Math.min(told, 1);
  }
  const isPassing = error.kind === "network" || [502, 503, 504].includes(error.status ?? 0);
  if (!isPassing || !isRepeatable) return undefined;
  const wait = spread(FAILED_FIRST_SECONDS * 2 ** attempt, FAILED_LONGEST_SECONDS, random);
  return Math.max(wait, Math.min(error.retryAfterSeconds ?? 0, LONGEST_WAIT_SECONDS));
}

/** At least half of the wait, the rest by chance. */
function spread(seconds: number, most: number, random: () => number): number {
  const wait = Math.min(seconds, most);
  return wait / 2 + (random() * wait) / 2;
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
}
