import XmlBuilder from "fast-xml-builder";

const builder = new XmlBuilder();
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const illegalInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * An answer as an XML document below the element `root`. A list repeats the element of its key, so an empty one leaves
 * no trace; what has no value is left out, and so are the characters that XML 1.0 cannot hold.
 */
export function toXml(answer: object, root: string): string {
  const xml = builder.build({ [elementName(root)]: prepare(answer) });
  // Readers turn a bare carriage return into a line feed; as a reference it stays what it was.
  return declaration + xml.replaceAll("\r", "&#13;");
}

/** The answer in the builder's terms, which takes null for an empty element and some keys for instructions. */
function prepare(value: unknown): unknown {
  if (typeof value === "string") return value.replace(illegalInXml, "");
  if (typeof value !== "object" || value === null) return value;
  // A list in a list has no key to repeat, so its items join those of the outer one.
  if (Array.isArray(value)) return value.flat(Infinity).filter(isPresent).map(prepare);
  const entries = Object.entries(value).filter(([, item]) => isPresent(item));
  return Object.fromEntries(entries.map(([key, item]) => [elementName(key), prepare(item)]));
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** Our keys are element names already; `#text`, `?xml` or `1st` would not be. */
function elementName(key: string): string {
  const name = key.replace(/[^\w.-]/g, "_");
  return /^[a-z_]/i.test(name) ? name : `_${name}`;
}

/**
 * Whether a caller wants XML: the Accept header names application/xml, and not application/json at least as much.
 * Wildcards and everything else mean JSON.
 */
export function wantsXml(accept: string | undefined): boolean {
  if (accept === undefined || !/application\/xml/i.test(accept)) return false;
  return weightOf("application/xml", accept) > weightOf("application/json", accept);
}

function weightOf(type: string, accept: string): number {
  for (const range of accept.toLowerCase().split(",")) {
    const [name, ...parameters] = range.split(";").map((part) => part.trim());
    if (name !== type) continue;
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
  }
  return 0;
}
