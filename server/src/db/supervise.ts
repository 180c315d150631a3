import type { Logger } from "pino";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";

const RESTART_AFTER_MS = 200;

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
    await new Promise((resolve) => setTimeout(resolve, RESTART_AFTER_MS));
    try {
      postgres = await start();
      watch();
    } catch (error) {
      log.error({ err: error }, "the database does not start");
      if (!isStopping) restarting = restart();
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
