import type { Hand } from "@lectern/wire/reactions";
import { type RawBuilder, sql } from "kysely";
import type { Static } from "typebox";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Refusal } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { countActivity } from "../attendance/count-activity.ts";
import { type Telling, tell } from "../room/room-log.ts";

export interface HandMove extends RoomKey {
  readonly registrantId: number;
  readonly isUp: boolean;
  readonly at: Date;
}

interface HandRow extends RoomKey {
  readonly registrantId: number;
  readonly name: string;
  readonly raisedAt: Date;
  readonly isRaised: boolean;
}

/** Raises hands and takes them down, no two by the same person; to do what is done already changes nothing. */
export async function moveHands(tx: Db, moves: readonly HandMove[]): Promise<(undefined | Refusal)[]> {
  const attending = await countActivity(tx, moves);
  const done = moves.filter(({ registrantId }) => attending.has(registrantId));
  const raised = await raise(
    tx,
    done.filter(({ isUp }) => isUp),
  );
  const lowered = await lower(
    tx,
    done.filter(({ isUp }) => !isUp),
  );
  await tell(tx, [...raised, ...lowered].flatMap(tellingsOf));
  return moves.map(({ eventId, registrantId }) =>
    attending.has(registrantId) ? undefined : new Refusal("room.notAttending", { eventId }),
  );
}

/** Takes somebody's hand down for them. */
export async function lowerFor(
  db: Db,
  { clientId, eventId, registrantId, presenterId, at }: Omit<HandMove, "isUp"> & { presenterId: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const lowered = await lower(tx, [{ clientId, eventId, registrantId, at }], presenterId);
    await tell(tx, lowered.flatMap(tellingsOf));
  });
}

/** Takes down the hands of those whose pages are gone for good: none of them gave a sign of life since `aliveAfter`. */
export async function lowerLeft(db: Db, { aliveAfter, at }: { aliveAfter: Date; at: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { rows } = await sql<RoomKey & { registrantId: number }>`
      select h.client_id, h.event_id, h.registrant_id from raised_hands h
      where h.lowered_at is null and h.raised_at < ${aliveAfter} and not exists (
        select from viewing_sessions v
        where v.client_id = h.client_id and v.registrant_id = h.registrant_id and v.ended_at is null
          and v.last_seen_at >= ${aliveAfter})`.execute(tx);
    const lowered = await lower(
      tx,
      rows.map((row) => ({ ...row, at })),
    );
    await tell(tx, lowered.flatMap(tellingsOf));
  });
}

/** The hands that are up in a room, in the order of raising. */
export async function listRaised(db: Db, { clientId, eventId }: RoomKey): Promise<Static<typeof Hand>[]> {
  const { rows } = await handsOf(
    sql`select * from raised_hands where client_id = ${clientId} and event_id = ${eventId} and lowered_at is null`,
  ).execute(db);
  return rows.map(present);
}

async function raise(tx: Db, moves: readonly Omit<HandMove, "isUp">[]): Promise<readonly HandRow[]> {
  if (moves.length === 0) return [];
  const { rows } = await sql<HandRow>`
    with moved as (
      insert into raised_hands (client_id, event_id, registrant_id, raised_at)
      select client_id, event_id, registrant_id, at from (${inputOf(moves)}) input order by 1, 3
      on conflict (client_id, registrant_id) where lowered_at is null do nothing returning *
    ) ${handsOf(sql`select * from moved`)}`.execute(tx);
  return rows;
}

async function lower(
  tx: Db,
  moves: readonly Omit<HandMove, "isUp">[],
  presenterId: number | null = null,
): Promise<readonly HandRow[]> {
  if (moves.length === 0) return [];
  const { rows } = await sql<HandRow>`
    with moved as (
      update raised_hands h set lowered_at = greatest(i.at, h.raised_at), lowered_by = ${presenterId}
      from (${inputOf(moves)}) i
      where (h.client_id, h.event_id, h.registrant_id) = (i.client_id, i.event_id, i.registrant_id)
        and h.lowered_at is null
      returning h.*
    ) ${handsOf(sql`select * from moved`)}`.execute(tx);
  return rows;
}

function inputOf(moves: readonly Omit<HandMove, "isUp">[]) {
  const input = moves.map(({ clientId, eventId, registrantId, at }) => ({
    ...{ client_id: clientId, event_id: eventId, registrant_id: registrantId, at },
  }));
  return sql`select * from json_to_recordset(${JSON.stringify(input)}::json)
    as x (client_id bigint, event_id bigint, registrant_id bigint, at timestamptz(3))`;
}

function handsOf(hands: RawBuilder<unknown>): RawBuilder<HandRow> {
  return sql<HandRow>`
    select h.client_id, h.event_id, h.registrant_id, concat_ws(' ', r.first_name, r.last_name) as name,
      h.raised_at, h.lowered_at is null as is_raised
    from (${hands}) h join registrants r on r.client_id = h.client_id and r.id = h.registrant_id
    order by h.raised_at, h.id`;
}

function tellingsOf(row: HandRow): Telling[] {
  const { clientId, eventId, registrantId, isRaised } = row;
  const about = { room: { clientId, eventId }, registrantId };
  return [
    { ...about, to: "team", kind: "hands.hand", body: present(row) },
    { ...about, to: `person:${registrantId}`, kind: "hands.own", body: { isRaised } },
  ];
}

function present({ registrantId, name, raisedAt, isRaised }: HandRow): Static<typeof Hand> {
  return { eventUserId: registrantId, name, raisedAt: raisedAt.getTime(), isRaised };
}
