import type { Readable } from "node:stream";
import multipart, { type Multipart, type MultipartValue } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { fail, Refusal } from "../errors.ts";
import { cutText } from "../lib/cut-text.ts";
import { type StagedFile, type Staging, TooLargeError } from "../lib/staging.ts";
import { isStorableText } from "../lib/storable-text.ts";
import { addField, decodeBody, emptyFields, type Fields, parseJsonBody, parseUrlEncoded } from "./forms.ts";
import { canonicalName } from "./names.ts";

/** Forms are small; uploads stream and set their own limits. */
const FORM_BYTES = 256 * 1024;
/** What may surround a file in a body: fields, part headers, and files that are read past. */
const OTHER_PARTS_BYTES = 16 * 1024 * 1024;

/** Understands urlencoded, JSON and multipart bodies, all into the same Fields. */
export async function registerBodies(app: FastifyInstance): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: FORM_BYTES }, (request, body, done) => {
    try {
      done(null, parseBody(body as Buffer, request.headers["content-type"]));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
  await registerMultipart(app);
}

/** Lets routes of a scope ask for `readMultipart`. */
export async function registerMultipart(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { fieldSize: FORM_BYTES, fields: 200, files: 10, fileSize: FORM_BYTES, headerPairs: 50 },
  });
}

function parseBody(bytes: Buffer, contentType: string | undefined): Fields {
  const text = decodeBody(bytes, contentType);
  if (/^application\/(\w[\w.+-]*\+)?json\b/i.test(contentType ?? ""))
    return text === "" ? emptyFields() : parseJsonBody(text);
  return parseUrlEncoded(text);
}

/** A file that an operation takes. */
export interface Upload {
  /** Canonical name of its part. */
  readonly field: string;
  readonly maxBytes: number;
  /** Both for the reference: whoever takes the file refuses what is missing. */
  readonly isOptional?: boolean;
  readonly description?: string;
}

export interface MultipartOptions {
  /** The one file that is taken, and where it goes; others are read past. */
  readonly upload?: Upload | undefined;
  readonly staging?: Staging;
  /** Canonical names of the form's parameters: these count also when they come packed as small files. */
  readonly parameters?: ReadonlySet<string> | undefined;
}

export interface MultipartForm {
  form: Fields;
  file: StagedFile | undefined;
}

/** The fields of a multipart form, and the file the operation asks for: staged, and left to whoever called. */
export async function readMultipart(request: FastifyRequest, options: MultipartOptions = {}): Promise<MultipartForm> {
  const { upload } = options;
  const received = { form: emptyFields(), file: undefined, characters: 0 };
  refuseTooLong(request, upload);
  // The parser would wait for ever for what has ended before it began to listen.
  if (request.raw.destroyed) fail("body.malformed", { type: "multipart" });
  try {
    // A byte more than allowed tells a file that is too large from one that just fits: staging counts.
    const limits = { fileSize: upload ? upload.maxBytes + 1 : FORM_BYTES };
    for await (const part of request.parts({ limits })) await takePart(part, received, options);
    return received;
  } catch (error) {
    if (received.file) await options.staging?.discard(received.file);
    // Senders that read no answer before they have sent everything get theirs all the same.
    request.raw.unpipe();
    request.raw.resume();
    throw asRefusal(error, request);
  }
}

/** What could not fit says so itself before a byte of it is read. */
function refuseTooLong({ headers }: FastifyRequest, upload: Upload | undefined): void {
  const limit = (upload?.maxBytes ?? 0) + OTHER_PARTS_BYTES;
  if (Number(headers["content-length"]) > limit) fail("body.tooLarge", { limit: upload?.maxBytes ?? FORM_BYTES });
}

async function takePart(
  part: Multipart,
  received: MultipartForm & { characters: number },
  { staging, upload, parameters }: MultipartOptions,
): Promise<void> {
  const name = canonicalName(part.fieldname);
  if (part.type === "file" && staging && name === upload?.field && !received.file) {
    received.file = await staging.receive(part.file, { name: part.filename ?? "", maxBytes: upload.maxBytes });
    return;
  }
  if (part.type === "file" && (name === upload?.field || !parameters?.has(name))) {
    part.file.resume();
    return;
  }
  const value = part.type === "file" ? await readText(part.file) : textOf(part);
  received.characters += value.length;
  if (received.characters > FORM_BYTES) fail("body.tooLarge", { limit: FORM_BYTES });
  if (!isStorableText(value)) fail("parameter.invalid", { name: cutText(name.toWellFormed(), 50) });
  addField(received.form, part.fieldname, value);
}

/** A part that says it is JSON comes parsed; whoever reads the parameter reads text. */
function textOf({ value, valueTruncated }: MultipartValue): string {
  if (valueTruncated) fail("body.tooLarge", { limit: FORM_BYTES });
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : JSON.stringify(value);
}

async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > FORM_BYTES) fail("body.tooLarge", { limit: FORM_BYTES });
    chunks.push(chunk);
  }
  return decodeBody(Buffer.concat(chunks), undefined);
}

function asRefusal(error: unknown, request: FastifyRequest): unknown {
  if (error instanceof Refusal) return error;
  if (error instanceof TooLargeError) return new Refusal("body.tooLarge", { limit: error.maxBytes });
  const malformed = new Refusal("body.malformed", { type: "multipart" });
  // The sender has gone: there is nobody to answer, and it is no fault of ours.
  if (request.raw.readableAborted) return malformed;
  const { statusCode, code = "" } = error as { statusCode?: number; code?: string };
  if (statusCode === 413) return new Refusal("body.tooLarge", { limit: FORM_BYTES });
  // The parser's complaints carry a status of 4xx, or neither a status nor a system's error code.
  const isComplaint = statusCode === undefined ? code === "" : statusCode < 500;
  return isComplaint ? malformed : error;
}
