import { inTransaction } from "../../../db/transaction.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { countHall } from "./count-hall.ts";
import { listHalls } from "./queries.ts";

/** Every minute: whoever is at the venue of a live event has watched up to now. */
export const countHallsJob: JobDefinition = {
  name: "count-halls",
  cron: "* * * * *",
  isMissable: true,
  async run({ db, now }) {
    for (const event of await listHalls(db)) await inTransaction(db, (tx) => countHall(tx, event, now()));
  },
};
