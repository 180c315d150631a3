import { EventEmitter, once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyBaseLogger } from "fastify";
import { type RunnerOptions, run, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { freeJobsOfTheDead, showLife } from "./dead-pools.ts";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/**
 * What a run is given to end once it has begun to. Jobs hear after five seconds that they should; a scheduler that waits
 * for the database hears it only when it looks again, and a pool whose jobs failed to be written down twice never ends.
 */
const LONGEST_END_MS = 10_000;

/**
 * Runs the queue's runner, and another one whenever it ends by itself: it gives up for good when the database is away,
 * or its disk full, just as a job is done.
 */
export async function keepRunning(
  pool: pg.Pool,
  log: FastifyBaseLogger,
  options: RunnerOptions,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const begin = (lost: string[]) => beginRun(pool, options, lost);
  let current = await begin([]);
  const lasting = goOn();

  async function goOn(): Promise<void> {
    for (;;) {
      await current.ended;
      if (stopping.signal.aborted) return;
      log.error("the job runner ended by itself; starting it again");
      const next = await again(() => begin(current.pools), log, stopping.signal);
      if (!next) return;
      current = next;
      log.warn("the job runner runs again");
    }
  }

  return {
    async stop() {
      stopping.abort();
      current.stop();
      await lasting;
    },
  };
}

interface Run {
  /** Never fails: why it ended is in the log. */
  readonly ended: Promise<void>;
  /** By which its jobs are locked. */
  readonly pools: string[];
  stop(): void;
}

/** @param lost pools of a run that has ended: what they still hold is given back, which takes four hours otherwise */
async function beginRun(pool: pg.Pool, options: RunnerOptions, lost: string[]): Promise<Run> {
  const events: WorkerEvents = new EventEmitter();
  const pools: string[] = [];
  events.on("pool:create", ({ workerPool }) => pools.push(workerPool.id));
  showLife(events);
  await pool.query("select graphile_worker.force_unlock_workers($1)", [lost]);
  await freeJobsOfTheDead(pool);
  const runner = await run({ ...options, events, pgPool: pool });
  const hasBegunToEnd = once(events as EventEmitter, "pool:gracefulShutdown");
  const endedLate = hasBegunToEnd.then(() => sleep(LONGEST_END_MS));
  const ended = Promise.race([runner.promise, endedLate]).then(
    () => {},
    () => {},
  );
  return {
    ended,
    pools,
    // It refuses when it is ending by itself.
    stop: () => void runner.stop().catch(() => {}),
  };
}

/** Tries until it works; undefined when it is not wanted any more. */
async function again(begin: () => Promise<Run>, log: FastifyBaseLogger, stop: AbortSignal): Promise<Run | undefined> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    await sleep(pauseMs, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return undefined;
    try {
      const run = await begin();
      if (!stop.aborted) return run;
      run.stop();
      await run.ended;
    } catch (error) {
      log.error({ err: error, pauseMs }, "the job runner does not start");
    }
  }
}
