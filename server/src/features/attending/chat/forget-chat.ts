import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { ForgottenPerson } from "../../../feature.ts";
import { peopleTable } from "../attendance/forget-attendance.ts";

/** What somebody said goes; that they did stays, as a figure. */
export async function forgetChat(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
  await sql`
    update chat_lines l set text = null
    from ${peopleTable(people)} where l.client_id = p.client_id and l.registrant_id = p.registrant_id`.execute(tx);
}
