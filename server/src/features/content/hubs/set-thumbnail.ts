import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import type { StagedFile } from "../../../lib/staging.ts";
import { findMediaType } from "../../base/files/file-kinds.ts";
import { saveFile } from "../../base/files/save-file.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { hubChanges } from "./changes.ts";
import { findContent } from "./content-queries.ts";
import { updateHubContent } from "./content-writes.ts";
import { findHub, lockHub } from "./queries.ts";

/** Sets the picture of a content in a hub. Refuses file.notAccepted for anything but JPEG, PNG and GIF. */
export async function setThumbnail(
  { db, files }: { db: Kysely<Database>; files: FileStore },
  { clientId, hubId, contentId }: { clientId: number; hubId: number; contentId: number },
  staged: StagedFile,
  author: Author,
): Promise<void> {
  if (!(await findHub(db, clientId, hubId))) fail("hub.unknown", { hubId });
  if (!(await findContent(db, clientId, hubId, contentId))) fail("content.unknown", { contentId });
  const mediaType = await findMediaType(staged, ["jpg", "jpeg", "png", "gif"]);
  if (!mediaType) fail("file.notAccepted");
  await saveFile({ db, files }, { clientId, staged, mediaType }, async (tx, thumbnailFileId) => {
    await lockHub(tx, clientId, hubId);
    await updateHubContent(tx, clientId, hubId, contentId, { thumbnailFileId });
    await hubChanges.record(tx, "hub-content.updated", {
      clientId,
      eventId: hubId,
      subjectId: contentId,
      actor: author.actor,
    });
  });
}
