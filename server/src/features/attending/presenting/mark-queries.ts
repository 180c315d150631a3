import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { imagePathOf } from "./stage-queries.ts";

/** What comes at a time of the recording; `ref` is the deck or the poll, `page` is 0 for polls. */
export interface Mark {
  readonly atMs: number;
  readonly kind: "slide" | "poll";
  readonly ref: number;
  readonly page: number;
}

export async function listMarks(db: Db, { clientId, eventId }: RoomKey): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    select at_ms, kind, ref, page from event_marks where client_id = ${clientId} and event_id = ${eventId}
    order by at_ms, kind, ref, page`.execute(db);
  return rows;
}

/** Puts other marks in the place of what there is. Those that stay are not due again. */
export async function replaceMarks(tx: Db, { clientId, eventId }: RoomKey, marks: readonly Mark[]): Promise<void> {
  const input = JSON.stringify(marks.map(({ atMs, kind, ref, page }) => ({ at_ms: atMs, kind, ref, page })));
  const given = sql`json_to_recordset(${input}::json) as g (at_ms bigint, kind text, ref bigint, page int)`;
  await sql`
    delete from event_marks m where client_id = ${clientId} and event_id = ${eventId} and not exists (
      select from ${given} where (g.at_ms, g.kind, g.ref, g.page) = (m.at_ms, m.kind, m.ref, m.page))`.execute(tx);
  await sql`
    insert into event_marks (client_id, event_id, at_ms, kind, ref, page)
    select ${clientId}, ${eventId}, at_ms, kind, ref, page from ${given} on conflict do nothing`.execute(tx);
}

/** A room that plays a recording for everybody. */
export interface PlayingRoom extends RoomKey {
  readonly begins: Date;
  /** Since it began. */
  readonly atMs: number;
}

export interface DueMark extends RoomKey, Mark {
  readonly begins: Date;
  /** Whether no later one of its kind has come by now. */
  readonly isLatest: boolean;
}

/** What should have come by now in these rooms, and has not, in its order. */
export async function listDueMarks(db: Db, rooms: readonly PlayingRoom[]): Promise<DueMark[]> {
  const input = rooms.map(({ clientId, eventId, begins, atMs }) => ({
    ...{ client_id: clientId, event_id: eventId, begins, now_ms: atMs },
  }));
  const { rows } = await sql<DueMark>`
    select m.client_id, m.event_id, m.at_ms, m.kind, m.ref, m.page, r.begins, not exists (
        select from event_marks l where l.client_id = m.client_id and l.event_id = m.event_id and l.kind = m.kind
          and l.at_ms > m.at_ms and l.at_ms <= r.now_ms) as is_latest
    from json_to_recordset(${JSON.stringify(input)}::json)
        as r (client_id bigint, event_id bigint, begins timestamptz(3), now_ms bigint)
      join event_marks m on m.client_id = r.client_id and m.event_id = r.event_id
    where m.at_ms <= r.now_ms and m.fired_for is distinct from r.begins
    order by m.at_ms, m.kind, m.ref, m.page`.execute(db);
  return rows;
}

/** Claims a mark for this transaction; false when another has it. */
export async function claimMark(
  tx: Db,
  { clientId, eventId, atMs, kind, ref, page, begins }: DueMark,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("eventMarks")
    .set({ firedFor: begins })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("atMs", "=", atMs)
    .where("kind", "=", kind)
    .where("ref", "=", ref)
    .where("page", "=", page)
    .where(sql<boolean>`fired_for is distinct from ${begins}`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** When slides come, for players that each go their own way. */
export async function listSlideTimes(db: Db, { clientId, eventId }: RoomKey) {
  const { rows } = await sql<{ deckId: number; page: number; atMs: number; pagesKey: string }>`
    select m.ref as deck_id, m.page, m.at_ms, f.key as pages_key
    from event_marks m
      join slide_decks d on d.client_id = m.client_id and d.event_id = m.event_id and d.id = m.ref and d.deleted_at is null
      join files f on f.client_id = d.client_id and f.id = d.pages_file_id
    where m.client_id = ${clientId} and m.event_id = ${eventId} and m.kind = 'slide'
    order by m.at_ms, m.ref, m.page`.execute(db);
  return rows.map(({ pagesKey, ...slide }) => ({ ...slide, imagePath: imagePathOf(pagesKey, slide.page) }));
}

/** Gives another event the same marks, of its own decks and polls: the first one of the copy is the first one of the source. */
export async function copyMarks(db: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    with things as (
      select 'slide' as kind, event_id, id, row_number() over (partition by event_id order by position, id) as place
      from slide_decks where client_id = ${clientId} and event_id in (${fromId}, ${toId}) and deleted_at is null
      union all
      select 'poll', event_id, id, row_number() over (partition by event_id order by position, id)
      from polls where client_id = ${clientId} and event_id in (${fromId}, ${toId}) and deleted_at is null
    )
    insert into event_marks (client_id, event_id, at_ms, kind, ref, page)
    select m.client_id, ${toId}, m.at_ms, m.kind, copied.id, m.page
    from event_marks m
      join things source on source.event_id = ${fromId} and source.kind = m.kind and source.id = m.ref
      join things copied on copied.event_id = ${toId} and copied.kind = m.kind and copied.place = source.place
    where m.client_id = ${clientId} and m.event_id = ${fromId}`.execute(db);
}
