import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Feature, ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";
import { checkInChanges } from "./changes.ts";
import { countHallsJob } from "./jobs.ts";

export const checkIns = {
  name: "check-ins",
  jobs: [countHallsJob],
  changes: checkInChanges.kinds,
  forget: {
    async people(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
      await sql`
        delete from check_ins c using ${peopleTable(people)}
        where c.client_id = p.client_id and c.registrant_id = p.registrant_id`.execute(tx);
    },
  },
} satisfies Feature;
