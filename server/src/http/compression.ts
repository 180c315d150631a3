import { pipeline, Readable } from "node:stream";
import { promisify } from "node:util";
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
  gzipSync,
} from "node:zlib";
import { Negotiator } from "@fastify/accept-negotiator";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { keptWith } from "../lib/kept-with.ts";

type Encoding = "br" | "gzip";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Sends what is stored, byte by byte: ranges and lengths are those of the file. */
    isSentAsStored?: boolean;
  }
}

/** Below this a packet carries the answer whole anyway. */
const MIN_BYTES = 1000;
/** What takes longer to compress leaves the thread that serves everybody; handing over costs as much as a page. */
const MAX_BYTES_AT_ONCE = 64 * 1024;

/** For text of a moment: each step further costs twice the time for a twentieth of the bytes. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
const gzipOptions = { level: 5 };

const compressible =
  /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/javascript\b|image\/svg\+xml)/;

const negotiator = new Negotiator<Encoding>({ supportedValues: ["br", "gzip"] });

/** What a client takes, the better one first; undefined when it wants the bytes as they are. */
export function encodingFor({ headers }: FastifyRequest): Encoding | undefined {
  return negotiator.negotiate(String(headers["accept-encoding"] ?? "")) ?? undefined;
}

/**
 * Compresses texts that are worth it for clients that ask for it. By hand, because @fastify/compress leaves strong ETags and
 * Vary as they are, takes compressed requests too, and knows nothing of the rule in `isGuessable`.
 */
export function compressAnswers(server: FastifyInstance): void {
  server.addHook("onSend", (request, reply, payload, done) => {
    const encoding = isText(request, reply, payload) ? agree(request, reply) : undefined;
    if (encoding === undefined) return done(null, payload);
    if (typeof payload !== "string" && !Buffer.isBuffer(payload))
      return done(null, packStream(payload as Readable, encoding));
    if (payload.length <= MAX_BYTES_AT_ONCE) return done(null, packAtOnce(payload, encoding));
    return encoding === "br" ? brotliCompress(payload, brotliOptions, done) : gzip(payload, gzipOptions, done);
  });
}

/** Whether an answer is a whole text that gains from being compressed, and is not yet. */
function isText({ routeOptions }: FastifyRequest, reply: FastifyReply, payload: unknown): boolean {
  if (payload === null || payload === undefined || routeOptions.config.isSentAsStored) return false;
  const isLong = payload instanceof Readable || (payload as string | Buffer).length >= MIN_BYTES;
  if (!isLong || reply.hasHeader("Content-Encoding") || reply.hasHeader("Content-Range")) return false;
  return compressible.test(String(reply.getHeader("Content-Type") ?? ""));
}

/** Settles the encoding of an answer with its client, and says so in its headers. */
function agree(request: FastifyRequest, reply: FastifyReply): Encoding | undefined {
  const vary = reply.getHeader("Vary");
  reply.header("Vary", vary === undefined ? "Accept-Encoding" : `${vary}, Accept-Encoding`);
  const encoding = isGuessable(request, reply) ? undefined : encodingFor(request);
  if (encoding === undefined) return undefined;
  reply.header("Content-Encoding", encoding).removeHeader("Content-Length").removeHeader("Accept-Ranges");
  const etag = String(reply.getHeader("ETag") ?? "");
  // The same content in other bytes: that is what a weak validator says.
  if (etag.startsWith('"')) reply.header("ETag", `W/${etag}`);
  return encoding;
}

/**
 * Whether another site made the browser ask for what only this browser may see. Such a site can put guesses into the address
 * and tell from the length, if somebody on the way helps, which of them stands in the page as well (BREACH).
 */
function isGuessable({ headers }: FastifyRequest, reply: FastifyReply): boolean {
  const site = headers["sec-fetch-site"];
  return (site === "cross-site" || site === "same-site") && reply.getHeader("Cache-Control") === "no-store";
}

function packAtOnce(content: string | Buffer, encoding: Encoding): Buffer {
  return encoding === "br" ? brotliCompressSync(content, brotliOptions) : gzipSync(content, gzipOptions);
}

function packStream(content: Readable, encoding: Encoding): Readable {
  const packer = encoding === "br" ? createBrotliCompress(brotliOptions) : createGzip(gzipOptions);
  // An end that comes too early ends the packer as well, and so the answer.
  return pipeline(content, packer, () => {});
}

/** Brotli's last two steps take 25 times as long for a fifteenth of the bytes. */
const thorough = { br: { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }, gzip: { level: 9 } };
const brotliApart = promisify(brotliCompress);
const gzipApart = promisify(gzip);
const kept = keptWith<Buffer, Promise<Buffer>>();

/** Answers with a text that stays the same while the process runs: compressed when first asked for, and thoroughly. */
export async function sendKept(request: FastifyRequest, reply: FastifyReply, content: Buffer): Promise<FastifyReply> {
  const encoding = content.length < MIN_BYTES ? undefined : encodingFor(request);
  if (encoding === undefined) return reply.send(content);
  const packed = await kept(content, encoding, () =>
    encoding === "br" ? brotliApart(content, thorough.br) : gzipApart(content, thorough.gzip),
  );
  return reply.headers({ "Content-Encoding": encoding, Vary: "Accept-Encoding" }).send(packed);
}
