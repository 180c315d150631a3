import { type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Media } from "../../../db/types.ts";

/** A medium with the keys under which its files are served. */
export type MediaWithFiles = Selectable<Media> & {
  fileKey: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  streamKey: string | null;
  /** The part of the stream that players open. */
  streamEntry: string | null;
  posterKey: string | null;
};

function selectMedia(db: Db, clientId: number) {
  return db
    .selectFrom("media as m")
    .innerJoin("files as f", (join) => join.onRef("f.clientId", "=", "m.clientId").onRef("f.id", "=", "m.fileId"))
    .leftJoin("files as s", (join) => join.onRef("s.clientId", "=", "m.clientId").onRef("s.id", "=", "m.streamFileId"))
    .leftJoin("files as p", (join) => join.onRef("p.clientId", "=", "m.clientId").onRef("p.id", "=", "m.posterFileId"))
    .selectAll("m")
    .select(["f.key as fileKey", "f.name as fileName", "f.mediaType", "f.byteSize"])
    .select(["s.key as streamKey", "s.name as streamEntry", "p.key as posterKey"])
    .where("m.clientId", "=", clientId)
    .where("m.deletedAt", "is", null);
}

export async function findMedia(db: Db, clientId: number, id: number): Promise<MediaWithFiles | undefined> {
  return selectMedia(db, clientId).where("m.id", "=", id).executeTakeFirst();
}

/** Newest first, from the one after `before` on. */
export async function listMedia(
  db: Db,
  clientId: number,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<MediaWithFiles[]> {
  const page = selectMedia(db, clientId).orderBy("m.id", "desc").limit(limit);
  return (before === undefined ? page : page.where("m.id", "<", before)).execute();
}

export async function listVideoIds(db: Db, clientId: number, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("media")
    .select("id")
    .where("clientId", "=", clientId)
    .where("id", "in", ids)
    .where("kind", "=", "video")
    .where("deletedAt", "is", null)
    .execute();
  return rows.map(({ id }) => id);
}

/** What a worker found out and made of an upload. */
export interface MediaResult {
  streamFileId?: number;
  posterFileId?: number;
  durationSeconds?: number;
  width?: number;
  height?: number;
  pageCount?: number;
}

export async function updateMediaResult(db: Db, clientId: number, id: number, result: MediaResult): Promise<void> {
  if (Object.keys(result).length === 0) return;
  await db.updateTable("media").set(result).where("clientId", "=", clientId).where("id", "=", id).execute();
}

/** The videos of an event's player in their order, whatever their state. */
export async function listChosenVideos(db: Db, clientId: number, eventId: number): Promise<MediaWithFiles[]> {
  return selectMedia(db, clientId)
    .innerJoin("eventVideos as v", (join) =>
      join.onRef("v.clientId", "=", "m.clientId").onRef("v.mediaId", "=", "m.id"),
    )
    .where("v.eventId", "=", eventId)
    .orderBy("v.position")
    .orderBy("m.id")
    .execute();
}

/** A video that can be played: `/files/{streamKey}/{streamEntry}`, its poster at `/files/{posterKey}`. */
export interface EventVideo {
  mediaId: number;
  title: string;
  streamKey: string;
  streamEntry: string;
  /** Null for sound alone. */
  posterKey: string | null;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
}

/** The videos that an event's player shows now: those that are ready, in order. */
export async function listEventVideos(db: Db, clientId: number, eventId: number): Promise<EventVideo[]> {
  const chosen = await listChosenVideos(db, clientId, eventId);
  return chosen.flatMap(({ id, title, state, streamKey, streamEntry, posterKey, durationSeconds, width, height }) =>
    state === "ready" && streamKey !== null && streamEntry !== null
      ? [{ mediaId: id, title, streamKey, streamEntry, posterKey, durationSeconds, width, height }]
      : [],
  );
}

export async function removeEventVideos(db: Db, clientId: number, eventId: number): Promise<void> {
  await db.deleteFrom("eventVideos").where("clientId", "=", clientId).where("eventId", "=", eventId).execute();
}

/** In the order given. */
export async function insertEventVideos(
  db: Db,
  clientId: number,
  eventId: number,
  mediaIds: readonly number[],
): Promise<void> {
  if (mediaIds.length === 0) return;
  const rows = mediaIds.map((mediaId, index) => ({ clientId, eventId, mediaId, position: index + 1 }));
  await db.insertInto("eventVideos").values(rows).execute();
}

/** Lets another event show the same videos. */
export async function copyEventVideos(db: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    insert into event_videos (client_id, event_id, media_id, position)
    select v.client_id, ${toId}, v.media_id, v.position
    from event_videos v join media m on m.client_id = v.client_id and m.id = v.media_id
    where v.client_id = ${clientId} and v.event_id = ${fromId} and m.deleted_at is null`.execute(db);
}
