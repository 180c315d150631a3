import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";
import { emailKey } from "../../../../lib/email-address.ts";
import type { ListedStatus } from "./registrant-status.ts";

export interface RegistrantFilter {
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
  /** Client-level lists leave out the people of events tagged APIEXCLUDE. */
  isClientLevel: boolean;
}

export type ListedRegistrant = Selectable<Registrants> & { campaignCode: string | null };

function dateColumn(filter: RegistrantFilter) {
  return sql.raw(filter.dateMode === "createdAt" ? "r.created_at" : "r.last_activity_at");
}

/** What the filter asks of a registrant of one client. */
function matching(filter: RegistrantFilter) {
  const column = dateColumn(filter);
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
  ];
  const events = filter.isClientLevel ? sql`join events e on e.client_id = r.client_id and e.id = r.event_id` : sql``;
  return sql`from registrants r ${events} where ${sql.join(conditions, sql` and `)}`;
}

/**
 * Client by client: with `client_id = any (…)` no index gives the order, and every page would read the whole table.
 */
function clientsOf({ clientIds }: RegistrantFilter) {
  return sql`unnest(${[...clientIds]}::bigint[]) as c (client_id)`;
}

export async function countRegistrants(db: Db, filter: RegistrantFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(one.total), 0)::bigint as total
    from ${clientsOf(filter)} cross join lateral (select count(*) as total ${matching(filter)}) one`.execute(db);
  return rows[0]?.total ?? 0;
}

export interface Slice {
  limit: number;
  offset?: number;
  after?: { at: Date; id: number };
  isNewestFirst?: boolean;
}

/** In the order of the filter's time, then of the id. Rows are fetched only for the ids of the page. */
export async function listRegistrants(db: Db, filter: RegistrantFilter, slice: Slice): Promise<ListedRegistrant[]> {
  const { rows } = await selectRegistrants(filter, slice).execute(db);
  return rows;
}

/** The statement of a page, apart so that a test can look at its plan. */
export function selectRegistrants(filter: RegistrantFilter, { limit, offset = 0, after, isNewestFirst }: Slice) {
  const column = dateColumn(filter);
  const direction = sql.raw(isNewestFirst ? "desc" : "asc");
  const beyond = after ? sql` and (${column}, r.id) > (${after.at}, ${after.id})` : sql``;
  return sql<ListedRegistrant>`
    select r.*, e.campaign_code
    from (
      select one.* from ${clientsOf(filter)} cross join lateral (
        select r.client_id, r.id, ${column} as at ${matching(filter)}${beyond}
        order by ${column} ${direction}, r.id ${direction} limit ${limit + offset}
      ) one
      order by at ${direction}, id ${direction} limit ${limit} offset ${offset}
    ) p
    join registrants r on r.client_id = p.client_id and r.id = p.id
    join events e on e.client_id = r.client_id and e.id = r.event_id
    order by p.at ${direction}, p.id ${direction}`;
}

const SLAB = 1000;

/**
 * The first `total` of a list, a slab at a time: no connection or snapshot is held while a slow caller reads, and who
 * registers meanwhile comes after them.
 */
export async function* walkRegistrants(
  db: Db,
  filter: RegistrantFilter,
  total: number,
): AsyncGenerator<ListedRegistrant> {
  let after: { at: Date; id: number } | undefined;
  for (let left = total; left > 0; left -= SLAB) {
    const slab = await listRegistrants(db, filter, { limit: Math.min(SLAB, left), ...(after && { after }) });
    yield* slab;
    const last = slab.at(-1);
    if (!last) return;
    after = { at: last[filter.dateMode], id: last.id };
  }
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
