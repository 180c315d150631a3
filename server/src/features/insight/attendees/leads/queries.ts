import { type Selectable, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";
import { emailKey } from "../../../../lib/email-address.ts";
import {
  type EngagementLevel,
  predictedEngagement,
} from "../../../admission/registration/people/predict-engagement.ts";
import type { WebinarOfLead } from "./interests.ts";

export interface LeadFilter {
  readonly clientId: number;
  readonly from?: Date;
  readonly to?: Date;
}

/** An address, by its last registration. */
export interface Lead {
  readonly emailKey: string;
  readonly email: string;
  readonly registrantId: number;
  /** Of a score, on average over the webinars attended; null without any. */
  readonly meanTenths: number | null;
  /** Of those who have attended none. */
  readonly engagementPrediction: EngagementLevel;
}

/**
 * Joins registrants to their events `e`, and leaves out what leads are not made of: whoever is nobody by name, or not registered
 * any more, and events that are deleted or kept out of the API.
 */
export function joinEventsOf(registrants: "r" | "o") {
  const of = (column: string) => sql.ref(`${registrants}.${column}`);
  return sql`join events e on e.client_id = ${of("client_id")} and e.id = ${of("event_id")} and ${of("status")} = 'active'
    and not ${of("is_anonymous")} and not e.is_api_excluded and e.deleted_at is null`;
}

/** Addresses that registered or did something in the window, each with when they did last. */
function leadsIn({ clientId, from, to }: LeadFilter) {
  const within = (column: string) => {
    const at = sql.ref(column);
    return sql`${from ? sql`and ${at} >= ${from}` : sql``} ${to ? sql`and ${at} <= ${to}` : sql``}`;
  };
  return sql`(
    select email_key, max(at) as at from (
      select r.email_key, r.created_at as at
      from registrants r ${joinEventsOf("r")}
      where r.client_id = ${clientId} ${within("r.created_at")}
      union all
      select r.email_key, a.last_activity_at
      from attendees a join registrants r on r.client_id = a.client_id and r.id = a.registrant_id
      ${joinEventsOf("r")}
      where a.client_id = ${clientId} ${within("a.last_activity_at")}
    ) seen group by email_key
  )`;
}

export async function countLeads(db: Db, filter: LeadFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${leadsIn(filter)} leads`.execute(db);
  return rows[0]?.total ?? 0;
}

/** Who was active longest ago first. */
export async function listLeads(
  db: Db,
  filter: LeadFilter,
  { limit, offset, now }: { limit: number; offset: number; now: Date },
): Promise<Lead[]> {
  const { rows } = await sql<Lead>`
    select l.email_key, r.email, r.id as registrant_id, ${meanTenths} as mean_tenths,
      ${predictedEngagement(now)} as engagement_prediction
    from (select * from ${leadsIn(filter)} leads order by at, email_key limit ${limit} offset ${offset}) l
    cross join lateral (
      select r.* from registrants r ${joinEventsOf("r")}
      where r.client_id = ${filter.clientId} and r.email_key = l.email_key order by r.created_at desc, r.id desc limit 1
    ) r
    order by l.at, l.email_key`.execute(db);
  return rows;
}

/** Of the address of a registrant `r`. */
const meanTenths = sql`(
  select avg(a.engagement_tenths)::double precision
  from registrants o ${joinEventsOf("o")} join attendees a on a.client_id = o.client_id and a.registrant_id = o.id
  where o.client_id = r.client_id and o.email_key = r.email_key)`;

/** How many of an address's last webinars tell what it is interested in. */
const LAST_WEBINARS = 25;

export async function listWebinarsOfLeads(
  db: Db,
  clientId: number,
  emailKeys: readonly string[],
): Promise<ReadonlyMap<string, WebinarOfLead[]>> {
  const { rows } = await sql<WebinarOfLead & { emailKey: string }>`
    select l.email_key, w.title, w.language_code, w.is_attended,
      coalesce((select array_agg(t.name order by t.id) from account_tags t
        where t.client_id = ${clientId} and t.id = any (w.account_tag_ids)), '{}') as tags
    from unnest(${[...emailKeys]}::text[]) as l (email_key)
    cross join lateral (
      select e.title, e.language_code, e.account_tag_ids, a.registrant_id is not null as is_attended
      from registrants r ${joinEventsOf("r")}
      left join attendees a on a.client_id = r.client_id and a.registrant_id = r.id
      where r.client_id = ${clientId} and r.email_key = l.email_key
      order by r.created_at desc, r.id desc limit ${LAST_WEBINARS}
    ) w`.execute(db);
  const byLead = new Map<string, WebinarOfLead[]>(emailKeys.map((key) => [key, []]));
  for (const { emailKey: key, ...webinar } of rows) byLead.get(key)?.push(webinar);
  return byLead;
}

export type Profile = Pick<
  Selectable<Registrants>,
  "id" | "clientId" | "emailKey" | "email" | "firstName" | "lastName" | "company" | "jobTitle" | "workPhone" | "notes"
> & {
  readonly engagementPrediction: EngagementLevel;
  readonly meanTenths: number | null;
  readonly webinars: number;
  readonly resources: number;
  /** On all devices together. */
  readonly watchedMs: number;
  /** Registered, or did something. */
  readonly lastSeenAt: Date;
};

/** An address by its last registration, and what it did in all webinars. */
export async function findProfile(
  db: Db,
  clientId: number,
  whom: { email: string } | { registrantId: number },
  now: Date,
): Promise<Profile | undefined> {
  const found =
    "email" in whom
      ? sql`r.email_key = ${emailKey(whom.email)}`
      : sql`r.email_key = (
      select email_key from registrants where client_id = ${clientId} and id = ${whom.registrantId} and status = 'active')`;
  const { rows } = await sql<Profile>`
    select r.id, r.client_id, r.email_key, r.email, r.first_name, r.last_name, r.company, r.job_title, r.work_phone, r.notes,
      ${predictedEngagement(now)} as engagement_prediction, s.*, greatest(r.created_at, s.last_activity_at) as last_seen_at
    from (
      select r.* from registrants r ${joinEventsOf("r")}
      where r.client_id = ${clientId} and ${found} order by r.created_at desc, r.id desc limit 1
    ) r
    cross join lateral (
      select avg(a.engagement_tenths)::double precision as mean_tenths, count(*) as webinars,
        coalesce(sum(a.resources_downloaded), 0)::bigint as resources,
        coalesce(sum(a.live_ms + a.archive_ms), 0)::bigint as watched_ms, max(a.last_activity_at) as last_activity_at
      from registrants o ${joinEventsOf("o")} join attendees a on a.client_id = o.client_id and a.registrant_id = o.id
      where o.client_id = r.client_id and o.email_key = r.email_key
    ) s`.execute(db);
  return rows[0];
}
