import { vi } from "vitest";

/** Waits for a state, which it answers; the test's own limit is the only one. */
export function until<T>(find: () => T | Promise<T>) {
  return vi.waitUntil(find, { timeout: 600_000, interval: 10 });
}
