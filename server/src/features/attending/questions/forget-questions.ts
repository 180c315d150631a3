import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";

/** What somebody asked goes, and what was answered, which may name them; that they did stays, as a figure. */
export async function forgetQuestions(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
  await sql`
    update question_answers a set text = null from questions q, ${peopleTable(people)}
    where q.client_id = p.client_id and q.registrant_id = p.registrant_id
      and a.client_id = q.client_id and a.question_id = q.id`.execute(tx);
  await sql`
    update questions q set text = null
    from ${peopleTable(people)} where q.client_id = p.client_id and q.registrant_id = p.registrant_id`.execute(tx);
}
