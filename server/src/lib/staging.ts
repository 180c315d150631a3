import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A file that has arrived whole and that nobody has taken yet. */
export interface StagedFile {
  /** On this machine; gone once it is moved away or discarded. */
  readonly path: string;
  /** The name its sender gave it, without folders. */
  readonly name: string;
  readonly byteSize: number;
}

export interface Staging {
  /** Writes a stream to this machine's disk; when it breaks off, stalls or grows too large, nothing stays behind. */
  receive(stream: Readable, file: { name: string; maxBytes: number }): Promise<StagedFile>;
  /** Removes the file unless somebody has moved it away. */
  discard(file: StagedFile): Promise<void>;
  /** An empty folder for work on files; remove it when done. */
  makeFolder(): Promise<string>;
  /** Removes what processes that died left behind. */
  sweep(): Promise<void>;
}

export class TooLargeError extends Error {
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

/** A sender that says nothing for so long has gone. */
const STALL_MS = 60_000;
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
      const meter = createMeter(stream, maxBytes);
      try {
        await pipeline(stream, meter.transform, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      } finally {
        meter.stop();
      }
      return { path, name: baseName(name), byteSize: meter.byteSize() };
    },
    discard: (file) => rm(file.path, { force: true }),
    async makeFolder() {
      const path = await place();
      await mkdir(path);
      return path;
    },
    async sweep() {
      await mkdir(folder, { recursive: true });
      for (const name of await readdir(folder)) {
        const path = join(folder, name);
        const found = await stat(path).catch(() => undefined);
        if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
      }
    },
  };
}

/** Counts bytes, and ends a stream that grows too large or stalls. */
function createMeter(source: Readable, maxBytes: number) {
  let bytes = 0;
  const stalled = setTimeout(() => source.destroy(new Error("the upload stalled")), STALL_MS);
  const transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      stalled.refresh();
      done(bytes > maxBytes ? new TooLargeError(maxBytes) : null, chunk);
    },
  });
  return { transform, byteSize: () => bytes, stop: () => clearTimeout(stalled) };
}

/** Browsers of old send whole paths; and names go into headers, listings and pages. */
function baseName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? "";
  const clean = last.replace(/\p{Cc}|\p{Surrogate}/gu, "").trim();
  return clean.slice(-200) || "file";
}
