import type { Logger } from "pino";

/**
 * The last to hear of what nobody handled. A promise that failed unheard is logged, and the program goes on: what it was
 * part of has been answered or is tried again. After an exception that nobody caught, no state can be trusted: the program
 * is to end, in order, so that no database is left behind.
 */
export function hearStrays(log: Logger, end: () => void): void {
  // Whoever read what we print has gone: no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  process.on("unhandledRejection", (reason) => log.error({ err: reason }, "a promise failed that nobody waits for"));
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "an exception that nobody caught: ending");
    end();
  });
}
