import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { EventCourse } from "../../webinars/events/event-phase.ts";

export interface EventKey {
  readonly clientId: number;
  readonly eventId: number;
}

/** Somebody who is registered, as those at the entrance need it. */
export interface Guest {
  readonly registrantId: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string;
  readonly company: string | null;
  readonly isBlocked: boolean;
  readonly checkedInAt: Date | null;
}

const guests = sql`
  select r.id as registrant_id, r.first_name, r.last_name, r.email, r.company, r.is_blocked, c.checked_in_at
  from registrants r left join check_ins c on c.client_id = r.client_id and c.registrant_id = r.id`;

/** Registered people whose name, address or company has these letters; the first by name. */
export async function searchGuests(
  db: Db,
  { clientId, eventId }: EventKey,
  search: string,
  most: number,
): Promise<Guest[]> {
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<Guest>`
    ${guests} where r.client_id = ${clientId} and r.event_id = ${eventId} and r.status = 'active'
      and concat_ws(' ', r.first_name, r.last_name, r.email, r.company) ilike ${like}
    order by r.last_name, r.first_name, r.id limit ${most}`.execute(db);
  return rows;
}

/** Undefined for whoever is not registered, or for another event. */
export async function findGuest(
  db: Db,
  { clientId, eventId }: EventKey,
  registrantId: number,
): Promise<Guest | undefined> {
  const { rows } = await sql<Guest>`
    ${guests} where r.client_id = ${clientId} and r.event_id = ${eventId} and r.id = ${registrantId}
      and r.status = 'active'`.execute(db);
  return rows[0];
}

/** Whether it is the first time. */
export async function insertCheckIn(
  db: Db,
  { clientId, eventId }: EventKey,
  registrantId: number,
  at: Date,
): Promise<boolean> {
  const row = await db
    .insertInto("checkIns")
    .values({ clientId, eventId, registrantId, checkedInAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("registrantId")
    .executeTakeFirst();
  return row !== undefined;
}

export async function countCheckIns(
  db: Db,
  { clientId, eventId }: EventKey,
): Promise<{ checkedIn: number; registered: number }> {
  const { rows } = await sql<{ checkedIn: number; registered: number }>`
    select (select count(*) from check_ins where client_id = ${clientId} and event_id = ${eventId}) as checked_in,
      coalesce((select registrants from event_totals where client_id = ${clientId} and event_id = ${eventId}), 0) as registered`.execute(
    db,
  );
  return rows[0] ?? { checkedIn: 0, registered: 0 };
}

export type HallEvent = EventCourse & { readonly id: number; readonly clientId: number };

/** Events whose venue has people in it who are not counted to the end. */
export async function listHalls(db: Db): Promise<HallEvent[]> {
  const { rows } = await sql<HallEvent>`
    select * from events where id in (select event_id from check_ins where not is_counted) order by id`.execute(db);
  return rows;
}

/** Somebody in the hall, and the session that was opened for them. */
export interface Seated {
  readonly registrantId: number;
  readonly checkedInAt: Date;
  readonly sessionId: number | null;
  readonly startedAt: Date | null;
}

/**
 * Who is in the hall and not blocked or cancelled since; others in the same transaction wait. The lock comes before the
 * sessions are read, so that nobody opens a second one.
 */
export async function lockSeated(tx: Db, { clientId, eventId }: EventKey, registrantId?: number): Promise<Seated[]> {
  const one = registrantId === undefined ? sql`` : sql`and registrant_id = ${registrantId}`;
  await sql`
    select from check_ins where client_id = ${clientId} and event_id = ${eventId} and not is_counted ${one}
    order by registrant_id for no key update`.execute(tx);
  const { rows } = await sql<Seated>`
    select c.registrant_id, c.checked_in_at, v.id as session_id, v.started_at
    from (select * from check_ins where client_id = ${clientId} and event_id = ${eventId} and not is_counted ${one}) c
    join registrants r on r.client_id = c.client_id and r.id = c.registrant_id and r.status = 'active' and not r.is_blocked
    left join lateral (
      select id, started_at from viewing_sessions s
      where s.client_id = c.client_id and s.registrant_id = c.registrant_id and s.launch_mode = 'venue'
      order by s.started_at limit 1
    ) v on true
    order by c.registrant_id`.execute(tx);
  return rows;
}

export async function markCounted(tx: Db, { clientId, eventId }: EventKey): Promise<void> {
  await tx
    .updateTable("checkIns")
    .set({ isCounted: true })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .execute();
}
