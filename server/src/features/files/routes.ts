import { create as contentDisposition } from "content-disposition";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import parseRange from "range-parser";
import type { Database } from "../../db/types.ts";
import { fail } from "../../errors.ts";
import type { FileStore } from "../../lib/file-store.ts";
import { findFileByKey } from "./queries.ts";
import { CONTENT } from "./save-file.ts";

export interface FileDeps {
  db: Kysely<Database>;
  files: FileStore;
}

/** Types a browser may show in its window: none of them runs script. Everything else is downloaded. */
const shown = /^(image\/(jpeg|png|gif)|video\/|audio\/|application\/pdf$|application\/vnd\.apple\.mpegurl$|text\/vtt$)/;

/** What parts of sets are, by extension. */
const partTypes: Readonly<Record<string, string>> = {
  m3u8: "application/vnd.apple.mpegurl",
  m4s: "video/iso.segment",
  mp4: "video/mp4",
  jpg: "image/jpeg",
  png: "image/png",
};

/** Serves files to whoever was given their address. */
export function fileRoutes(app: FastifyInstance, { db, files }: FileDeps): void {
  app.get<{ Params: { key: string } }>("/files/:key", { schema: { hide: true } }, async (request, reply) => {
    const { key } = request.params;
    const file = isKey(key) ? await findFileByKey(db, key) : undefined;
    if (!file) fail("file.unknown");
    const type = shown.test(file.mediaType) ? "inline" : "attachment";
    reply.header("Content-Disposition", contentDisposition(file.name, { type }));
    return send(request, reply, `${key}/${file.isSet ? file.name : CONTENT}`, file.mediaType);
  });

  app.get<{ Params: { key: string; part: string } }>(
    "/files/:key/:part",
    { schema: { hide: true } },
    async (request, reply) => {
      const { key, part } = request.params;
      const mediaType = /^[\w-]+\.(\w+)$/.exec(part)?.[1];
      if (!isKey(key) || !mediaType || !partTypes[mediaType]) fail("file.unknown");
      return send(request, reply, `${key}/${part}`, partTypes[mediaType]);
    },
  );

  async function send(request: FastifyRequest, reply: FastifyReply, path: string, mediaType: string) {
    const byteSize = (await files.size(path)) ?? fail("file.unknown");
    const etag = `"${path.split("/")[0]}"`;
    reply.headers({
      "Content-Type": mediaType,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox",
      "Cross-Origin-Resource-Policy": "same-site",
      "Referrer-Policy": "no-referrer",
      // A key never means other bytes.
      "Cache-Control": "private, max-age=31536000, immutable",
      "Accept-Ranges": "bytes",
      ETag: etag,
    });
    if (request.headers["if-none-match"] === etag) return reply.status(304).send();
    const range = readRange(request, byteSize);
    if (range === "none") return reply.status(416).header("Content-Range", `bytes */${byteSize}`).send();
    const object = (await files.read(path, range)) ?? fail("file.unknown");
    if (!range) return reply.header("Content-Length", byteSize).send(object.stream);
    reply.status(206).header("Content-Range", `bytes ${range.start}-${range.end}/${byteSize}`);
    return reply.header("Content-Length", range.end - range.start + 1).send(object.stream);
  }
}

function isKey(text: string): boolean {
  return /^[\da-f]{32}$/.test(text);
}

/** One range is served; several at once get the whole, as RFC 9110 allows. */
function readRange(request: FastifyRequest, byteSize: number): { start: number; end: number } | "none" | undefined {
  const header = request.headers.range;
  if (header === undefined) return undefined;
  const ranges = parseRange(byteSize, header);
  if (ranges === -2) return undefined;
  if (ranges === -1) return "none";
  return ranges.length === 1 && ranges.type === "bytes" ? ranges[0] : undefined;
}
