import { create as contentDisposition } from "content-disposition";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import { CONTENT } from "../../base/files/save-file.ts";
import { findContentMedia, type HubContent } from "./content-queries.ts";

/** Without the sandbox that /files puts around everything: browsers' PDF viewers do not work inside it. */
export async function sendDocument(
  { db, files }: { db: Kysely<Database>; files: FileStore },
  visit: Visit,
  content: HubContent,
  type: "inline" | "attachment",
) {
  const media = content.mediaId === null ? undefined : await findContentMedia(db, content.clientId, content.mediaId);
  const object = content.contentType === "pdf" && media ? await files.read(`${media.fileKey}/${CONTENT}`) : undefined;
  if (!media || !object) fail("http.notFound", { path: "this address" });
  return visit
    .open()
    .headers({
      "Content-Type": media.mediaType,
      "Content-Length": object.byteSize,
      "Content-Disposition": contentDisposition(media.fileName, { type }),
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      "Cache-Control": "private, no-cache",
    })
    .send(object.stream);
}
