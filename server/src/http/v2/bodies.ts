import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { fail, Refusal } from "../../errors.ts";
import { addField, decodeBody, emptyFields, type Fields, parseJsonBody, parseUrlEncoded } from "./forms.ts";

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

/** The fields of a multipart form; files that an operation does not ask for are read past. */
export async function readMultipart(request: FastifyRequest): Promise<Fields> {
  const fields = emptyFields();
  let characters = 0;
  try {
    for await (const part of request.parts()) {
      if (part.type === "file") {
        part.file.resume();
        continue;
      }
      const value = String(part.value ?? "");
      characters += value.length;
      if (characters > FORM_BYTES) fail("body.tooLarge", { limit: FORM_BYTES });
      addPart(fields, part.fieldname, value);
    }
  } catch (error) {
    throw asRefusal(error);
  }
  return fields;
}

function addPart(fields: Fields, name: string, value: string): void {
  // PostgreSQL's text has no place for NUL.
  if (value.includes("\0")) fail("parameter.invalid", { name });
  addField(fields, name, value);
}

function asRefusal(error: unknown): unknown {
  const { statusCode, code = "" } = error as { statusCode?: number; code?: string };
  if (statusCode === 413) return new Refusal("body.tooLarge", { limit: FORM_BYTES });
  // The parser's own complaints about a broken body carry neither a status nor a system's error code.
  return statusCode === undefined && code === "" ? new Refusal("body.malformed", { type: "multipart" }) : error;
}
