import { Html } from "./html.ts";

// U+0000 marks the places: neither PostgreSQL nor a form lets it into a text.

/** A place in a page that each visit fills. */
export function slot(name: string): Html {
  return new Html(`\0${name}\0`);
}

/** A page as bytes, to be kept: a visit only fills its places, by name. */
export type KeptPage = (values: Readonly<Record<string, Html | Buffer>>) => Buffer;

export function keepPage(text: string): KeptPage {
  const pieces = text.split("\0").map((piece, index) => (index % 2 === 0 ? Buffer.from(piece) : piece));
  return (values) => Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? bytesOf(values[piece]) : piece)));
}

const nothing = Buffer.alloc(0);

function bytesOf(value: Html | Buffer | undefined): Buffer {
  if (Buffer.isBuffer(value)) return value;
  return value === undefined || value.text === "" ? nothing : Buffer.from(value.text);
}
