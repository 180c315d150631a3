import { type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { SlideDecks } from "../../../db/types.ts";

/** A deck with the name and key of what was uploaded, and the key of its pages' images. */
export type DeckWithFiles = Selectable<SlideDecks> & {
  fileName: string;
  fileKey: string;
  mediaType: string;
  pagesKey: string | null;
};

function selectDecks(db: Db, clientId: number) {
  return db
    .selectFrom("slideDecks as d")
    .innerJoin("files as f", (join) => join.onRef("f.clientId", "=", "d.clientId").onRef("f.id", "=", "d.fileId"))
    .leftJoin("files as p", (join) => join.onRef("p.clientId", "=", "d.clientId").onRef("p.id", "=", "d.pagesFileId"))
    .selectAll("d")
    .select(["f.name as fileName", "f.key as fileKey", "f.mediaType", "p.key as pagesKey"])
    .where("d.clientId", "=", clientId)
    .where("d.deletedAt", "is", null);
}

export async function findDeck(db: Db, clientId: number, id: number): Promise<DeckWithFiles | undefined> {
  return selectDecks(db, clientId).where("d.id", "=", id).executeTakeFirst();
}

export async function listDecks(db: Db, clientId: number, eventId: number): Promise<DeckWithFiles[]> {
  return selectDecks(db, clientId).where("d.eventId", "=", eventId).orderBy("d.position").orderBy("d.id").execute();
}

/** After the event's other decks. */
export async function insertDeck(db: Db, clientId: number, eventId: number, fileId: number): Promise<number> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from slide_decks
    where client_id = ${clientId} and event_id = ${eventId})`;
  const { id } = await db
    .insertInto("slideDecks")
    .values({ clientId, eventId, fileId, position })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function markDeckDeleted(db: Db, clientId: number, eventId: number, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("slideDecks")
    .set({ deletedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @param texts of the pages, the first page's first */
export async function writeDeckPages(
  db: Db,
  clientId: number,
  id: number,
  { pagesFileId, texts }: { pagesFileId: number; texts: readonly string[] },
): Promise<void> {
  await sql`
    insert into slides (client_id, deck_id, page, text)
    select ${clientId}, ${id}, t.page, t.text
    from unnest(${texts}::text[]) with ordinality as t (text, page)`.execute(db);
  await db
    .updateTable("slideDecks")
    .set({ pagesFileId, pageCount: texts.length })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/** A deck that can be shown. */
export interface EventSlides {
  deckId: number;
  /** Name of the uploaded file. */
  name: string;
  pages: {
    /** From 1. */
    page: number;
    /** Below the public address, beginning with a slash. */
    imagePath: string;
    /** What stands on it. */
    text: string;
  }[];
}

/** The decks that an event's console shows now: those that are ready, in order, with all their pages. */
export async function listEventSlides(db: Db, clientId: number, eventId: number): Promise<EventSlides[]> {
  const { rows } = await sql<{ deckId: number; name: string; pagesKey: string; texts: string[] }>`
    select d.id as deck_id, f.name, p.key as pages_key,
      array(select s.text from slides s where s.client_id = d.client_id and s.deck_id = d.id order by s.page) as texts
    from slide_decks d
      join files f on f.client_id = d.client_id and f.id = d.file_id
      join files p on p.client_id = d.client_id and p.id = d.pages_file_id
    where d.client_id = ${clientId} and d.event_id = ${eventId} and d.state = 'ready' and d.deleted_at is null
    order by d.position, d.id`.execute(db);
  return rows.map(({ deckId, name, pagesKey, texts }) => ({
    deckId,
    name,
    pages: texts.map((text, index) => {
      const page = index + 1;
      return { page, imagePath: `/files/${pagesKey}/${pageName(page)}`, text };
    }),
  }));
}

/** Of the image within the deck's set of files. */
export function pageName(page: number): string {
  return `page-${page}.png`;
}

/**
 * Gives another event the same decks: files are shared, pages copied, and what is not ready yet is processed for
 * the copy too. One statement, however many there are.
 */
export async function copySlides(db: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    with source as materialized (
      select d.*, nextval(pg_get_serial_sequence('slide_decks', 'id')) as copy_id,
        d.state in ('received', 'processing') as is_unfinished
      from slide_decks d where d.client_id = ${clientId} and d.event_id = ${fromId} and d.deleted_at is null
    ), decks as (
      insert into slide_decks
        (client_id, id, event_id, position, file_id, state, reason, pages_file_id, page_count)
      select client_id, copy_id, ${toId}, position, file_id,
        case when is_unfinished then 'received' else state end, reason, pages_file_id, page_count
      from source
    ), pages as (
      insert into slides (client_id, deck_id, page, text)
      select s.client_id, source.copy_id, s.page, s.text
      from source join slides s on s.client_id = source.client_id and s.deck_id = source.id
    )
    select graphile_worker.add_job('process-slides', json_build_object('clientId', client_id, 'deckId', copy_id),
      job_key => 'slides:' || copy_id)
    from source where is_unfinished`.execute(db);
}
