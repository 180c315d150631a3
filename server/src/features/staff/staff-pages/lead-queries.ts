import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { joinEventsOf } from "../../insight/attendees/leads/queries.ts";

export interface WebinarOfProfile {
  readonly title: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  /** Null for who did not come. */
  readonly tenths: number | null;
  readonly watchedMs: number | null;
}

const MOST = 100;

/** The last hundred webinars that an address was registered for, newest first. */
export async function listWebinarsOfProfile(
  db: Db,
  { clientId, emailKey }: { clientId: number; emailKey: string },
): Promise<WebinarOfProfile[]> {
  const { rows } = await sql<WebinarOfProfile>`
    select e.title, e.starts_at, e.time_zone, a.engagement_tenths as tenths, a.live_ms + a.archive_ms as watched_ms
    from registrants r ${joinEventsOf("r")}
    left join attendees a on a.client_id = r.client_id and a.registrant_id = r.id
    where r.client_id = ${clientId} and r.email_key = ${emailKey}
    order by e.starts_at desc, r.id desc limit ${MOST}`.execute(db);
  return rows;
}

export interface PersonOfAccount {
  /** Of the last registration. */
  readonly registrantId: number;
  readonly name: string;
  readonly email: string;
  readonly webinars: number;
  readonly tenths: number;
}

/** The hundred people of a company's domain, or below it, who did most, of those who came to webinars. */
export async function listPeopleOfDomain(db: Db, clientId: number, domain: string): Promise<PersonOfAccount[]> {
  const { rows } = await sql<PersonOfAccount>`
    select max(r.id) as registrant_id, (array_agg(concat_ws(' ', r.first_name, r.last_name) order by r.id desc))[1] as name,
      (array_agg(r.email order by r.id desc))[1] as email, count(*) as webinars, sum(a.engagement_tenths)::bigint as tenths
    from attendees a
    join registrants r on r.client_id = a.client_id and r.id = a.registrant_id
    ${joinEventsOf("r")}
    where a.client_id = ${clientId}
      and ('.' || substring(r.email_key from '[^@]*$')) like ${`%.${domain.replace(/[\\%_]/g, "\\$&")}`}
    group by r.email_key order by tenths desc, registrant_id limit ${MOST}`.execute(db);
  return rows;
}
