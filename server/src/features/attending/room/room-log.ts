import type { ToldBody, ToldKind } from "@lectern/wire/messages";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { ROOM_CHANNEL } from "../../../db/listen.ts";
import { afterCommit, databaseOf } from "../../../db/transaction.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";

/** Who in a room hears something: all, a side, or all pages of one person. */
export type Hearers = "everybody" | "audience" | "team" | `person:${number}` | `presenter:${number}`;

/** Something that happened, as those in the room are told: the whole new state of a thing, so that hearing it twice does no harm. */
export interface Telling<Kind extends ToldKind = ToldKind> {
  readonly room: RoomKey;
  readonly to: Hearers;
  readonly kind: Kind;
  readonly body: ToldBody<Kind>;
  /** Of whom it tells: it goes when this person is forgotten. */
  readonly registrantId?: number;
}

type Wake = (eventId: number) => void;

const wakers = new WeakMap<Db, Wake>();

/** Lets this process wake the readers of a room after each commit, instead of the database by NOTIFY. */
export function wakeReadersBy(db: Db, wake: Wake): void {
  wakers.set(db, wake);
}

/**
 * Tells rooms what this transaction does, numbered in the order of the list. A room's row stays locked until the end, so numbers
 * are committed in their order, and whoever knows one knows all below it: tell last.
 */
export async function tell<Kind extends ToldKind>(tx: Db, tellings: readonly Telling<Kind>[]): Promise<void> {
  if (tellings.length === 0) return;
  const wake = wakers.get(databaseOf(tx) ?? tx);
  const input = tellings.map(({ room, to, kind, body, registrantId }, n) => ({
    n,
    client_id: room.clientId,
    event_id: room.eventId,
    audience: to,
    message: { kind, ...body },
    registrant_id: registrantId,
  }));
  await sql`
    with input as (
      select *, row_number() over (partition by client_id, event_id order by n) as place
      from json_to_recordset(${JSON.stringify(input)}::json)
        as x (n int, client_id bigint, event_id bigint, audience text, message json, registrant_id bigint)
    ), numbered as (
      insert into rooms as r (client_id, event_id, last_seq)
      select client_id, event_id, count(*) from input group by 1, 2 order by 1, 2
      on conflict (client_id, event_id) do update set last_seq = r.last_seq + excluded.last_seq
      returning client_id, event_id, last_seq
    ), counted as (
      select client_id, event_id, count(*) as told from input group by 1, 2
    ), written as (
      insert into room_messages (client_id, event_id, seq, audience, message, registrant_id)
      select client_id, event_id, r.last_seq - c.told + i.place, i.audience, i.message, i.registrant_id
      from input i join numbered r using (client_id, event_id) join counted c using (client_id, event_id)
    )
    select pg_notify(${ROOM_CHANNEL}, json_build_object('room', event_id, 'wake', true)::text)
    from counted where ${wake === undefined}`.execute(tx);
  if (wake) for (const eventId of new Set(input.map(({ event_id }) => event_id))) afterCommit(tx, () => wake(eventId));
}

/** A message as it is kept; `text` is the JSON of kind and body. */
export interface LoggedMessage {
  readonly seq: number;
  readonly audience: Hearers;
  readonly text: string;
  /** Of whom it tells. */
  readonly registrantId: number | null;
}

/** What was told after a number, in its order. */
export async function listMessages(
  db: Db,
  { clientId, eventId }: RoomKey,
  { after, most }: { after: number; most: number },
): Promise<LoggedMessage[]> {
  const { rows } = await sql<LoggedMessage>`
    select seq, audience, message::text as text, registrant_id from room_messages
    where client_id = ${clientId} and event_id = ${eventId} and seq > ${after}
    order by seq limit ${most}`.execute(db);
  return rows;
}

/** The number of the room's last message; 0 where nothing was told yet. */
export async function findLastSeq(db: Db, { clientId, eventId }: RoomKey): Promise<number> {
  const room = await db
    .selectFrom("rooms")
    .select("lastSeq")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .executeTakeFirst();
  return room?.lastSeq ?? 0;
}

/** Of these rooms, the numbers of their last messages by event. */
export async function listLastSeqs(db: Db, rooms: readonly RoomKey[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ eventId: number; lastSeq: number }>`
    select event_id, last_seq from rooms join unnest(${rooms.map(({ clientId }) => clientId)}::bigint[],
      ${rooms.map(({ eventId }) => eventId)}::bigint[]) as r (client_id, event_id) using (client_id, event_id)`.execute(
    db,
  );
  return new Map(rows.map(({ eventId, lastSeq }) => [eventId, lastSeq]));
}
