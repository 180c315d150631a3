import { cutText } from "../../../lib/cut-text.ts";
import type { FindColumn } from "./columns.ts";
import { readCsv } from "./read-csv.ts";
import { readJsonLines } from "./read-json-lines.ts";
import { readText } from "./read-text.ts";
import type { ListedPerson } from "./read-value.ts";

export type ListFormat = "csv" | "json-lines";

/** By media type. */
export const listFormats: Readonly<Record<string, ListFormat>> = {
  "text/csv": "csv",
  "text/tab-separated-values": "csv",
  "application/jsonl": "json-lines",
  "application/x-ndjson": "json-lines",
};

/** Told of at most so many columns that mean nothing, each cut to so many characters. */
const MOST_IGNORED = 100;

/** A list of people, row by row: no more than one row is in memory. */
export function openList(
  { path, charset }: { path: string; charset?: string | undefined },
  format: ListFormat,
  findColumn: FindColumn,
) {
  const ignored = new Set<string>();
  const onIgnored = (header: string) => {
    const name = cutText(header.trim().replace(/[\0\p{Surrogate}]/gu, ""), MOST_IGNORED);
    if (name !== "" && ignored.size < MOST_IGNORED) ignored.add(name);
  };
  const read = format === "csv" ? readCsv : readJsonLines;
  return {
    rows: (): AsyncGenerator<ListedPerson> => read(readText(path, charset), findColumn, onIgnored),
    /** Once the rows were read. */
    ignoredColumns: () => [...ignored],
  };
}
