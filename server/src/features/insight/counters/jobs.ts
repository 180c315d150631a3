import type { JobDefinition } from "../../../jobs/jobs.ts";
import { listDriftedTotals } from "./drifts.ts";

/** Every night: counts what the totals claim and reports where they differ; they are never corrected silently. */
export const checkTotalsJob: JobDefinition = {
  name: "check-totals",
  cron: "40 3 * * *",
  async run({ db, log }) {
    for (const drift of await listDriftedTotals(db))
      log.error(drift, "totals have drifted: `lectern repair counters` mends them");
  },
};
