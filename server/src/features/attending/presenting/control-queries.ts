import { sql, type Updateable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Rooms } from "../../../db/types.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { Phase } from "../../webinars/events/event-phase.ts";

/** Of a room, what decides who is in control and what is shown to whom. */
export interface HeldRoom {
  readonly isPractice: boolean;
  readonly leadPresenterId: number | null;
  /** When they last did something that needs control. */
  readonly leadActedAt: Date | null;
  readonly toldPhase: Phase | null;
}

/** A room held until the transaction ends: what its team does, it does one after the other. Its event is held before it. */
export async function lockRoom(tx: Db, { clientId, eventId }: RoomKey): Promise<HeldRoom> {
  const { rows } = await sql<HeldRoom>`
    insert into rooms as r (client_id, event_id)
    select client_id, id from events where client_id = ${clientId} and id = ${eventId} for key share
    on conflict (client_id, event_id) do update set last_seq = r.last_seq
    returning is_practice, lead_presenter_id, lead_acted_at, told_phase`.execute(tx);
  return rows[0] as HeldRoom;
}

/** The same, as it is; undefined before anything was told in it. */
export async function findRoom(db: Db, { clientId, eventId }: RoomKey): Promise<HeldRoom | undefined> {
  return db
    .selectFrom("rooms")
    .select(["isPractice", "leadPresenterId", "leadActedAt", "toldPhase"])
    .$narrowType<{ toldPhase: Phase | null }>()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .executeTakeFirst();
}

export async function updateRoom(tx: Db, { clientId, eventId }: RoomKey, changes: Updateable<Rooms>): Promise<void> {
  await tx.updateTable("rooms").set(changes).where("clientId", "=", clientId).where("eventId", "=", eventId).execute();
}

export interface Lead {
  readonly presenterId: number;
  readonly firstName: string;
  readonly lastName: string;
}

/** A producer of the event who may come in, with their last sign of life. */
export async function findProducer(
  db: Db,
  { clientId, eventId }: RoomKey,
  presenterId: number,
): Promise<(Lead & { readonly seenAt: Date | null }) | undefined> {
  const { rows } = await sql<Lead & { seenAt: Date | null }>`
    select id as presenter_id, first_name, last_name, (select max(s.last_seen_at) from presenter_sessions s
      where s.client_id = p.client_id and s.presenter_id = p.id) as seen_at
    from presenters p
    where client_id = ${clientId} and event_id = ${eventId} and id = ${presenterId}
      and role = 'producer' and revoked_at is null`.execute(db);
  return rows[0];
}

/** Those of these rooms that have somebody in control. */
export async function listLedRooms(db: Db, rooms: readonly RoomKey[]): Promise<RoomKey[]> {
  const { rows: led } = await sql<RoomKey>`
    select client_id, event_id
    from unnest(${rooms.map(({ clientId }) => clientId)}::bigint[], ${rooms.map(({ eventId }) => eventId)}::bigint[])
        as i (client_id, event_id)
      join rooms r using (client_id, event_id)
    where r.lead_presenter_id is not null`.execute(db);
  return led;
}
