import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { cutTextBefore } from "./cut-text.ts";

/** A file that has arrived whole and that nobody has taken yet. */
export interface StagedFile {
  /** On this machine; gone once it is moved away or discarded. */
  readonly path: string;
  /** The name its sender gave it, without folders. */
  readonly name: string;
  readonly byteSize: number;
}

export interface Staging {
  /** Writes a stream to this machine's disk; when it breaks off or grows too large, nothing stays behind. */
  receive(stream: Readable, file: { name: string; maxBytes: number }): Promise<StagedFile>;
  /** Removes the file unless somebody has moved it away. */
  discard(file: StagedFile): Promise<void>;
  /** An empty folder for work on files; remove it when done. */
  makeFolder(): Promise<string>;
  /** Removes what processes that died left behind. */
  sweep(now: Date): Promise<void>;
}

export class TooLargeError extends Error {
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

/** What nobody has written to for so long has lost its process. */
const ABANDONED_MS = 6 * 3_600_000;

/** Keeps arriving files in a folder, each under a random name. */
export function createStaging(folder: string): Staging {
  const place = async () => {
    await mkdir(folder, { recursive: true });
    return join(folder, randomBytes(16).toString("hex"));
  };
  return {
    async receive(stream, { name, maxBytes }) {
      const path = await place();
      // Opened first: a stream that opens by itself may still make the file after a sender's fault has had it removed.
      const target = await open(path, "wx", 0o600);
      let byteSize = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          byteSize += chunk.length;
          done(byteSize > maxBytes ? new TooLargeError(maxBytes) : null, chunk);
        },
      });
      try {
        await pipeline(stream, meter, target.createWriteStream({ flush: true }));
      } catch (error) {
        await target.close();
        await rm(path, { force: true });
        throw error;
      }
      return { path, name: cleanName(name), byteSize };
    },
    discard: (file) => rm(file.path, { force: true }),
    async makeFolder() {
      const path = await place();
      await mkdir(path, { mode: 0o700 });
      return path;
    },
    async sweep(now) {
      const oldest = now.getTime() - ABANDONED_MS;
      for (const path of await listEntries(folder))
        if ((await lastWritten(path)) < oldest) await rm(path, { recursive: true, force: true });
    },
  };
}

async function listEntries(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}

/** When anything in a folder was last written to: its own time tells only of what was added to it or removed. */
async function lastWritten(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return Number.POSITIVE_INFINITY;
  if (!found.isDirectory()) return found.mtimeMs;
  let last = found.mtimeMs;
  for (const inner of await listEntries(path)) {
    const written = await lastWritten(inner);
    if (written > last && written !== Number.POSITIVE_INFINITY) last = written;
  }
  return last;
}

const MAX_NAME = 200;

/**
 * Browsers of old send whole paths; and names go into headers, listings and pages, where control characters and marks
 * that turn the reading direction ("gpj.exe" for "exe.jpg") do harm. The end is kept: it holds the extension.
 */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? "";
  const clean = last
    .replace(/\p{Cc}|\p{Surrogate}|\p{Zl}|\p{Zp}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
  const kept = cutTextBefore(clean, MAX_NAME);
  return /[^.]/.test(kept) ? kept : "file";
}
