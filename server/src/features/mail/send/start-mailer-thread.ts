import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { FastifyBaseLogger } from "fastify";
import type { Config } from "../../../config.ts";

export interface MailerSettings {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly secretKey: string;
}

const START_AGAIN_AFTER_MS = 1_000;

/** Runs the mailer in a thread of the compiled program, again if it ends by itself, until it is stopped. */
export function startMailerThread(settings: MailerSettings, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let isStopping = false;
  let again: NodeJS.Timeout | undefined;
  let thread = start();

  function start(): Worker {
    const started = new Worker(new URL("./mailer-thread.js", import.meta.url), { workerData: settings });
    started.on("error", (err) => log.error({ err }, "the mailer failed"));
    started.on("exit", () => {
      if (isStopping) return;
      log.error("the mailer ended by itself; starting it again");
      again = setTimeout(() => {
        thread = start();
      }, START_AGAIN_AFTER_MS);
    });
    return started;
  }

  return {
    async stop() {
      isStopping = true;
      clearTimeout(again);
      if (thread.threadId === -1) return;
      const isGone = once(thread, "exit");
      thread.postMessage("stop");
      await isGone;
    },
  };
}
