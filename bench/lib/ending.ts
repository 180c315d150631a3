import { constants } from "node:os";

/** What runs beside us and would go on without us. */
const running = new Set<() => Promise<void>>();

/** Answers how to end it; it is also ended when we are told to end. */
export function endedWithUs(end: () => Promise<void>): () => Promise<void> {
  running.add(end);
  return async () => {
    running.delete(end);
    await end();
  };
}

/** Ends in order, last started first, when a signal says so. */
export function endOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, async () => {
      for (const end of [...running].reverse()) await end().catch((error: unknown) => console.error(error));
      process.exit(128 + constants.signals[signal]);
    });
}
