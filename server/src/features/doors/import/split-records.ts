/** The longest record that is somebody's and no accident. In characters. */
export const MOST_IN_RECORD = 1_000_000;

/** A quote that is not closed by then is a stray one: no cell of a person is so long. In characters. */
const MOST_IN_QUOTES = 100_000;

export type SplitRecord = { readonly cells: string[] } | { readonly fault: "quotes" | "length" };

type Found = { readonly record: SplitRecord; readonly next: number };

/**
 * The records of a CSV text (RFC 4180) with the separator; lines end by CR, LF or both. A record whose quotes do not
 * match is one faulty line, and the next line begins anew: readers of CSV that are kept give up the whole list there, or
 * take all that follows for one cell. Between tabs a quote that does not fit is a letter, as programs write it there.
 */
export async function* splitRecords(text: AsyncIterable<string>, separator: string): AsyncGenerator<SplitRecord> {
  let rest = "";
  /** Of a record that is too long only the end is looked for. */
  let isSkipping = false;
  for await (const piece of text) {
    rest += piece;
    const end: number = isSkipping ? rest.search(/[\r\n]/) : 0;
    let from = end === -1 ? rest.length : end;
    isSkipping = end === -1;
    for (let found = readRecord(rest, separator, { from }); found; found = readRecord(rest, separator, { from })) {
      yield found.record;
      from = found.next;
    }
    if (!isSkipping && rest.length - from > MOST_IN_RECORD) {
      yield { fault: "length" };
      isSkipping = true;
    }
    rest = isSkipping ? "" : rest.slice(from);
  }
  for (let from = 0; from < rest.length; ) {
    const { record, next } = readRecord(rest, separator, { from, isEnd: true }) as Found;
    yield record;
    from = next;
  }
}

/** The record that begins there; undefined when it may go on beyond the text, unless that is the end. */
export function readRecord(
  text: string,
  separator: string,
  { from = 0, isEnd = false }: { from?: number; isEnd?: boolean } = {},
): Found | undefined {
  const cells: string[] = [];
  for (let at = from; ; at++) {
    const cell = readCell(text, at, separator, isEnd);
    if (cell === "more") return undefined;
    if (cell === "quotes") return faultyLine(text, from, isEnd);
    cells.push(cell.text);
    at = cell.end;
    if (text[at] === separator) continue;
    const next = endOfLine(text, at, isEnd);
    if (next === undefined) return undefined;
    return { record: at - from > MOST_IN_RECORD ? { fault: "length" } : { cells }, next };
  }
}

interface Cell {
  readonly text: string;
  /** Where what ends the cell stands. */
  readonly end: number;
}

function readCell(text: string, at: number, separator: string, isEnd: boolean): Cell | "more" | "quotes" {
  if (text[at] !== '"') return readPlain(text, at, separator, isEnd);
  const quoted = readQuoted(text, at, separator, isEnd);
  return quoted === "quotes" && separator === "\t" ? readPlain(text, at, separator, isEnd) : quoted;
}

function readPlain(text: string, at: number, separator: string, isEnd: boolean): Cell | "more" {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return end === text.length && !isEnd ? "more" : { text: text.slice(at, end), end };
}

function readQuoted(text: string, at: number, separator: string, isEnd: boolean): Cell | "more" | "quotes" {
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 2)) {
    if (quote - at > MOST_IN_QUOTES) return "quotes";
    const following = text[quote + 1];
    if (following === undefined && !isEnd) return "more";
    if (following === '"') continue;
    const fits = following === undefined || following === separator || following === "\n" || following === "\r";
    return fits ? { text: text.slice(at + 1, quote).replaceAll('""', '"'), end: quote + 1 } : "quotes";
  }
  return isEnd || text.length - at > MOST_IN_QUOTES ? "quotes" : "more";
}

function faultyLine(text: string, from: number, isEnd: boolean): Found | undefined {
  let at = from;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
  const next = at === text.length && !isEnd ? undefined : endOfLine(text, at, isEnd);
  return next === undefined ? undefined : { record: { fault: "quotes" }, next };
}

/** What follows the end of a line; undefined where LF may come after CR. */
function endOfLine(text: string, at: number, isEnd: boolean): number | undefined {
  if (text[at] !== "\r") return Math.min(at + 1, text.length);
  if (at + 1 === text.length && !isEnd) return undefined;
  return text[at + 1] === "\n" ? at + 2 : at + 1;
}
