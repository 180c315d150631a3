import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { ContentOf } from "../../webinars/console/widgets.ts";
import { placesTable, type WidgetPlace } from "../widgets/queries.ts";
import type { Achievements } from "./earned-credit.ts";

export interface Certification {
  readonly id: number;
  readonly name: string;
  readonly content: ContentOf<"certification">;
}

/** Those of these widgets that are certifications of their events and filled in, by id. */
export async function findCertifications(
  db: Db,
  places: readonly WidgetPlace[],
): Promise<ReadonlyMap<number, Certification>> {
  const { rows } = await sql<Certification>`
    select distinct id, name, content from widgets join ${placesTable(places)} using (client_id, event_id, id)
    where kind = 'certification' and deleted_at is null and content ? 'minimumMinutes'`.execute(db);
  return new Map(rows.map((certification) => [certification.id, certification]));
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
  readonly key: string;
  readonly at: Date;
}

export interface HeldCertificate {
  readonly key: string;
  readonly partialCredit: string | null;
  readonly credits: number | null;
  readonly isNew: boolean;
}

/**
 * Writes certificates of different people; one that somebody has already is replaced only by the full credit, or by one of
 * more credits, and keeps its key. Answers what each has now by registrant, and whether it is new.
 */
export async function writeCertificates(
  db: Db,
  certificates: readonly NewCertificate[],
): Promise<ReadonlyMap<number, HeldCertificate>> {
  const input = certificates.map(({ at, ...one }) => ({
    ...{ client_id: one.clientId, event_id: one.eventId, registrant_id: one.registrantId, widget_id: one.widgetId },
    ...{ widget_name: one.widgetName, title: one.title, partial_credit: one.partialCredit, credits: one.credits },
    ...{ holder: one.holder, key: one.key, at },
  }));
  const { rows } = await sql<HeldCertificate & { registrantId: number }>`
    with input as (
      select * from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, event_id bigint,
        registrant_id bigint, widget_id bigint, widget_name text, title text, partial_credit text,
        credits double precision, holder text, key text, at timestamptz(3))
    ), written as (
      insert into certificates as c (client_id, event_id, registrant_id, widget_id, widget_name, title, partial_credit,
        credits, holder, key, earned_at)
      select client_id, event_id, registrant_id, widget_id, widget_name, title, partial_credit, credits, holder, key, at
      from input
      on conflict (client_id, registrant_id, widget_id) do update set widget_name = excluded.widget_name,
        title = excluded.title, partial_credit = excluded.partial_credit, credits = excluded.credits,
        holder = excluded.holder, earned_at = excluded.earned_at
      where c.partial_credit is not null
        and (excluded.partial_credit is null or coalesce(excluded.credits, 0) > coalesce(c.credits, 0))
      returning registrant_id, key, partial_credit, credits
    )
    select *, true as is_new from written
    union all
    select c.registrant_id, c.key, c.partial_credit, c.credits, false from certificates c join input i using (client_id, registrant_id, widget_id)
    where c.registrant_id not in (select registrant_id from written)`.execute(db);
  return new Map(rows.map(({ registrantId, ...written }) => [registrantId, written]));
}

export interface Certificate {
  readonly registrantId: number;
  readonly certificationId: number;
  readonly partialCredit: string | null;
  readonly credits: number | null;
  readonly key: string;
  readonly earnedAt: Date;
}

export async function listCertificates(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
  registrantIds: readonly number[],
): Promise<Certificate[]> {
  return db
    .selectFrom("certificates")
    .select(["registrantId", "widgetId as certificationId", "partialCredit", "credits", "key", "earnedAt"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("registrantId", "in", registrantIds.length > 0 ? registrantIds : [0])
    .orderBy("widgetId")
    .execute();
}
