import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import {
  countListed,
  directionOf,
  type OrderedList,
  placesOf,
  type Slice,
  walkList,
} from "../../../../db/ordered-list.ts";
import type { Registrants } from "../../../../db/types.ts";
import { emailKey } from "../../../../lib/email-address.ts";
import { type EngagementLevel, predictedEngagement } from "./predict-engagement.ts";
import type { ListedStatus } from "./registrant-status.ts";

export interface RegistrantFilter {
  /** Whose webinars are over by then tells what they will do in others. */
  now: Date;
  clientIds: readonly number[];
  eventId?: number;
  /** Which time the window and the order go by. */
  dateMode: "createdAt" | "lastActivityAt";
  from?: Date;
  to?: Date;
  statuses: readonly ListedStatus[];
  partnerRef?: string;
  /** In any spelling. */
  email?: string;
  isAnonymousExcluded?: boolean;
  /** Leaves out who registered after the live webinar ended. */
  isLateExcluded?: boolean;
  /** Only who has not attended. */
  isNoShow?: boolean;
  /** Client-level lists leave out the people of events tagged APIEXCLUDE. */
  isClientLevel: boolean;
}

export type ListedRegistrant = Selectable<Registrants> & {
  campaignCode: string | null;
  /** Of those who have not come in yet. */
  engagementPrediction: EngagementLevel | null;
};

/** What the filter asks of a registrant of one client. */
function matching(filter: RegistrantFilter, at: string) {
  const column = sql.raw(at);
  const conditions = [
    sql<SqlBool>`r.client_id = c.client_id`,
    sql<SqlBool>`r.status = any (${[...filter.statuses]}::text[])`,
    ...(filter.eventId !== undefined ? [sql<SqlBool>`r.event_id = ${filter.eventId}`] : []),
    ...(filter.from ? [sql<SqlBool>`${column} >= ${filter.from}`] : []),
    ...(filter.to ? [sql<SqlBool>`${column} <= ${filter.to}`] : []),
    ...(filter.partnerRef !== undefined ? [sql<SqlBool>`r.partner_ref = ${filter.partnerRef}`] : []),
    ...(filter.email !== undefined ? [sql<SqlBool>`r.email_key = ${emailKey(filter.email)}`] : []),
    ...(filter.isAnonymousExcluded ? [sql<SqlBool>`not r.is_anonymous`] : []),
    ...(filter.isClientLevel ? [sql<SqlBool>`not e.is_api_excluded and e.deleted_at is null`] : []),
    ...(filter.isLateExcluded ? [sql<SqlBool>`r.created_at <= e.live_ends_at`] : []),
    ...(filter.isNoShow ? [sql<SqlBool>`not exists (${attendance})`] : []),
  ];
  const events = filter.isClientLevel ? sql`join events e on e.client_id = r.client_id and e.id = r.event_id` : sql``;
  return sql`from registrants r ${events} where ${sql.join(conditions, sql` and `)}`;
}

const attendance = sql`select from attendees a where a.client_id = r.client_id and a.registrant_id = r.id`;

function listOf(filter: RegistrantFilter): OrderedList {
  const at = filter.dateMode === "createdAt" ? "r.created_at" : "r.last_activity_at";
  return { clientIds: filter.clientIds, matching: matching(filter, at), at, id: "r.id" };
}

export async function countRegistrants(db: Db, filter: RegistrantFilter): Promise<number> {
  return countListed(db, listOf(filter));
}

/** In the order of the filter's time, then of the id. */
export async function listRegistrants(db: Db, filter: RegistrantFilter, slice: Slice): Promise<ListedRegistrant[]> {
  const { rows } = await selectRegistrants(filter, slice).execute(db);
  return rows;
}

/** The statement of a page, apart so that a test can look at its plan. */
export function selectRegistrants(filter: RegistrantFilter, slice: Slice) {
  const direction = directionOf(slice);
  return sql<ListedRegistrant>`
    select r.*, e.campaign_code,
      case when not exists (${attendance}) then ${predictedEngagement(filter.now)} end as engagement_prediction
    from ${placesOf(listOf(filter), slice)} p
    join registrants r on r.client_id = p.client_id and r.id = p.id
    join events e on e.client_id = r.client_id and e.id = r.event_id
    order by p.at ${direction}, p.id ${direction}`;
}

export function walkRegistrants(db: Db, filter: RegistrantFilter, total: number): AsyncGenerator<ListedRegistrant> {
  const placeOf = (row: ListedRegistrant) => ({ at: row[filter.dateMode], id: row.id });
  return walkList((slice) => listRegistrants(db, filter, slice), placeOf, total);
}

/** Counts somebody in (1) or out (-1) of the event's totals. */
export async function addToTotals(
  db: Db,
  registrant: { clientId: number; eventId: number; partnerRef: string | null },
  change: 1 | -1,
): Promise<void> {
  await db
    .updateTable("eventTotals")
    .set({ registrants: sql`registrants + ${change}`, lastActivityAt: sql`now()` })
    .where("clientId", "=", registrant.clientId)
    .where("eventId", "=", registrant.eventId)
    .execute();
  await db
    .updateTable("eventPartnerTotals")
    .set({ registrants: sql`registrants + ${change}` })
    .where("clientId", "=", registrant.clientId)
    .where("eventId", "=", registrant.eventId)
    .where("partnerRef", "=", registrant.partnerRef ?? "")
    .execute();
}
