import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { listsInRoom } from "../room/lists-in-room.ts";

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
    select t.client_id, t.event_id, t.id as line_id, t.registrant_id, t.presenter_id,
      coalesce(r.first_name, p.first_name) as first_name, coalesce(r.last_name, p.last_name) as last_name,
      t.text, t.said_at, t.is_shown, t.is_practice, t.deleted_at, t.deleted_by, t.question_id
    from chat_lines t
    left join registrants r on r.client_id = t.client_id and r.id = t.registrant_id
    left join presenters p on p.client_id = t.client_id and p.id = t.presenter_id
    where ${where}`;
}

export const { listByIds, listNewest, listPage, listOwn } = listsInRoom({
  table: "chat_lines",
  select,
  visible: sql`t.is_shown and t.deleted_at is null`,
});

/** The line that is pinned in a room. */
export async function findPinned(db: Db, { clientId, eventId }: RoomKey): Promise<LineRow | undefined> {
  const pinned = sql`select pinned_line_id from group_chats where client_id = ${clientId} and event_id = ${eventId}`;
  const { rows } = await select(sql`t.client_id = ${clientId} and t.id = (${pinned})`).execute(db);
  return rows[0];
}
