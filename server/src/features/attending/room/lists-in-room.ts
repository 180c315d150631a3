import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";

/** How what people say in rooms is read, in the order in which it was said. */
interface ListsInRoom<Row> {
  listByIds(db: Db, clientIds: readonly number[], ids: readonly number[]): Promise<Row[]>;
  /** The newest of a room: what the audience sees, or all. */
  listNewest(db: Db, room: RoomKey, which: { isShownOnly: boolean; most: number }): Promise<Row[]>;
  /** A page of all, oldest first. */
  listPage(db: Db, room: RoomKey, which: { after: number; limit: number }): Promise<Row[]>;
  /** The newest of each of these people in a room, at most so many each. */
  listOwn(db: Db, room: RoomKey, registrantIds: readonly number[], most: number): Promise<Row[]>;
}

interface Said<Row> {
  readonly table: "questions" | "chat_lines";
  /** Reads rows of the table, which it calls `t`. */
  select(where: RawBuilder<unknown>): RawBuilder<Row>;
  /** What the audience sees of them. */
  readonly visible: RawBuilder<unknown>;
}

export function listsInRoom<Row>({ table, select, visible }: Said<Row>): ListsInRoom<Row> {
  const inRoom = ({ clientId, eventId }: RoomKey) => sql`t.client_id = ${clientId} and t.event_id = ${eventId}`;
  return {
    async listByIds(db, clientIds, ids) {
      const keys = sql`select * from unnest(${clientIds}::bigint[], ${ids}::bigint[])`;
      return (await select(sql`(t.client_id, t.id) in (${keys}) order by t.id`).execute(db)).rows;
    },
    async listNewest(db, room, { isShownOnly, most }) {
      const seen = isShownOnly ? visible : sql`true`;
      const newest = select(sql`${inRoom(room)} and ${seen} order by t.id desc limit ${most}`);
      return (await newest.execute(db)).rows.reverse();
    },
    async listPage(db, room, { after, limit }) {
      return (await select(sql`${inRoom(room)} and t.id > ${after} order by t.id limit ${limit}`).execute(db)).rows;
    },
    async listOwn(db, room, registrantIds, most) {
      const newest = sql`
        select n.id from unnest(${registrantIds}::bigint[]) as p (registrant_id), lateral (
          select id from ${sql.table(table)} where client_id = ${room.clientId} and registrant_id = p.registrant_id
          order by id desc limit ${most}) n`;
      return (await select(sql`${inRoom(room)} and t.id in (${newest}) order by t.id`).execute(db)).rows;
    },
  };
}
