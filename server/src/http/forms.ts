import { isUtf8 } from "node:buffer";
import { fail } from "../errors.ts";
import { trimBlanks } from "../lib/blanks.ts";
import { cutText } from "../lib/cut-text.ts";
import { isStorableText } from "../lib/storable-text.ts";
import { canonicalName } from "./names.ts";

/**
 * What a query or a form held: canonical name -> value, or all its values when it was repeated.
 * Without a prototype, so that no name a caller invents means anything. Never holds "" or U+0000.
 */
export type Fields = Record<string, string | string[]>;

export function emptyFields(): Fields {
  return Object.create(null) as Fields;
}

/** The first value under a canonical name. */
export function one(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return Array.isArray(value) ? value[0] : value;
}

/** An e-mail address: blanks around it are nobody's, and one inside is a "+" that was not escaped. */
export function oneEmail(fields: Fields, name: string): string | undefined {
  return trimBlanks(one(fields, name) ?? "").replaceAll(" ", "+") || undefined;
}

/** Every value under a canonical name, in the order sent. */
export function many(fields: Fields, name: string): string[] {
  const value = fields[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Adds one value as it was sent: an empty one counts as absent, a repeated one makes a list. */
export function addField(fields: Fields, sentName: string, value: string): void {
  if (value === "" || sentName === "") return;
  const name = canonicalName(sentName);
  const present = fields[name];
  if (present === undefined) fields[name] = value;
  else if (Array.isArray(present)) present.push(value);
  else fields[name] = [present, value];
}

/**
 * Reads `a=1&b=2` of a body or a query string. Badly encoded input survives: a raw `@` or `=` in a value, `+` for a space,
 * a `%` that starts no escape. Throws only refusals: body.notUtf8 for escapes that are no UTF-8, parameter.invalid for U+0000.
 */
export function parseUrlEncoded(text: string): Fields {
  const fields = emptyFields();
  const mayHoldNul = text.includes("%00") || text.includes("\0");
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf("&", start);
    if (end === -1) end = text.length;
    const equals = text.indexOf("=", start);
    // A name without "=" has no value, which is the same as not sending it.
    if (equals !== -1 && equals < end) {
      const name = decode(text.slice(start, equals));
      const value = decode(text.slice(equals + 1, end));
      if (mayHoldNul) refuseUnstorable(name, value);
      addField(fields, name, value);
    }
    start = end + 1;
  }
  return fields;
}

/** What the query of an address holds. */
export function readQuery(url: string): Fields {
  return parseUrlEncoded(queryTextOf(url));
}

/** What stands behind the question mark. Node hands over unescaped bytes one by one; clients that send raw UTF-8 mean characters. */
export function queryTextOf(url: string): string {
  const start = url.indexOf("?");
  return start === -1 ? "" : decodeBody(Buffer.from(url.slice(start + 1), "latin1"), undefined);
}

/** Most names and many values need no decoding, which is what makes the registration path cheap. */
function decode(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/(?:%[0-9a-f]{2})+/gi, decodeEscapes);
  }
}

/** A run of well-formed escapes; what decodeURIComponent refuses here can only be bytes that are no UTF-8. */
function decodeEscapes(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return fail("body.notUtf8", { charset: "UTF-8" });
  }
}

/** What PostgreSQL cannot keep is better refused here than met there. */
function refuseUnstorable(name: string, value: string): void {
  if (isStorableText(name) && isStorableText(value)) return;
  fail("parameter.invalid", {
    name: cutText(canonicalName(name).replace(/\0|\p{Surrogate}/gu, ""), 50),
  });
}

const charsets: Record<string, string> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
  // Seven bits are a part of Windows-1252; senders that say ASCII and mean it lose nothing, the others keep their umlauts.
  "us-ascii": "windows-1252",
  ascii: "windows-1252",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
};

/**
 * The text of a body in the charset that its content type names, UTF-8 when it names none; a byte order mark is dropped.
 * Refuses a charset nobody implements (body.mediaType) and bytes that are no text of the charset (body.notUtf8).
 */
export function decodeBody(bytes: Buffer, contentType: string | undefined): string {
  const named = /;\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  const charset = Object.hasOwn(charsets, named.toLowerCase()) ? charsets[named.toLowerCase()] : undefined;
  if (charset === undefined) fail("body.mediaType", { type: contentType ?? "" });
  if (charset === "windows-1252") return decodeWindows1252(bytes);
  if (charset !== "utf-8") return decodeUtf16(bytes, charset);
  // Checking and decoding apart is several times faster than a TextDecoder on bodies of a hundred bytes.
  if (!isUtf8(bytes)) fail("body.notUtf8", { charset: "UTF-8" });
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString("utf8", hasMark ? 3 : 0);
}

/** Bytes 0x80 to 0x9F in order; the five that Windows-1252 leaves open keep their control character, as browsers have it. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** By hand, because Node's TextDecoder takes Windows-1252 for Latin-1 in several releases (20.x among them). */
function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? "");
}

/** A big-endian byte order mark overrules the name, which then said no more than "utf-16". */
function decodeUtf16(bytes: Buffer, charset: string): string {
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  try {
    return new TextDecoder(isBigEndian ? "utf-16be" : charset, { fatal: true }).decode(bytes);
  } catch {
    return fail("body.notUtf8", { charset: "UTF-16" });
  }
}

/**
 * Reads a JSON object of scalars as if it were a form: numbers and booleans become text, null and "" count as absent,
 * arrays are repeated values, objects inside become their JSON text. Refuses body.malformed and, for U+0000 or half a
 * surrogate pair anywhere, parameter.invalid. Whole numbers beyond 2^53 lose digits, as everywhere in JavaScript.
 */
export function parseJsonBody(text: string): Fields {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== "object" || body === null || Array.isArray(body)) throw new SyntaxError("not an object");
    return fieldsOf(body, text.includes("\\u"));
  } catch (error) {
    // SyntaxError: no JSON, or no object. RangeError: nested deeper than the stack, which nobody means.
    if (error instanceof SyntaxError || error instanceof RangeError) fail("body.malformed", { type: "JSON" });
    throw error;
  }
}

function fieldsOf(body: object, hasEscapes: boolean): Fields {
  const fields = emptyFields();
  for (const [name, value] of Object.entries(body)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (hasEscapes) refuseUnstorableWithin(name, item);
      addField(fields, name, textOf(item));
    }
  }
  return fields;
}

function textOf(value: unknown): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function refuseUnstorableWithin(name: string, value: unknown): void {
  refuseUnstorable(name, typeof value === "string" ? value : "");
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    refuseUnstorable(name, key);
    refuseUnstorableWithin(name, item);
  }
}
