import type { FastifyBaseLogger } from "fastify";
import { type CronItem, Logger, parseCronItems, runMigrations, runOnce, type TaskList } from "graphile-worker";
import type { Kysely } from "kysely";
import type pg from "pg";
import type { Config } from "../config.ts";
import type { Database } from "../db/types.ts";
import type { Sealer } from "../lib/sealer.ts";
import type { Storage } from "../lib/storage.ts";
import { freeJobsOfTheDead } from "./dead-pools.ts";
import { keepRunning } from "./keep-running.ts";

export interface JobContext extends Storage {
  readonly db: Kysely<Database>;
  /** The same pool bare, for the writer of registrants. */
  readonly pool: pg.Pool;
  readonly config: Config;
  readonly sealer: Sealer;
  readonly log: FastifyBaseLogger;
  /** Aborted when the program stops and will not wait any longer. */
  readonly signal?: AbortSignal | undefined;
  now(): Date;
}

/** A piece of background work, by schedule or queued in a transaction. */
export interface JobDefinition {
  readonly name: string;
  /** Five fields, UTC; only for work by schedule. Where settings decide, undefined means that this process does none of it. */
  readonly cron?: string | ((config: Config) => string | undefined);
  /** Whether a run that was missed while nothing ran is dropped, because the next one does all there is. */
  readonly isMissable?: boolean;
  /** Whether it takes minutes: such work has workers of its own, so that the rest does not wait behind it. */
  readonly isLong?: boolean;
  run(context: JobContext, payload: unknown): Promise<void>;
}

/** A schedule missed while nothing ran is made up for when that was within a day. */
const BACKFILL_MS = 24 * 3_600_000;

/** Brings the job queue's own tables up to date. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: silent });
}

/** At once and per process. */
const SHORT_JOBS = 4;
const LONG_JOBS = 2;

/** Of other programs, too: they may not come back. */
const freeJobsOfTheDeadJob: JobDefinition = {
  name: "free-jobs-of-the-dead",
  cron: "* * * * *",
  isMissable: true,
  run: ({ pool }) => freeJobsOfTheDead(pool),
};

/** Runs the jobs of the list until stopped. */
export async function startJobs(
  pool: pg.Pool,
  context: JobContext,
  jobs: readonly JobDefinition[],
): Promise<{ stop(): Promise<void> }> {
  const ours = [...jobs, freeJobsOfTheDeadJob].filter(
    ({ cron }) => typeof cron !== "function" || cron(context.config) !== undefined,
  );
  const scheduled: CronItem[] = ours.flatMap(({ name, cron, isMissable }) => {
    const match = typeof cron === "function" ? cron(context.config) : cron;
    return match === undefined
      ? []
      : [{ task: name, match, options: { backfillPeriod: isMissable ? 0 : BACKFILL_MS } }];
  });
  const start = (some: readonly JobDefinition[], concurrency: number, cronItems: CronItem[]) =>
    keepRunning(pool, context.log, {
      ...runnerOptions(context, some),
      concurrency,
      parsedCronItems: parseCronItems(cronItems),
    });
  const long = await start(
    ours.filter((job) => job.isLong),
    LONG_JOBS,
    [],
  );
  const short = await start(
    ours.filter((job) => !job.isLong),
    SHORT_JOBS,
    scheduled,
  );
  return { stop: async () => void (await Promise.all([short.stop(), long.stop()])) };
}

/** Runs what is queued now, and ends when nothing is left. */
export async function runQueuedJobs(pool: pg.Pool, context: JobContext, jobs: readonly JobDefinition[]): Promise<void> {
  await runOnce({ pgPool: pool, ...runnerOptions(context, jobs) });
}

function runnerOptions(context: JobContext, jobs: readonly JobDefinition[]) {
  return {
    noHandleSignals: true,
    logger: loggerTo(context.log),
    taskList: taskListOf(context, jobs),
    // What is done is written down at once; only so the runner notices when it cannot be.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}

function taskListOf(context: JobContext, jobs: readonly JobDefinition[]): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [job.name, (payload, { abortSignal }) => job.run({ ...context, signal: abortSignal }, payload)]),
  );
}

const silent = new Logger(() => () => {});

/** The queue's own chatter is only of interest when something is searched for. */
function loggerTo(log: FastifyBaseLogger): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error(message);
    else if (level === "warning") log.warn(message);
    else log.debug(message);
  });
}
