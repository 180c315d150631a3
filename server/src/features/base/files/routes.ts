import { create as contentDisposition } from "content-disposition";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import parseRange from "range-parser";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { ByteRange, FileStore } from "../../../lib/file-store.ts";
import { findFileByKey } from "./queries.ts";
import { CONTENT } from "./save-file.ts";

export interface FileDeps {
  db: Kysely<Database>;
  files: FileStore;
}

/** Types a browser may show in its window: none of them runs script. Everything else is downloaded. */
const shown =
  /^(image\/(jpeg|png|gif)|video\/[\w.-]+|audio\/[\w.-]+|application\/(pdf|vnd\.apple\.mpegurl)|text\/vtt)$/;

/** What parts of sets are, by extension. */
const partTypes = new Map([
  ["m3u8", "application/vnd.apple.mpegurl"],
  ["m4s", "video/iso.segment"],
  ["mp4", "video/mp4"],
  ["jpg", "image/jpeg"],
  ["png", "image/png"],
]);

/** Nothing of these means other bytes later. A shared cache may keep parts of videos and slides: they are many and asked for often. */
const keptByBrowsers = "private, max-age=31536000, immutable";
const keptByCaches = "public, max-age=31536000, immutable";

interface Served {
  readonly path: string;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Serves files to whoever was given their address. */
export function fileRoutes(app: FastifyInstance, { db, files }: FileDeps): void {
  // HEAD by itself: Fastify's own would read the whole file to throw it away.
  const method = ["GET", "HEAD"];
  const schema = { hide: true };
  const config = { isSentAsStored: true };

  app.route<{ Params: { key: string } }>({
    method,
    schema,
    config,
    url: "/files/:key",
    handler: async (request, reply) => {
      const { key } = request.params;
      const file = isKey(key) ? await findFileByKey(db, key) : undefined;
      if (!file) fail("file.unknown");
      const type = shown.test(file.mediaType) ? "inline" : "attachment";
      return send(request, reply, {
        path: `${key}/${file.isSet ? file.name : CONTENT}`,
        mediaType: file.mediaType,
        headers: {
          "Content-Disposition": contentDisposition(file.name, { type }),
          "Cache-Control": keptByBrowsers,
        },
      });
    },
  });

  app.route<{ Params: { key: string; part: string } }>({
    method,
    schema,
    config,
    url: "/files/:key/:part",
    handler: async (request, reply) => {
      const { key, part } = request.params;
      const mediaType = partTypes.get(/^[\w-]+\.(\w+)$/.exec(part)?.[1] ?? "");
      if (!isKey(key) || !mediaType) fail("file.unknown");
      return send(request, reply, { path: `${key}/${part}`, mediaType, headers: { "Cache-Control": keptByCaches } });
    },
  });

  async function send(request: FastifyRequest, reply: FastifyReply, served: Served) {
    const { path } = served;
    const etag = `"${path.split("/")[0]}"`;
    const byteSize = await sizeIfNeeded(request, path);
    if (isKnown(request.headers["if-none-match"], etag))
      return reply.status(304).headers(headersOf(served, etag)).send();
    const range = byteSize === undefined ? undefined : readRange(request, byteSize, etag);
    if (range === "none")
      return reply
        .status(416)
        .headers({ "Content-Range": `bytes */${byteSize}`, "Cache-Control": "no-store" })
        .send();
    if (request.method === "HEAD") return answerHead(reply.headers(headersOf(served, etag)), byteSize ?? 0);
    const object = (await files.read(path, range)) ?? fail("file.unknown");
    reply.headers(headersOf(served, etag));
    if (!range) return reply.header("Content-Length", object.byteSize).send(object.stream);
    reply.status(206).header("Content-Range", `bytes ${range.start}-${range.end}/${byteSize}`);
    return reply.header("Content-Length", range.end - range.start + 1).send(object.stream);
  }

  /** Reading the whole tells its size by itself, and a store elsewhere is asked once instead of twice. */
  async function sizeIfNeeded({ method, headers }: FastifyRequest, path: string): Promise<number | undefined> {
    if (method === "GET" && headers.range === undefined && headers["if-none-match"] === undefined) return undefined;
    return (await files.size(path)) ?? fail("file.unknown");
  }
}

function answerHead(reply: FastifyReply, byteSize: number) {
  return reply.header("Content-Length", byteSize).send();
}

function headersOf({ mediaType, headers }: Served, etag: string): Record<string, string> {
  return {
    "Content-Type": mediaType,
    "X-Content-Type-Options": "nosniff",
    // Chromium shows no PDF in a sandbox; its viewer runs nothing of the file in our name.
    ...(mediaType !== "application/pdf" && {
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox",
    }),
    "Cross-Origin-Resource-Policy": "same-site",
    "Referrer-Policy": "no-referrer",
    "Accept-Ranges": "bytes",
    ETag: etag,
    ...headers,
  };
}

function isKey(text: string): boolean {
  return /^[\da-f]{32}$/.test(text);
}

/** `"a", W/"b"` or `*`: whether the caller has these bytes already. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}

/** One range is served; several at once get the whole, as RFC 9110 allows, and so does what continues other bytes. */
function readRange(
  { headers, method }: FastifyRequest,
  byteSize: number,
  etag: string,
): ByteRange | "none" | undefined {
  const { range } = headers;
  const continued = headers["if-range"];
  if (!range?.startsWith("bytes=") || method === "HEAD") return undefined;
  if (continued !== undefined && continued !== etag) return undefined;
  // More than there is, from the end: that is everything, which the parser takes for nothing.
  if (byteSize > 0 && Number(/^bytes=-(\d+)$/.exec(range)?.[1]) >= byteSize) return { start: 0, end: byteSize - 1 };
  const ranges = parseRange(byteSize, range);
  if (ranges === -2) return undefined;
  if (ranges === -1) return "none";
  return ranges.length === 1 ? ranges[0] : undefined;
}
