import type { Layout, Stage } from "@lectern/wire/presenting";
import { type Insertable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Stages } from "../../../db/types.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { pageName } from "../../webinars/slides/queries.ts";

const EMPTY: Stage = { slide: null, layout: "side-by-side", captions: null, message: null };

/** What everybody sees, or the team while it practises. */
export async function readStage(db: Db, { clientId, eventId }: RoomKey, isPractice: boolean): Promise<Stage> {
  const { rows } = await sql<StageRow>`
    select s.deck_id, s.page, s.slide_at_ms, s.layout, s.captions_language, s.message, f.key as pages_key
    from stages s
      left join slide_decks d on d.client_id = s.client_id and d.id = s.deck_id and d.deleted_at is null
      left join files f on f.client_id = d.client_id and f.id = d.pages_file_id
    where s.client_id = ${clientId} and s.event_id = ${eventId} and s.is_practice = ${isPractice}`.execute(db);
  const [row] = rows;
  if (!row) return EMPTY;
  const { deckId, page, pagesKey, slideAtMs, layout, captionsLanguage, message } = row;
  const slide =
    deckId === null || page === null || pagesKey === null
      ? null
      : { deckId, page, imagePath: imagePathOf(pagesKey, page), atMs: slideAtMs };
  return { slide, layout, captions: captionsLanguage, message };
}

interface StageRow {
  readonly deckId: number | null;
  readonly page: number | null;
  readonly pagesKey: string | null;
  readonly slideAtMs: number;
  readonly layout: Layout;
  readonly captionsLanguage: string | null;
  readonly message: string | null;
}

export function imagePathOf(pagesKey: string, page: number): string {
  return `/files/${pagesKey}/${pageName(page)}`;
}

export type StageColumns = Partial<Omit<Insertable<Stages>, "clientId" | "eventId" | "isPractice">>;

export async function writeStage(
  tx: Db,
  { clientId, eventId }: RoomKey,
  isPractice: boolean,
  changes: StageColumns,
): Promise<void> {
  await tx
    .insertInto("stages")
    .values({ clientId, eventId, isPractice, ...changes })
    .onConflict((conflict) => conflict.columns(["clientId", "eventId", "isPractice"]).doUpdateSet(changes))
    .execute();
}

export async function removePractice(tx: Db, { clientId, eventId }: RoomKey): Promise<void> {
  await tx
    .deleteFrom("stages")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("isPractice", "=", true)
    .execute();
}

/** Practice begins with what everybody sees. */
export async function copyToPractice(tx: Db, { clientId, eventId }: RoomKey): Promise<void> {
  await sql`
    insert into stages (client_id, event_id, is_practice, deck_id, page, slide_at_ms, layout, captions_language, message)
    select client_id, event_id, true, deck_id, page, slide_at_ms, layout, captions_language, message from stages
    where client_id = ${clientId} and event_id = ${eventId} and not is_practice
    on conflict do nothing`.execute(tx);
}

/** A deck that can be shown: its page `n` is the image `{imagesPath}/page-{n}.png`. */
export interface ShownDeck {
  readonly deckId: number;
  readonly name: string;
  readonly pageCount: number;
  readonly imagesPath: string;
}

export async function listShownDecks(db: Db, { clientId, eventId }: RoomKey): Promise<ShownDeck[]> {
  const { rows } = await sql<ShownDeck>`
    select d.id as deck_id, f.name, d.page_count, '/files/' || p.key as images_path
    from slide_decks d
      join files f on f.client_id = d.client_id and f.id = d.file_id
      join files p on p.client_id = d.client_id and p.id = d.pages_file_id
    where d.client_id = ${clientId} and d.event_id = ${eventId} and d.state = 'ready' and d.deleted_at is null
    order by d.position, d.id`.execute(db);
  return rows;
}
