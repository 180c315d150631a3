import { Refusal } from "../../../errors.ts";
import type { FindColumn } from "./columns.ts";
import { readLines } from "./read-text.ts";
import { createRowReader, type ListedPerson } from "./read-value.ts";

/** One JSON object a line; keys are read as headers are. A line that is none is an invalid row, the others still count. */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  findColumn: FindColumn,
  onIgnored: (key: string) => void,
): AsyncGenerator<ListedPerson> {
  for await (const line of readLines(text)) {
    const row = createRowReader();
    const object = parseObject(line);
    if (!object) row.refuse(new Refusal("import.rowMalformed"));
    for (const [key, value] of Object.entries(object ?? {})) {
      const name = findColumn(key);
      if (name) row.set(name, textOf(value));
      else onIgnored(key);
    }
    yield row.read();
  }
}

function parseObject(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Null is nothing, and a list holds what was chosen of several. */
function textOf(value: unknown): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
