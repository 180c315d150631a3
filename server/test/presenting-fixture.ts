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

/** A video that is ready, in the event's player; as those in the room are told of it. */
export async function readyVideo(app: TestApp, { clientId, eventId }: { clientId: number; eventId: number }) {
  const { db } = app.database;
  const key = `video-${++made}-${eventId}`;
  const file = { clientId, key, name: "master.m3u8", mediaType: "application/vnd.apple.mpegurl", byteSize: 1 };
  const { id: fileId } = await db
    .insertInto("files")
    .values({ ...file, state: "stored" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const media = { clientId, kind: "video", title: "Film", fileId, streamFileId: fileId, durationSeconds: 3000.5 };
  const { id: mediaId } = await db
    .insertInto("media")
    .values({ ...media, state: "ready" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db.insertInto("eventVideos").values({ clientId, eventId, mediaId, position: 1 }).execute();
  return { mediaId, title: "Film", streamPath: `/files/${key}/master.m3u8`, posterPath: null, durationMs: 3_000_500 };
}
