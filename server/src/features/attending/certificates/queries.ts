import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { type FindPlaced, findPlaced, placesTable } from "../../../db/placed.ts";
import type { ContentOf } from "../../webinars/console/widgets.ts";
import { placeOfWidget, type WidgetPlace } from "../widgets/queries.ts";
import type { Achievements } from "./earned-credit.ts";

export interface Certification {
  readonly id: number;
  readonly eventId: number;
  readonly name: string;
  readonly content: ContentOf<"certification">;
}

/** Those of these widgets that are certifications of their events and filled in. */
export async function findCertifications(db: Db, places: readonly WidgetPlace[]): Promise<FindPlaced<Certification>> {
  const { rows } = await sql<Certification>`
    select distinct event_id, id, name, content from widgets join ${placesTable(places.map(placeOfWidget))}
      using (client_id, event_id, id)
    where kind = 'certification' and deleted_at is null and content ? 'minimumMinutes'`.execute(db);
  return findPlaced(rows);
}

/** What these people have done until now, by registrant; minutes are whole ones, of all their devices together. */
export async function listAchievements(
  db: Db,
  people: readonly { readonly clientId: number; readonly registrantId: number }[],
): Promise<ReadonlyMap<number, Achievements>> {
  const { rows } = await sql<Achievements & { registrantId: number }>`
    select a.registrant_id, (a.cumulative_live_ms + a.cumulative_archive_ms) / 60000 as minutes, a.answered_polls as polls,
      a.answered_surveys > 0 as has_answered_survey,
      exists (select from test_attempts t where t.client_id = a.client_id and t.registrant_id = a.registrant_id
        and t.is_passed) as has_passed_test
    from attendees a join unnest(${people.map(({ clientId }) => clientId)}::bigint[],
      ${people.map(({ registrantId }) => registrantId)}::bigint[]) as p (client_id, registrant_id)
      using (client_id, registrant_id)`.execute(db);
  return new Map(rows.map(({ registrantId, ...done }) => [registrantId, done]));
}

export interface NewCertificate {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly widgetId: number;
  readonly widgetName: string;
  readonly title: string;
  readonly partialCredit?: string | undefined;
  readonly credits?: number | undefined;
  readonly holder: string;
  readonly number: string;
  readonly at: Date;
}

export interface HeldCertificate {
  readonly number: string;
  readonly partialCredit: string | null;
  readonly credits: number | null;
  readonly isNew: boolean;
}

/**
 * Writes certificates of different people; one that somebody has already is replaced only by the full credit, or by one of
 * more credits, and keeps its number. Answers what each has now by registrant, and whether it is new.
 */
export async function writeCertificates(
  db: Db,
  certificates: readonly NewCertificate[],
): Promise<ReadonlyMap<number, HeldCertificate>> {
  const input = certificates.map(({ at, ...one }) => ({
    ...{ client_id: one.clientId, event_id: one.eventId, registrant_id: one.registrantId, widget_id: one.widgetId },
    ...{ widget_name: one.widgetName, title: one.title, partial_credit: one.partialCredit, credits: one.credits },
    ...{ holder: one.holder, number: one.number, at },
  }));
  const { rows } = await sql<HeldCertificate & { registrantId: number }>`
    with input as (
      select * from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, event_id bigint,
        registrant_id bigint, widget_id bigint, widget_name text, title text, partial_credit text,
        credits double precision, holder text, number text, at timestamptz(3))
    ), written as (
      insert into certificates as c (client_id, event_id, registrant_id, widget_id, widget_name, title, partial_credit,
        credits, holder, number, earned_at)
      select client_id, event_id, registrant_id, widget_id, widget_name, title, partial_credit, credits, holder, number, at
      from input
      on conflict (client_id, registrant_id, widget_id) do update set widget_name = excluded.widget_name,
        title = excluded.title, partial_credit = excluded.partial_credit, credits = excluded.credits,
        holder = excluded.holder, earned_at = excluded.earned_at
      where c.partial_credit is not null
        and (excluded.partial_credit is null or coalesce(excluded.credits, 0) > coalesce(c.credits, 0))
      returning registrant_id, number, partial_credit, credits
    )
    select *, true as is_new from written
    union all
    select c.registrant_id, c.number, c.partial_credit, c.credits, false from certificates c join input i using (client_id, registrant_id, widget_id)
    where c.registrant_id not in (select registrant_id from written)`.execute(db);
  return new Map(rows.map(({ registrantId, ...written }) => [registrantId, written]));
}

export interface Certificate {
  readonly registrantId: number;
  readonly certificationId: number;
  readonly partialCredit: string | null;
  readonly credits: number | null;
  readonly number: string;
  readonly earnedAt: Date;
}

export async function listCertificates(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
  registrantIds: readonly number[],
): Promise<Certificate[]> {
  return db
    .selectFrom("certificates")
    .select(["registrantId", "widgetId as certificationId", "partialCredit", "credits", "number", "earnedAt"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("registrantId", "in", registrantIds.length > 0 ? registrantIds : [0])
    .orderBy("widgetId")
    .execute();
}

/**
 * Writes certificates that people have under the names they have now, and under none once they are forgotten, though their
 * page may still know it; answers whose were under another.
 */
export async function correctHolders(
  db: Db,
  people: readonly { readonly clientId: number; readonly registrantId: number }[],
): Promise<readonly { readonly registrantId: number }[]> {
  const { rows } = await sql<{ registrantId: number }>`
    update certificates c set holder = called.holder
    from registrants r join unnest(${people.map(({ clientId }) => clientId)}::bigint[],
      ${people.map(({ registrantId }) => registrantId)}::bigint[]) as p (client_id, id) using (client_id, id)
      cross join lateral (
        select case when r.status <> 'forgotten' then trim(concat_ws(' ', r.first_name, r.last_name)) end as holder
      ) called
    where c.client_id = r.client_id and c.registrant_id = r.id and c.holder <> coalesce(called.holder, '')
    returning c.registrant_id`.execute(db);
  return rows;
}

/** A certificate with all that stands on it. */
export interface WholeCertificate {
  readonly number: string;
  readonly issuer: string;
  readonly holder: string;
  readonly title: string;
  readonly partialCredit: string | null;
  readonly credits: number | null;
  readonly earnedAt: Date;
  readonly eventTitle: string;
  readonly languageCode: string;
  readonly countryCode: string | null;
  readonly timeZone: string;
}

const whole = sql`
  select c.number, cl.name as issuer, c.holder, c.title, c.partial_credit, c.credits, c.earned_at, e.title as event_title,
    e.language_code, e.country_code, e.time_zone
  from certificates c join events e on e.client_id = c.client_id and e.id = c.event_id
  join clients cl on cl.id = c.client_id`;

/** Undefined too for one whose holder was forgotten, or whose client is closed. A certificate outlives its event. */
export async function findCertificate(db: Db, number: string): Promise<WholeCertificate | undefined> {
  const { rows } = await sql<WholeCertificate>`
    ${whole} where c.number = ${number} and c.holder is not null and cl.is_active`.execute(db);
  return rows[0];
}

/** What somebody has earned in an event. */
export async function listCertificatesOf(
  db: Db,
  { clientId, eventId, registrantId }: { clientId: number; eventId: number; registrantId: number },
): Promise<WholeCertificate[]> {
  const { rows } = await sql<WholeCertificate>`
    ${whole} where c.client_id = ${clientId} and c.event_id = ${eventId} and c.registrant_id = ${registrantId}
      and c.holder is not null
    order by c.widget_id`.execute(db);
  return rows;
}
