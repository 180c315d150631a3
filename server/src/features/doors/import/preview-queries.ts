import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { isOfEvent } from "../../admission/registration/people/address-queries.ts";
import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";
import type { Import } from "./queries.ts";

export interface KnownPerson {
  readonly status: RegistrantStatus;
  /** Of who is there really, and not by an earlier row only. */
  readonly registrantId: number | null;
}

/**
 * Where people stand, by the keys of their addresses: as earlier rows of the dry run would have left them, otherwise
 * as they are.
 */
export async function listKnownPeople(
  db: Db,
  { clientId, eventId, id }: Pick<Import, "clientId" | "eventId" | "id">,
  emailKeys: readonly string[],
): Promise<Map<string, KnownPerson>> {
  // By arrays: row by row the planner, which knows no figures of rows that are just written, may walk all of them each time.
  const wanted = sql`any (${[...emailKeys]}::text[])`;
  const { rows } = await sql<KnownPerson & { emailKey: string }>`
    with there as (
      select email_key, status, id from registrants
      where client_id = ${clientId} and ${isOfEvent(eventId)} and email_key = ${wanted} and email_rank = 0
    ), earlier as (
      select distinct on (email_key) email_key, status from import_rows
      where client_id = ${clientId} and import_id = ${id} and email_key = ${wanted} and status is not null
      order by email_key, row_number desc
    )
    select email_key, coalesce(e.status, t.status) as status, t.id as registrant_id
    from there t full join earlier e using (email_key)`.execute(db);
  return new Map(rows.map(({ emailKey, ...person }) => [emailKey, person]));
}

/** Seats that are taken, and those that the rows of a dry run so far would have taken. */
export async function countSeatsTaken(
  db: Db,
  { clientId, eventId, id }: Pick<Import, "clientId" | "eventId" | "id">,
): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select coalesce((select registrants from event_totals where client_id = ${clientId} and event_id = ${eventId}), 0)
      + count(distinct w.email_key) as taken
    from import_rows w
    left join registrants r
      on r.client_id = ${clientId} and r.event_id = ${eventId} and r.email_key = w.email_key and r.email_rank = 0 and r.status = 'active'
    where w.client_id = ${clientId} and w.import_id = ${id} and w.status = 'active' and r.id is null`.execute(db);
  return rows[0]?.taken ?? 0;
}
