import { type Selectable, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";
import type { waitingStatuses } from "../people/registrant-status.ts";

export type WaitingStatus = (typeof waitingStatuses)[number];

export type WaitingPerson = Pick<
  Selectable<Registrants>,
  | "id"
  | "email"
  | "firstName"
  | "lastName"
  | "company"
  | "jobTitle"
  | "door"
  | "createdAt"
  | "confirmedAt"
  | "decidedBy"
  | "decidedAt"
> & { readonly status: WaitingStatus };

/** Where a page of the list ends: what it is ordered by, and the id. */
export interface WaitingPosition {
  readonly order: number;
  readonly id: number;
}

export interface WaitingPage {
  readonly people: WaitingPerson[];
  /** Where the next page goes on; undefined on the last one. */
  readonly next: WaitingPosition | undefined;
}

export interface WaitingFilter {
  readonly status: WaitingStatus;
  /** Part of a name, an address or a company. */
  readonly search?: string | undefined;
  readonly after?: WaitingPosition | undefined;
  readonly limit: number;
}

/** People who wait for one thing: the waiting list in its own order, others in the order they came. */
export async function listWaiting(
  db: Db,
  clientId: number,
  eventId: number,
  { status, search, after, limit }: WaitingFilter,
): Promise<WaitingPage> {
  const order =
    status === "waitlisted"
      ? sql<number>`coalesce(queue_number, 0)`
      : sql<number>`(extract(epoch from created_at) * 1000)::bigint`;
  let query = db
    .selectFrom("registrants")
    .select(["id", "email", "firstName", "lastName", "company", "jobTitle", "status", "door"])
    .select(["createdAt", "confirmedAt", "decidedBy", "decidedAt", order.as("order")])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("status", "=", status);
  if (after) query = query.where(sql<boolean>`(${order}, id) > (${after.order}::bigint, ${after.id}::bigint)`);
  if (search)
    query = query.where(
      sql<boolean>`concat_ws(' ', first_name, last_name, email, company) ilike ${`%${escapeLike(search)}%`}`,
    );
  const rows = await query
    .orderBy(order)
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const people = rows.slice(0, limit) as (WaitingPerson & { order: number })[];
  const last = people.at(-1);
  return { people, next: rows.length > limit && last ? { order: last.order, id: last.id } : undefined };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

export type WaitingCounts = Readonly<Record<WaitingStatus, number>> & { readonly active: number };

/** How many wait for what, and how many are in. */
export async function countWaiting(db: Db, clientId: number, eventId: number): Promise<WaitingCounts> {
  const { rows } = await sql<WaitingCounts>`
    select count(*) filter (where status = 'unconfirmed') as unconfirmed,
      count(*) filter (where status = 'pending') as pending,
      count(*) filter (where status = 'waitlisted') as waitlisted,
      count(*) filter (where status = 'denied') as denied,
      coalesce((select registrants from event_totals where client_id = ${clientId} and event_id = ${eventId}), 0) as active
    from registrants
    where client_id = ${clientId} and event_id = ${eventId}
      and status in ('unconfirmed', 'pending', 'waitlisted', 'denied')`.execute(db);
  return rows[0] ?? { unconfirmed: 0, pending: 0, waitlisted: 0, denied: 0, active: 0 };
}
