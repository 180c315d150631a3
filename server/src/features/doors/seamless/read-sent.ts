import type { FastifyRequest } from "fastify";
import { readMultipart } from "../../../http/bodies.ts";
import {
  addField,
  decodeBody,
  emptyFields,
  type Fields,
  one,
  parseUrlEncoded,
  queryTextOf,
} from "../../../http/forms.ts";
import { canonicalName } from "../../../http/names.ts";
import type { Source } from "./payload-names.ts";
import { type Pair, readPayload } from "./read-payload.ts";

/** What a form elsewhere sent, whichever way. */
export interface Sent {
  /** By canonical name; never holds "". */
  readonly fields: Fields;
  /** Canonical names of all that was sent, also without a value. */
  readonly names: ReadonlySet<string>;
}

/** Reads address and body; what stands in the address wins, because that is what an integration was set up with. */
export async function readSent(request: FastifyRequest, source: Source): Promise<Sent> {
  const query = ofForm(queryTextOf(request.url));
  const body = await readBody(request, source);
  return {
    fields: Object.assign(emptyFields(), body.fields, query.fields),
    names: new Set([...body.names, ...query.names]),
  };
}

/** Whether the caller is a program that wants data: it says so, or sends JSON itself. */
export function asksForJson({ headers, body, method }: FastifyRequest): boolean {
  const accept = (headers.accept ?? "").toLowerCase();
  const [json, page] = [accept.indexOf("application/json"), accept.indexOf("text/html")];
  if (json !== -1 && (page === -1 || json < page)) return true;
  return method === "POST" && (isJsonType(headers["content-type"]) || (Buffer.isBuffer(body) && looksLikeJson(body)));
}

export function acceptsPages({ headers }: FastifyRequest): boolean {
  return /text\/html/i.test(headers.accept ?? "");
}

/** One value without blanks around it. */
export function text({ fields }: Sent, name: string): string | undefined {
  return one(fields, name)?.trim() || undefined;
}

async function readBody(request: FastifyRequest, source: Source): Promise<Sent> {
  if (request.isMultipart()) {
    const { form } = await readMultipart(request);
    return { fields: form, names: new Set(Object.keys(form)) };
  }
  const { body, headers } = request;
  if (!Buffer.isBuffer(body) || body.length === 0) return ofPairs([]);
  const content = decodeBody(body, headers["content-type"]);
  // Webhooks whose template is JSON often keep the content type of a form.
  const isJson = isJsonType(headers["content-type"]) || looksLikeJson(body);
  return isJson ? ofPairs(readPayload(content, source)) : ofForm(content);
}

function isJsonType(contentType: string | undefined): boolean {
  return /^application\/(\w[\w.+-]*\+)?json\b/i.test(contentType ?? "");
}

function looksLikeJson(body: Buffer): boolean {
  return /^[\s\ufeff]*[{[]/.test(body.toString("utf8", 0, 64));
}

function ofForm(form: string): Sent {
  const names = form.split("&").map((pair) => canonicalName(pair.split("=", 1)[0] ?? ""));
  const fields = emptyFields();
  // Webhooks name what they send as their product shows it: "First Name".
  for (const [name, value] of Object.entries(parseUrlEncoded(form)))
    for (const single of [value].flat()) addField(fields, name.replaceAll(" ", ""), single);
  return { fields, names: new Set(names) };
}

function ofPairs(pairs: readonly Pair[]): Sent {
  const fields = emptyFields();
  for (const [name, value] of pairs) addField(fields, name.replaceAll(" ", ""), value);
  return { fields, names: new Set(pairs.map(([name]) => canonicalName(name))) };
}
