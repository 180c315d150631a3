import { fail, Refusal } from "../../../errors.ts";
import type { FieldName } from "../../admission/registration/form/fields.ts";
import type { FindColumn } from "./columns.ts";
import { createRowReader, type ListedPerson } from "./read-value.ts";
import { MOST_IN_RECORD, readRecord, type SplitRecord, splitRecords } from "./split-records.ts";

const separators = [",", ";", "\t"];

/**
 * The rows of a CSV text under the headers of its first record; commas, semicolons or tabs separate, whichever the headers
 * have most of, or what a line `sep=;` before them names. A row that nobody can read is a faulty one, and the others count.
 * Refuses import.unreadable where the headers cannot be read, or name no address.
 * @param onIgnored is told of every header that means no field.
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  findColumn: FindColumn,
  onIgnored: (header: string) => void,
): AsyncGenerator<ListedPerson> {
  let columns: (FieldName | undefined)[] | undefined;
  for await (const record of readRecords(text)) {
    if (!columns) columns = readHeaders(cellsOf(record), findColumn, onIgnored);
    else if ("fault" in record) yield faultyRow(record.fault);
    else yield readRow(record.cells, columns);
  }
  if (!columns) fail("import.unreadable", { fault: "It is empty" });
}

function readHeaders(
  headers: readonly string[],
  findColumn: FindColumn,
  onIgnored: (header: string) => void,
): (FieldName | undefined)[] {
  const columns = headers.map(findColumn);
  if (!columns.includes("email"))
    fail("import.unreadable", { fault: "Its first row names no column for the e-mail address" });
  for (const [index, name] of columns.entries()) {
    const header = headers[index] ?? "";
    const first = columns.indexOf(name);
    if (name === undefined) onIgnored(header);
    else if (first !== index)
      fail("import.unreadable", { fault: `The columns ${headers[first]} and ${header} mean the same field` });
  }
  return columns;
}

function readRow(cells: readonly string[], columns: readonly (FieldName | undefined)[]): ListedPerson {
  const row = createRowReader();
  const extra = cells.slice(columns.length).some((cell) => cell !== "");
  // The cells have moved: a value would be taken for another one.
  if (extra) row.refuse(new Refusal("import.rowTooLong", { cells: cells.length, columns: columns.length }));
  else for (const [index, name] of columns.entries()) if (name) row.set(name, cells[index] ?? "");
  return row.read();
}

function cellsOf(record: SplitRecord): readonly string[] {
  return "cells" in record ? record.cells : fail("import.unreadable", { fault: "The quotes in line 1 do not match" });
}

function faultyRow(fault: "quotes" | "length"): ListedPerson {
  const row = createRowReader();
  row.refuse(new Refusal(fault === "quotes" ? "import.rowQuotes" : "import.rowTooLarge", { most: MOST_IN_RECORD }));
  return row.read();
}

/** Those that hold anything. */
async function* readRecords(text: AsyncIterable<string>): AsyncGenerator<SplitRecord> {
  const { separator, list } = await openCsv(text);
  for await (const record of splitRecords(list, separator))
    if ("fault" in record || record.cells.some((cell) => cell.trim() !== "")) yield record;
}

/** What Excel writes and reads before the headers. */
const hint = /^sep=([^\r\n])(?:\r\n|\r|\n)/i;

async function openCsv(text: AsyncIterable<string>) {
  const pieces = text[Symbol.asyncIterator]();
  let head = "";
  let isEnd = false;
  while (!isEnd && head.length <= MOST_IN_RECORD && !hasFirstRecord(head)) {
    const { done = false, value } = await pieces.next();
    if (done) isEnd = true;
    else head += value;
  }
  const named = hint.exec(head);
  const start = named ? named[0].length : /^[\r\n]*/.exec(head)?.[0].length;
  const list = joined(head.slice(start), pieces);
  return { separator: named?.[1] ?? findSeparator(head.slice(start), isEnd), list };
}

/** Whichever way of cutting it, so that no line break within quotes counts as its end. */
function hasFirstRecord(head: string): boolean {
  const afterHint = head.replace(hint, "").replace(/^[\r\n]+/, "");
  return separators.every((separator) => readRecord(afterHint, separator) !== undefined);
}

function findSeparator(list: string, isEnd: boolean): string {
  const firstLine = /^[^\r\n]*/.exec(list)?.[0] ?? "";
  const countOf = (separator: string) => {
    const record = readRecord(list, separator, { isEnd })?.record;
    return record && "cells" in record ? record.cells.length : firstLine.split(separator).length;
  };
  return separators.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
