import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { ForgottenPerson } from "../../../feature.ts";

/** What a session tells of who watched: the figures stay, the traces go. */
export async function forgetAttendance(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
  await sql`
    update viewing_sessions v set ip_address = null, referrer = null, device = null, os = null, browser = null, tab = ''
    from ${peopleTable(people)} where v.client_id = p.client_id and v.registrant_id = p.registrant_id`.execute(tx);
  await sql`
    update attendees a set attendance_partner_ref = null
    from ${peopleTable(people)} where a.client_id = p.client_id and a.registrant_id = p.registrant_id`.execute(tx);
}

/** People as a table `p` of client_id and registrant_id. */
export function peopleTable(people: readonly ForgottenPerson[]) {
  const clientIds = people.map(({ registrantClientId }) => registrantClientId);
  const registrantIds = people.map(({ registrantId }) => registrantId);
  return sql`unnest(${clientIds}::bigint[], ${registrantIds}::bigint[]) as p (client_id, registrant_id)`;
}
