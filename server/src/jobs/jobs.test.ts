import { expect, test, vi } from "vitest";
import { withApp } from "../../test/harness.ts";
import { queueJob } from "../db/queue-job.ts";
import { type JobDefinition, startJobs } from "./jobs.ts";

const app = await withApp();

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
    await vi.waitFor(() => expect(begun).toEqual(["long", "long"]), 10_000);
    await queueJob(db, "short", {});
    await vi.waitFor(() => expect(begun).toContain("short"), 10_000);
    expect(begun.filter((name) => name === "long")).toHaveLength(2);
  } finally {
    finish();
    await running.stop();
  }
});
