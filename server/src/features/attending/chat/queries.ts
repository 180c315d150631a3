import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";

/** A line with its author, as it is read wherever it is shown. */
export interface LineRow {
  readonly clientId: number;
  readonly eventId: number;
  readonly lineId: number;
  /** One of the two. */
  readonly registrantId: number | null;
  readonly presenterId: number | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly text: string | null;
  readonly saidAt: Date;
  readonly isShown: boolean;
  readonly isPractice: boolean;
  readonly deletedAt: Date | null;
  readonly deletedBy: number | null;
  readonly questionId: number | null;
}

function select(where: RawBuilder<unknown>): RawBuilder<LineRow> {
  return sql<LineRow>`
    select l.client_id, l.event_id, l.id as line_id, l.registrant_id, l.presenter_id,
      coalesce(r.first_name, p.first_name) as first_name, coalesce(r.last_name, p.last_name) as last_name,
      l.text, l.said_at, l.is_shown, l.is_practice, l.deleted_at, l.deleted_by, l.question_id
    from chat_lines l
    left join registrants r on r.client_id = l.client_id and r.id = l.registrant_id
    left join presenters p on p.client_id = l.client_id and p.id = l.presenter_id
    where ${where}`;
}

/** Lines by their ids, in the order of saying. */
export async function listByIds(db: Db, clientIds: readonly number[], ids: readonly number[]): Promise<LineRow[]> {
  const keys = sql`select * from unnest(${clientIds}::bigint[], ${ids}::bigint[])`;
  const { rows } = await select(sql`(l.client_id, l.id) in (${keys}) order by l.id`).execute(db);
  return rows;
}

/** The newest of a room, in the order of saying; what the audience sees, or all. */
export async function listNewest(
  db: Db,
  { clientId, eventId }: RoomKey,
  { isShownOnly, most }: { isShownOnly: boolean; most: number },
): Promise<LineRow[]> {
  const visible = isShownOnly ? sql`l.is_shown and l.deleted_at is null` : sql`true`;
  const { rows } = await select(
    sql`l.client_id = ${clientId} and l.event_id = ${eventId} and ${visible} order by l.id desc limit ${most}`,
  ).execute(db);
  return rows.reverse();
}

/** A page of all lines of an event, oldest first. */
export async function listPage(
  db: Db,
  { clientId, eventId }: RoomKey,
  { after, limit }: { after: number; limit: number },
): Promise<LineRow[]> {
  const { rows } = await select(
    sql`l.client_id = ${clientId} and l.event_id = ${eventId} and l.id > ${after} order by l.id limit ${limit}`,
  ).execute(db);
  return rows;
}

/** The newest lines of each of these people in a room, in the order of saying. */
export async function listOwn(
  db: Db,
  { clientId, eventId }: RoomKey,
  registrantIds: readonly number[],
  most: number,
): Promise<LineRow[]> {
  const newest = sql`
    select n.id from unnest(${registrantIds}::bigint[]) as p (registrant_id), lateral (
      select id from chat_lines where client_id = ${clientId} and registrant_id = p.registrant_id
      order by id desc limit ${most}) n`;
  const { rows } = await select(
    sql`l.client_id = ${clientId} and l.event_id = ${eventId} and l.id in (${newest}) order by l.id`,
  ).execute(db);
  return rows;
}

/** The line that is pinned in a room. */
export async function findPinned(db: Db, { clientId, eventId }: RoomKey): Promise<LineRow | undefined> {
  const pinned = sql`select pinned_line_id from group_chats where client_id = ${clientId} and event_id = ${eventId}`;
  const { rows } = await select(sql`l.client_id = ${clientId} and l.id = (${pinned})`).execute(db);
  return rows[0];
}
