import type { Operation } from "@lectern/contract/operations";

const WINDOW_MS = 60_000;

export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the window ends. */
  readonly resetSeconds: number;
  readonly isExceeded: boolean;
}

export interface Throttle {
  /** Counts one call of a client at an operation. */
  count(clientId: number, operation: Operation): Allowance;
}

/**
 * Counts calls per client, operation and minute, in this process: several processes allow as many times more,
 * which errs on the generous side that clients expect.
 */
export function createThrottle(factor: number, now: () => number = Date.now): Throttle {
  let counts = new Map<string, number>();
  let windowStart = now();

  return {
    count(clientId, operation) {
      const at = now();
      if (at - windowStart >= WINDOW_MS) {
        counts = new Map();
        windowStart = at - ((at - windowStart) % WINDOW_MS);
      }
      const key = `${clientId} ${operation.id}`;
      const used = (counts.get(key) ?? 0) + 1;
      counts.set(key, used);
      const limit = Math.max(1, Math.round(operation.callsPerMinute * factor));
      return {
        limit,
        remaining: Math.max(0, limit - used),
        resetSeconds: Math.ceil((windowStart + WINDOW_MS - at) / 1000),
        isExceeded: used > limit,
      };
    },
  };
}
