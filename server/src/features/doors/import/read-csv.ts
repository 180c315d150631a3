import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { fail, Refusal } from "../../../errors.ts";
import type { FieldName } from "../../admission/registration/form/fields.ts";
import type { FindColumn } from "./columns.ts";
import { MOST_IN_ROW } from "./read-text.ts";
import { createRowReader, type ListedPerson } from "./read-value.ts";

const separators = [",", ";", "\t"];

/**
 * The rows of a CSV text under the headers of its first row; commas, semicolons or tabs separate, whichever the headers
 * have most of. Refuses import.unreadable where nobody can tell which cell is whose.
 * @param onIgnored is told of every header that means no field.
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  findColumn: FindColumn,
  onIgnored: (header: string) => void,
): AsyncGenerator<ListedPerson> {
  let columns: (FieldName | undefined)[] | undefined;
  for await (const cells of parseCsv(text)) {
    if (columns) yield readRow(cells, columns);
    else columns = readHeaders(cells, findColumn, onIgnored);
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

async function* parseCsv(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  const { separator, whole } = await findSeparator(text);
  const parser = parse({
    delimiter: separator,
    max_record_size: MOST_IN_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  // What fails in the source, the parser's reader hears of.
  pipeline(Readable.from(whole), parser, () => {});
  try {
    yield* parser as AsyncIterable<string[]>;
  } catch (error) {
    if (error instanceof CsvError) fail("import.unreadable", { fault: faultOf(error) });
    throw error;
  }
}

function faultOf({ code, lines }: CsvError & { lines?: number }): string {
  if (code === "CSV_MAX_RECORD_SIZE")
    return `A row has more than ${MOST_IN_ROW} characters, or its quotes are not closed`;
  return `The quotes in line ${lines ?? 1} do not match`;
}

async function findSeparator(text: AsyncIterable<string>) {
  const pieces = text[Symbol.asyncIterator]();
  let head = "";
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    head += next.value;
    if (/\n/.test(head) || head.length > MOST_IN_ROW) break;
  }
  const headers = (head.split("\n")[0] ?? "").replace(/"[^"]*"/g, "");
  const countOf = (separator: string) => headers.split(separator).length;
  const separator = separators.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
  return { separator, whole: joined(head, pieces) };
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  if (head !== "") yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) if (next.value !== "") yield next.value;
}
