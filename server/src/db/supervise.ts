import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";

const FIRST_PAUSE_MS = 200;
/** Between two tries of a server that does not start, because its disk is full for instance. */
const LONGEST_PAUSE_MS = 5_000;

/** Runs the embedded PostgreSQL and starts it again whenever it ends without being told to. */
export async function superviseEmbeddedPostgres(
  folder: string,
  log: Logger,
): Promise<{ url: string; stop(): Promise<void> }> {
  const start = () => startEmbeddedPostgres({ folder, log: (line) => process.stdout.write(`  ${line}\n`) });
  let isStopping = false;
  let postgres: EmbeddedPostgres = await start();
  let restarting: Promise<void> | undefined;

  function watch(): void {
    void postgres.exited.then(() => {
      if (isStopping) return;
      log.error("the database ended by itself; starting it again");
      restarting = restart();
    });
  }

  async function restart(): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; !isStopping; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await sleep(pauseMs);
      try {
        postgres = await start();
        return watch();
      } catch (error) {
        log.error({ err: error }, "the database does not start");
      }
    }
  }

  watch();
  return {
    url: postgres.url,
    async stop() {
      isStopping = true;
      await restarting;
      await postgres.stop();
    },
  };
}
