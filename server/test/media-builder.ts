import { Readable } from "node:stream";
import { saveFile } from "../src/features/base/files/save-file.ts";
import type { TestApp } from "./harness.ts";

/** Puts an upload into the Media Manager as it is, without processing; answers its id. */
export async function buildMedia(
  { database: { db }, jobContext }: TestApp,
  clientId: number,
  { name, mediaType, content = "bytes" }: { name: string; mediaType: string; content?: Buffer | string },
): Promise<number> {
  const staged = await jobContext.staging.receive(Readable.from([Buffer.from(content)]), { name, maxBytes: 1e6 });
  const kind = /^(video|audio)\//.test(mediaType) ? "video" : "document";
  return saveFile({ db, files: jobContext.files }, { clientId, staged, mediaType }, async (tx, fileId) => {
    const row = { clientId, kind, title: name, fileId, state: "ready" };
    const { id } = await tx.insertInto("media").values(row).returning("id").executeTakeFirstOrThrow();
    return id;
  });
}
