import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";

/** What somebody wrote goes; what they chose is one of many, and stays in the figures. */
export async function forgetSurveyResponses(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
  await sql`
    update survey_responses r set answer = null from ${peopleTable(people)}
    where r.client_id = p.client_id and r.registrant_id = p.registrant_id and r.answer is not null`.execute(tx);
}
