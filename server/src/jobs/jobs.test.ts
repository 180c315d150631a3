import { sql } from "kysely";
import { afterAll, expect, test, vi } from "vitest";
import { startTestApp } from "../../test/harness.ts";
import { until } from "../../test/until.ts";
import { queueJob } from "../db/queue-job.ts";
import { type JobDefinition, startJobs } from "./jobs.ts";

// Its own, because the queue's tables are moved away.
const app = await startTestApp();
afterAll(() => app.close());

test("what takes minutes does not hold up the rest", async () => {
  const { db, pool } = app.database;
  const begun: string[] = [];
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const long: JobDefinition = {
    name: "long",
    isLong: true,
    async run({ signal }) {
      expect(signal).toBeInstanceOf(AbortSignal);
      begun.push("long");
      await finished;
    },
  };
  const short: JobDefinition = { name: "short", run: async () => void begun.push("short") };
  for (let count = 0; count < 6; count++) await queueJob(db, "long", {});
  const running = await startJobs(pool, app.jobContext, [long, short]);
  try {
    await expect.poll(() => begun).toEqual(["long", "long"]);
    await queueJob(db, "short", {});
    await expect.poll(() => begun).toContain("short");
    expect(begun.filter((name) => name === "long")).toHaveLength(2);
  } finally {
    finish();
    await running.stop();
  }
});

test("of work that settings switch on, only a process with these settings does any", async () => {
  const { pool, db } = app.database;
  const { config } = app.jobContext;
  const done: string[] = [];
  const job: JobDefinition = {
    name: "switched",
    cron: ({ backups }) => backups && "0 0 1 1 *",
    run: async ({ config: { backups } }) => void done.push(backups?.folder ?? "none"),
  };
  const other: JobDefinition = { name: "short", run: async () => void done.push("short") };
  const backups = { folder: "/backups", at: { hour: 2, minute: 30 }, keepDays: 14 };
  const off = await startJobs(pool, app.jobContext, [job, other]);
  try {
    await queueJob(db, "switched", {});
    await queueJob(db, "short", {});
    await until(() => done.includes("short"));
    const on = await startJobs(pool, { ...app.jobContext, config: { ...config, backups } }, [job]);
    await until(() => done.length > 1).finally(() => on.stop());
    expect(done).toEqual(["short", "/backups"]);
  } finally {
    await off.stop();
  }
});

/** A table of the queue that is not where it was is to the runner what a database is that is away. */
const move = (table: string, to: string) =>
  sql`alter table graphile_worker.${sql.ref(table)} rename to ${sql.ref(to)}`.execute(app.database.db);

test("a scheduler that could not begin comes back by itself", async () => {
  const done: string[] = [];
  const tick: JobDefinition = { name: "tick", cron: "* * * * *", run: async () => {} };
  const job: JobDefinition = { name: "short", run: async () => void done.push("short") };
  await move("_private_known_crontabs", "elsewhere");
  const running = await startJobs(app.database.pool, app.jobContext, [tick, job]);
  try {
    await move("elsewhere", "_private_known_crontabs");
    await queueJob(app.database.db, "short", {});
    await until(() => done.length > 0);
  } finally {
    await running.stop();
  }
});

test("jobs that could not be written down as done, more than there are workers, are done again at once", async () => {
  const { db, pool } = app.database;
  const errors = vi.spyOn(app.jobContext.log, "error");
  let isAway = true;
  const done: unknown[] = [];
  const job: JobDefinition = {
    name: "short",
    async run(_context, payload) {
      if (isAway) await move("_private_jobs", "elsewhere").catch(() => {});
      else done.push(payload);
    },
  };
  for (let number = 0; number < 6; number++) await queueJob(db, "short", { number });
  const running = await startJobs(pool, app.jobContext, [job]);
  try {
    const hasEnded = () => errors.mock.calls.some(([text]) => /the job runner ended/.test(String(text)));
    await until(hasEnded);
    isAway = false;
    await move("elsewhere", "_private_jobs");
    await until(() => done.length >= 6);
    expect(new Set(done.map((one) => (one as { number: number }).number)).size).toBe(6);
  } finally {
    await running.stop();
  }
});

test("stopped while the runner cannot begin, it stops", async () => {
  const tick: JobDefinition = { name: "tick", cron: "* * * * *", run: async () => {} };
  await move("_private_known_crontabs", "elsewhere");
  const running = await startJobs(app.database.pool, app.jobContext, [tick]);
  await running.stop();
  await move("elsewhere", "_private_known_crontabs");
});
