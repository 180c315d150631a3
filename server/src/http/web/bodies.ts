import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { fail, Refusal } from "../../errors.ts";
import { cutText } from "../../lib/cut-text.ts";
import { type StagedFile, type Staging, TooLargeError } from "../../lib/staging.ts";
import { isStorableText } from "../../lib/storable-text.ts";

/** A body that is a file: it goes to disk as it comes. */
export interface Upload {
  /** Media types that are taken. */
  readonly types: readonly string[];
  readonly maxBytes: number;
  readonly description?: string;
}

/** Removed once the call is answered, unless it was moved away. */
export interface ReceivedFile extends StagedFile {
  /** Media type that the sender named, one of the upload's. */
  readonly type: string;
  /** As the sender named it. */
  readonly charset: string | undefined;
}

/** Lets a scope take JSON and nothing else. Callers name JSON with every request, also where there is nothing to send. */
export function takeJson(scope: FastifyInstance): void {
  const parseJson = scope.getDefaultJsonParser("error", "error");
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("application/json", { parseAs: "string" }, (request, text, done) => {
    if (text === "") return done(null, undefined);
    void parseJson(request, String(text), (error, body) => done(error ?? findUnstorable(body), body));
  });
}

/** Lets a scope take files, beside JSON or instead of it. */
export function takeFiles(scope: FastifyInstance, { types }: Upload, isJsonTaken: boolean): void {
  if (!isJsonTaken) scope.removeAllContentTypeParsers();
  scope.addContentTypeParser([...types], (_request, stream, done) => done(null, stream));
}

/** The file that a request consists of; undefined when it is JSON. Refuses body.tooLarge. */
export async function receiveFile(
  { headers, body }: FastifyRequest,
  { types, maxBytes }: Upload,
  staging: Staging,
): Promise<ReceivedFile | undefined> {
  const { type, charset } = readContentType(headers["content-type"]);
  if (!types.includes(type)) return undefined;
  try {
    return { ...(await staging.receive(body as Readable, { name: "body", maxBytes })), type, charset };
  } catch (error) {
    if (error instanceof TooLargeError) fail("body.tooLarge", { limit: maxBytes });
    throw error;
  }
}

function readContentType(header = ""): { type: string; charset: string | undefined } {
  const [type = "", ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
  return { type, charset: charset?.replaceAll('"', "") };
}

/** Nobody means more, and what walks through it would run out of stack. */
const MOST_LEVELS = 100;

/** Finds what PostgreSQL cannot keep before anything meets it there, and tells where it stands. */
function findUnstorable(value: unknown, path: readonly string[] = ["body"]): Refusal | null {
  if (typeof value === "string") return isStorableText(value) ? null : invalid(path, "holds what is no character");
  if (typeof value !== "object" || value === null) return null;
  if (path.length > MOST_LEVELS) return invalid([], `the body is nested deeper than ${MOST_LEVELS} levels`);
  for (const [name, item] of Object.entries(value)) {
    const fault = findUnstorable(name, path) ?? findUnstorable(item, [...path, name]);
    if (fault) return fault;
  }
  return null;
}

function invalid(path: readonly string[], fault: string): Refusal {
  return new Refusal("body.invalid", { faults: `${cutText(path.join("/"), 200)} ${fault}`.trim() });
}
