import { fail } from "../../../errors.ts";
import { cutText } from "../../../lib/cut-text.ts";
import { isStorableText } from "../../../lib/storable-text.ts";
import type { Source } from "./payload-names.ts";

/** A name and a value as they were sent, the value perhaps empty. */
export type Pair = readonly [name: string, value: string];

type Json = Readonly<Record<string, unknown>>;

/** Reads a JSON body of a form or a webhook in the shape that its source sends. Refuses body.malformed and body.invalid. */
export function readPayload(text: string, source: Source): Pair[] {
  const body = parse(text);
  const pairs = source === "hubspot" ? ofHubSpot(body) : source === "marketo" ? ofMarketo(body) : ofObject(body);
  for (const [name, value] of text.includes("\\u") ? pairs : [])
    if (!(isStorableText(name) && isStorableText(value)))
      fail("parameter.invalid", { name: cutText(name.replace(/\0|\p{Surrogate}/gu, ""), 50) });
  return pairs;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail("body.malformed", { type: "JSON" });
  }
}

/** `{"firstname": "Ada", "std1": ["a", "b"]}`; what lies deeper is nobody's parameter. */
function ofObject(body: unknown): Pair[] {
  if (!isObject(body)) fail("body.malformed", { type: "JSON" });
  return Object.entries(body).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isScalar).map((one): Pair => [name, textOf(one)]),
  );
}

/**
 * A webhook's own template, which is flat; or what Marketo's API takes: `{"input": [{"email": …}]}`, and
 * `{"input": [{"leadFormFields": {"email": …}}]}` of a form.
 */
function ofMarketo(body: unknown): Pair[] {
  if (!isObject(body) || !Array.isArray(body.input)) return ofObject(body);
  const lead: unknown = onlyOne(body.input);
  if (!isObject(lead)) fail("body.malformed", { type: "JSON" });
  const form = isObject(lead.leadFormFields) ? ofObject(lead.leadFormFields) : [];
  return [...form, ...ofObject(lead), ...ofObject({ ...body, input: null })];
}

/**
 * A contact as workflows send it: `{"properties": {"firstname": {"value": "Ada"}}}` or, since version 3,
 * `{"properties": {"firstname": "Ada"}}`; a list of `{"name", "value"}` under `properties`, `fields` (a form's
 * submission) or alone; a request body of one's own, which is flat; or one of these in a list.
 */
function ofHubSpot(body: unknown): Pair[] {
  if (Array.isArray(body) && body.some((item) => nameOf(item) !== undefined)) return ofNamed(body);
  const contact: unknown = Array.isArray(body) ? onlyOne(body) : body;
  if (!isObject(contact)) fail("body.malformed", { type: "JSON" });
  const { properties, fields } = contact;
  const values = Array.isArray(properties) ? ofNamed(properties) : isObject(properties) ? ofProperties(properties) : [];
  const submitted = Array.isArray(fields) ? ofNamed(fields) : [];
  return [...values, ...submitted, ...ofObject(contact), ...addressOf(contact["identity-profiles"])];
}

function ofProperties(properties: Json): Pair[] {
  return Object.entries(properties).flatMap(([name, property]): Pair[] => {
    const value = isObject(property) ? property.value : property;
    return isScalar(value) ? [[name, textOf(value)]] : [];
  });
}

function ofNamed(list: readonly unknown[]): Pair[] {
  return list.flatMap((item): Pair[] => {
    const name = nameOf(item);
    const value = isObject(item) ? item.value : undefined;
    return name !== undefined && isScalar(value) ? [[name, textOf(value)]] : [];
  });
}

function nameOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  const name = item.name ?? item.property;
  return typeof name === "string" && "value" in item ? name : undefined;
}

/** Contacts whose workflow leaves out the property have their address among the identities. */
function addressOf(profiles: unknown): Pair[] {
  const identities = (Array.isArray(profiles) ? profiles : [])
    .filter(isObject)
    .flatMap((profile): unknown[] => (Array.isArray(profile.identities) ? profile.identities : []))
    .filter(isObject);
  const email = identities.find(({ type, value }) => type === "EMAIL" && typeof value === "string");
  return email ? [["email", String(email.value)]] : [];
}

/** An answer tells of one person, so a call brings one. */
function onlyOne(list: readonly unknown[]): unknown {
  return list.length === 1 ? list[0] : fail("body.invalid", { faults: "A call registers one person." });
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function textOf(value: string | number | boolean | null): string {
  return value === null ? "" : String(value);
}
