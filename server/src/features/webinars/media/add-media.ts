import type { Kysely } from "kysely";
import { queueJob } from "../../../db/queue-job.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import type { StagedFile } from "../../../lib/staging.ts";
import { type FileExtension, findMediaType } from "../../base/files/file-kinds.ts";
import { saveFile } from "../../base/files/save-file.ts";
import { mediaChanges } from "./changes.ts";
import { processMediaJob } from "./jobs.ts";
import { insertMedia } from "./upload-queries.ts";

export interface MediaUploadDeps {
  readonly db: Kysely<Database>;
  readonly files: FileStore;
}

export type MediaKind = "video" | "document";

/** As published. */
const accepted: Readonly<Record<MediaKind, readonly FileExtension[]>> = {
  video: ["mp4", "wmv", "mov", "mp3", "flv", "avi"],
  document: ["pdf", "jpg", "jpeg", "png"],
};

export interface NewMedia {
  readonly clientId: number;
  readonly kind: MediaKind;
  readonly staged: StagedFile;
  /** The file's name without its extension when undefined. */
  readonly title?: string | undefined;
  /** The uploader's own id for it. */
  readonly externalId?: string | undefined;
  readonly actor: string;
}

/** Takes an upload into the Media Manager, to be processed in the background; answers its id. */
export async function addMedia({ db, files }: MediaUploadDeps, media: NewMedia): Promise<number> {
  const { clientId, kind, staged, externalId = null, actor } = media;
  const mediaType = await findMediaType(staged, accepted[kind]);
  if (!mediaType) fail("file.notAccepted");
  const title = media.title ?? staged.name.replace(/\.\w+$/, "");
  return saveFile({ db, files }, { clientId, staged, mediaType, createdBy: actor }, async (tx, fileId) => {
    const mediaId = await insertMedia(tx, { clientId, kind, title, externalId, fileId, createdBy: actor });
    await mediaChanges.record(tx, "media.uploaded", { clientId, subjectId: mediaId, actor });
    await queueJob(tx, processMediaJob.name, { clientId, mediaId }, `media:${mediaId}`);
    return mediaId;
  });
}
