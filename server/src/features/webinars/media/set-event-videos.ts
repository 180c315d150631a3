import type { Db } from "../../../db/database.ts";
import { inTransaction, lock } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { findEvent } from "../events/queries.ts";
import { mediaChanges } from "./changes.ts";
import { insertEventVideos, listVideoIds, removeEventVideos } from "./queries.ts";

/** Chooses the videos of an event's player, in order. They may still be on their way: the player shows what is ready. */
export async function setEventVideos(
  db: Db,
  { clientId, eventId, actor }: { clientId: number; eventId: number; actor: string },
  mediaIds: readonly number[],
): Promise<void> {
  await inTransaction(db, async (tx) => {
    // Two at once would insert the same video twice.
    await lock(tx, `event-videos:${eventId}`);
    if (!(await findEvent(tx, clientId, eventId))) fail("event.unknown", { eventId });
    const videos = new Set(await listVideoIds(tx, clientId, mediaIds));
    const stranger = mediaIds.find((id) => !videos.has(id));
    if (stranger !== undefined) fail("media.notVideo", { mediaId: stranger });
    await removeEventVideos(tx, clientId, eventId);
    await insertEventVideos(tx, clientId, eventId, mediaIds);
    await mediaChanges.record(tx, "event-videos.updated", { clientId, eventId, actor });
  });
}
