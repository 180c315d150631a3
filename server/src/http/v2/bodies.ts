import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { fail, Refusal } from "../../errors.ts";
import { type StagedFile, type Staging, TooLargeError } from "../../lib/staging.ts";
import { addField, decodeBody, emptyFields, type Fields, parseJsonBody, parseUrlEncoded } from "./forms.ts";
import { canonicalName } from "./names.ts";

/** Forms are small; uploads stream and set their own limits. */
const FORM_BYTES = 256 * 1024;

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
}

/** The fields of a multipart form, and the one file the operation asks for; other files are read past. */
export async function readMultipart(
  request: FastifyRequest,
  staging: Staging,
  upload: Upload | undefined,
): Promise<{ form: Fields; file: StagedFile | undefined }> {
  const form = emptyFields();
  let file: StagedFile | undefined;
  let characters = 0;
  try {
    // A byte more than allowed tells a file that is too large from one that just fits: staging counts.
    const limits = { fileSize: upload ? upload.maxBytes + 1 : FORM_BYTES };
    for await (const part of request.parts({ limits })) {
      if (part.type === "file") {
        if (upload && !file && canonicalName(part.fieldname) === upload.field)
          file = await staging.receive(part.file, { name: part.filename ?? "", maxBytes: upload.maxBytes });
        else part.file.resume();
        continue;
      }
      const value = String(part.value ?? "");
      characters += value.length;
      if (characters > FORM_BYTES) fail("body.tooLarge", { limit: FORM_BYTES });
      addPart(form, part.fieldname, value);
    }
  } catch (error) {
    if (file) await staging.discard(file);
    throw asRefusal(error);
  }
  return { form, file };
}

function addPart(fields: Fields, name: string, value: string): void {
  // PostgreSQL's text has no place for NUL.
  if (value.includes("\0")) fail("parameter.invalid", { name });
  addField(fields, name, value);
}

function asRefusal(error: unknown): unknown {
  if (error instanceof TooLargeError) return new Refusal("body.tooLarge", { limit: error.maxBytes });
  const { statusCode, code = "" } = error as { statusCode?: number; code?: string };
  if (statusCode === 413) return new Refusal("body.tooLarge", { limit: FORM_BYTES });
  // The parser's own complaints about a broken body carry neither a status nor a system's error code.
  return statusCode === undefined && code === "" ? new Refusal("body.malformed", { type: "multipart" }) : error;
}
