import type { ChatSettings as Settings } from "@lectern/wire/chat";
import { sql } from "kysely";
import type { Static } from "typebox";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { tell } from "../room/room-log.ts";
import { chatChanges } from "./changes.ts";

export type ChatSettings = Static<typeof Settings>;

/** Of events that nobody has set otherwise. */
const usual: ChatSettings = { mode: "open", slowModeSeconds: 0 };

export async function readSettings(db: Db, room: RoomKey): Promise<ChatSettings> {
  return (await listSettings(db, [room]))(room.eventId);
}

/** The settings of several events, by event. */
export async function listSettings(db: Db, rooms: readonly RoomKey[]): Promise<(eventId: number) => ChatSettings> {
  const clientIds = rooms.map(({ clientId }) => clientId);
  const eventIds = rooms.map(({ eventId }) => eventId);
  const { rows } = await sql<{ eventId: number; mode: ChatSettings["mode"]; slowModeSeconds: number }>`
    select distinct g.event_id, g.mode, g.slow_mode_seconds from group_chats g
    join unnest(${clientIds}::bigint[], ${eventIds}::bigint[]) as r (client_id, event_id) using (client_id, event_id)`.execute(
    db,
  );
  const known = new Map(rows.map(({ eventId, ...settings }) => [eventId, settings]));
  return (eventId) => known.get(eventId) ?? usual;
}

/** Says how an event's audience chats from now on, and tells its room. */
export async function setSettings(
  db: Db,
  { clientId, eventId, actor }: RoomKey & { actor: string },
  { mode, slowModeSeconds }: ChatSettings,
): Promise<void> {
  const settings = { mode, slowModeSeconds };
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto("groupChats")
      .values({ clientId, eventId, ...settings })
      .onConflict((conflict) => conflict.columns(["clientId", "eventId"]).doUpdateSet(settings))
      .execute();
    await chatChanges.record(tx, "chat.set", { clientId, eventId, actor });
    await tell(tx, [{ room: { clientId, eventId }, to: "everybody", kind: "chat.settings", body: settings }]);
  });
}

/** Sees to it that whatever is said is said in a chat that there is. */
export async function ensureChats(tx: Db, rooms: readonly RoomKey[]): Promise<void> {
  const clientIds = rooms.map(({ clientId }) => clientId);
  const eventIds = rooms.map(({ eventId }) => eventId);
  await sql`
    insert into group_chats (client_id, event_id)
    select distinct client_id, event_id from unnest(${clientIds}::bigint[], ${eventIds}::bigint[]) as r (client_id, event_id)
    where not exists (select from group_chats g where g.client_id = r.client_id and g.event_id = r.event_id)
    order by 1, 2 on conflict do nothing`.execute(tx);
}

export async function copySettings(tx: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    insert into group_chats (client_id, event_id, mode, slow_mode_seconds)
    select client_id, ${toId}, mode, slow_mode_seconds
    from group_chats where client_id = ${clientId} and event_id = ${fromId}`.execute(tx);
}
