import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";

/** What somebody wrote goes; what they chose is one of many, and stays in the figures. */
export async function forgetPollAnswers(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
  await sql`
    update poll_answers a set answer = null from ${peopleTable(people)}
    where a.client_id = p.client_id and a.registrant_id = p.registrant_id and a.answer is not null`.execute(tx);
}
