import type { TestApp } from "./harness.ts";

let made = 0;

/** A deck that is ready, as if it had been converted. */
export async function readyDeck(
  app: TestApp,
  { clientId, eventId }: { clientId: number; eventId: number },
  pageCount = 3,
): Promise<{ deckId: number; imageOf(page: number): string }> {
  const { db } = app.database;
  const file = async (name: string) => {
    const key = `deck-${++made}-${eventId}`;
    const values = { clientId, key, name, mediaType: "application/pdf", byteSize: 1, state: "stored" };
    const { id } = await db.insertInto("files").values(values).returning("id").executeTakeFirstOrThrow();
    return { id, key };
  };
  const [upload, pages] = [await file("talk.pdf"), await file("pages")];
  const deck = { clientId, eventId, position: ++made, fileId: upload.id, pagesFileId: pages.id, pageCount };
  const { id: deckId } = await db
    .insertInto("slideDecks")
    .values({ ...deck, state: "ready" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { deckId, imageOf: (page) => `/files/${pages.key}/page-${page}.png` };
}
