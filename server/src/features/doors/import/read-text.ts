import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { fail } from "../../../errors.ts";

/**
 * The text of a file, piece by piece and without its byte order mark, which tells UTF-8 and both UTF-16 by itself; without
 * one the charset counts that the sender named. Refuses body.charset and body.notUtf8.
 */
export async function* readText(path: string, named = "utf-8"): AsyncGenerator<string> {
  const decoder = decoderOf((await markOf(path)) ?? named);
  const decode = (bytes?: Buffer) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      return fail("body.notUtf8", { charset: decoder.encoding.toUpperCase() });
    }
  };
  for await (const bytes of createReadStream(path)) yield decode(bytes as Buffer);
  yield decode();
}

function decoderOf(charset: string) {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return fail("body.charset", { charset });
  }
}

const marks = [
  { charset: "utf-8", bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { charset: "utf-16le", bytes: Buffer.from([0xff, 0xfe]) },
  { charset: "utf-16be", bytes: Buffer.from([0xfe, 0xff]) },
];

async function markOf(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0);
    const head = buffer.subarray(0, bytesRead);
    return marks.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes))?.charset;
  } finally {
    await file.close();
  }
}

/** The longest row, or line, that is somebody's and no accident. In characters. */
const MOST_IN_ROW = 1_000_000;

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
