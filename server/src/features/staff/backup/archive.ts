import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable, Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { ReadableStream, WritableStream } from "node:stream/web";
import { createTarDecoder, createTarPacker, type ParsedTarEntry } from "modern-tar";
import { type Manifest, readManifest } from "./manifest.ts";

// A tar: what is backed up, then manifest.json with a checksum of every entry, then the manifest's own. What breaks off
// anywhere, or was changed, lacks the end or does not agree with it.

const MANIFEST = "manifest.json";
const CHECKSUM = "manifest.sha256";

/** Adds an entry of exactly so many bytes. */
export type AddEntry = (
  name: string,
  byteSize: number,
  bytes: AsyncIterable<Uint8Array> | [Uint8Array],
) => Promise<void>;

/** Writes a new file, which only this system user can read; what it was filled with is in the manifest. */
export async function writeArchive(
  file: string,
  fill: (add: AddEntry) => Promise<Omit<Manifest, "entries">>,
): Promise<Manifest> {
  const { readable, controller } = createTarPacker();
  const output = createWriteStream(file, { flags: "wx", mode: 0o600, flush: true });
  const written = pipeline(Readable.fromWeb(readable as ReadableStream), output);
  // Whoever adds hears of it first.
  written.catch(() => {});
  const entries: Manifest["entries"] = {};
  const add: AddEntry = async (name, byteSize, bytes) => {
    const hash = createHash("sha256");
    const body = controller.add({ name, size: byteSize, mode: 0o600 }).getWriter();
    for await (const part of bytes) {
      hash.update(part);
      await body.write(part);
    }
    await body.close();
    entries[name] = { byteSize, sha256: hash.digest("hex") };
  };
  try {
    const manifest = { ...(await fill(add)), entries: { ...entries } };
    const text = Buffer.from(JSON.stringify(manifest));
    await add(MANIFEST, text.length, [text]);
    const checksum = Buffer.from(`${sha256(text)}\n`);
    await add(CHECKSUM, checksum.length, [checksum]);
    controller.finalize();
    await written;
    return manifest;
  } catch (error) {
    controller.error(error);
    await written.catch(() => {});
    throw error;
  }
}

export class ArchiveError extends Error {}

/** Reads all of an archive and answers its manifest; throws an ArchiveError unless everything is as it was written. */
export async function verifyArchive(file: string): Promise<Manifest> {
  const { found, text, checksum } = await readWhole(file);
  if (checksum === "") throw new ArchiveError("The archive is no backup of Lectern, or breaks off before its end.");
  if (checksum !== sha256(text)) throw new ArchiveError(`The archive is damaged: ${MANIFEST} was changed.`);
  const manifest = readManifest(text.toString());
  if (!manifest) throw new ArchiveError("The archive was made by a newer Lectern than this one, or by no Lectern.");
  const names = new Set([...Object.keys(manifest.entries), ...found.keys()]);
  const changed = [...names].find((name) => {
    const entry = manifest.entries[name];
    return !entry || found.get(name) !== `${entry.sha256} ${entry.byteSize}`;
  });
  if (changed !== undefined) throw new ArchiveError(`The archive is damaged: ${changed} was changed.`);
  return manifest;
}

/** What is read into memory has a size there. */
function mostBytes(name: string): number {
  if (name === MANIFEST) return 500_000_000;
  return name === CHECKSUM || name.startsWith("keys/") ? 1_000 : Number.POSITIVE_INFINITY;
}

/** Digests of all entries by name, and the two that tell what they should be. */
async function readWhole(file: string) {
  const found = new Map<string, string>();
  let text = Buffer.alloc(0);
  let checksum = "";
  try {
    for await (const { name, byteSize, body } of readArchive(file)) {
      if (found.has(name) || byteSize > mostBytes(name))
        throw new ArchiveError(`The archive holds ${name} twice, or too large.`);
      if (name === MANIFEST) text = await buffer(body);
      else if (name === CHECKSUM) checksum = (await buffer(body)).toString().trim();
      else found.set(name, await digest(body));
    }
  } catch (error) {
    // The system's own errors tell more: no such file, no right to read it.
    if (error instanceof ArchiveError || (error instanceof Error && "syscall" in error)) throw error;
    throw new ArchiveError("The archive is damaged, or no tar file.", { cause: error });
  }
  return { found, text, checksum };
}

export interface ReadEntry {
  readonly name: string;
  readonly byteSize: number;
  /** To be read to its end before the next entry. */
  readonly body: Readable;
}

/** Entry by entry, in the order of the archive. */
export async function* readArchive(file: string): AsyncGenerator<ReadEntry> {
  const decoder = createTarDecoder({ strict: true });
  const stopping = new AbortController();
  const source = createReadStream(file);
  await once(source, "open");
  const sink = Writable.fromWeb(decoder.writable as WritableStream);
  // What fails there fails the reading, too.
  const input = pipeline(source, sink, { signal: stopping.signal }).catch(() => {});
  try {
    for await (const { header, body } of decoder.readable as ReadableStream<ParsedTarEntry>)
      yield { name: header.name, byteSize: header.size, body: Readable.fromWeb(body as ReadableStream) };
  } finally {
    stopping.abort();
    await input;
  }
}

async function digest(body: Readable): Promise<string> {
  const hash = createHash("sha256");
  let byteSize = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    hash.update(part);
    byteSize += part.length;
  }
  return `${hash.digest("hex")} ${byteSize}`;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
