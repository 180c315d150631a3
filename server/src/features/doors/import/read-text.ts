import { createReadStream } from "node:fs";
import { fail } from "../../../errors.ts";

/** The text of a UTF-8 file, piece by piece and without its byte order mark. Refuses body.notUtf8. */
export async function* readText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      return fail("body.notUtf8", { charset: "UTF-8" });
    }
  };
  for await (const bytes of createReadStream(path)) yield decode(bytes as Buffer);
  yield decode();
}

/** The longest row, or line, that is somebody's and no accident. In characters. */
export const MOST_IN_ROW = 1_000_000;

/** Line by line, empty ones left out, without holding more than one. */
export async function* readLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of [...lines, rest])
      if (line.length > MOST_IN_ROW)
        fail("import.unreadable", { fault: `A line has more than ${MOST_IN_ROW} characters` });
    for (const line of lines) if (line.trim() !== "") yield line;
  }
  if (rest.trim() !== "") yield rest;
}
