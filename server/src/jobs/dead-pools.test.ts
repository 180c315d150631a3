import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../test/harness.ts";
import { until } from "../../test/until.ts";
import { queueJob } from "../db/queue-job.ts";
import { freeJobsOfTheDead } from "./dead-pools.ts";
import { type JobDefinition, startJobs } from "./jobs.ts";

// Its own, because jobs of other tests would be in the way.
const app = await startTestApp();
afterAll(() => app.close());
const { db, pool } = app.database;

/** As if somebody had begun the waiting jobs so many seconds ago, and been killed. */
const abandon = (secondsAgo: number) =>
  pool.query(
    `update graphile_worker._private_jobs set locked_by = 'ghost', locked_at = now() - make_interval(secs => $1), attempts = 1
     where locked_at is null`,
    [secondsAgo],
  );

async function lockedBy(): Promise<(string | null)[]> {
  const { rows } = await pool.query<{ locked_by: string | null }>(
    "select locked_by from graphile_worker.jobs order by id",
  );
  return rows.map((row) => row.locked_by);
}

async function signsOfLife(): Promise<number> {
  const { rows } = await pool.query(
    `select from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows.length;
}

test("a job that somebody was killed at is done when the program starts again", async () => {
  const done: unknown[] = [];
  const job: JobDefinition = { name: "short", run: async (_context, payload) => void done.push(payload) };
  await queueJob(db, "short", { n: 1 });
  await abandon(11);
  const running = await startJobs(pool, app.jobContext, [job]);
  try {
    await until(() => done.length > 0);
    expect(done).toEqual([{ n: 1 }]);
  } finally {
    await running.stop();
  }
});

test("whoever lives keeps what they do, however long it takes, and so does who has just begun", async () => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let begun = 0;
  const job: JobDefinition = {
    name: "long",
    isLong: true,
    async run() {
      begun += 1;
      await finished;
    },
  };
  await queueJob(db, "long", {});
  const running = await startJobs(pool, app.jobContext, [job]);
  try {
    await until(() => begun === 1);
    await until(async () => (await signsOfLife()) >= 2);
    await pool.query("update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'");
    await queueJob(db, "elsewhere", {});
    await abandon(1);
    const [living] = await lockedBy();
    await freeJobsOfTheDead(pool);
    expect(await lockedBy()).toEqual([living, "ghost"]);
    await pool.query(
      "update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_by = 'ghost'",
    );
    await freeJobsOfTheDead(pool);
    expect(await lockedBy()).toEqual([living, null]);
    expect(begun).toBe(1);
  } finally {
    finish();
    await running.stop();
  }
  // Whoever has stopped holds no lock any more.
  expect(await signsOfLife()).toBe(0);
});
