import { sql } from "kysely";
import type { JobDefinition } from "../../../jobs/jobs.ts";

/** Takes away what was counted of visits in windows that are over. */
export const sweepVisitCountsJob: JobDefinition = {
  name: "sweep-visit-counts",
  cron: "*/10 * * * *",
  isMissable: true,
  async run({ db }) {
    await sql`delete from visit_counts where expire < extract(epoch from now()) * 1000`.execute(db);
  },
};
