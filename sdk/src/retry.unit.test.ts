import { expect, test } from "vitest";
import { type ErrorDetails, LecternError } from "./errors.ts";
import { secondsUntilRetry } from "./retry.ts";

const failed = (details: Partial<ErrorDetails>) => new LecternError("", { kind: "server", operation: "x", ...details });

function waitsOf(error: LecternError, chance: number, isRepeatable = true): (number | undefined)[] {
  return [0, 1, 2, 3].map((attempt) => secondsUntilRetry(error, { attempt, isRepeatable }, () => chance));
}

test("without Retry-After, four waits outlast the minute that throttles count by, whatever the chance", () => {
  const throttled = failed({ kind: "throttled", status: 403 });
  expect(waitsOf(throttled, 1)).toEqual([5, 10, 20, 40]);
  expect(waitsOf(throttled, 0)).toEqual([2.5, 5, 10, 20]);
  expect(waitsOf(throttled, 1, false)).toEqual([5, 10, 20, 40]);
});

test("Retry-After is honoured and spread; nobody waits longer than two minutes", () => {
  expect(waitsOf(failed({ kind: "throttled", retryAfterSeconds: 7 }), 0)[3]).toBe(7);
  expect(waitsOf(failed({ kind: "throttled", retryAfterSeconds: 7 }), 1)[0]).toBe(8);
  expect(waitsOf(failed({ kind: "throttled", retryAfterSeconds: 3600 }), 0)[0]).toBeUndefined();
});

test("passing failures are repeated where that does no harm", () => {
  for (const passing of [failed({ kind: "network" }), ...[502, 503, 504].map((status) => failed({ status }))]) {
    expect(waitsOf(passing, 1)).toEqual([0.5, 1, 2, 4]);
    expect(waitsOf(passing, 1, false)[0]).toBeUndefined();
  }
  expect(waitsOf(failed({ status: 503, retryAfterSeconds: 3 }), 1)[0]).toBe(3);
});

test.each(["auth", "permission", "notFound", "invalid", "notBuilt", "server"] as const)("%s is final", (kind) => {
  expect(waitsOf(failed({ kind, status: 500 }), 1)[0]).toBeUndefined();
});
