import { copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { isErrorCode } from "./error-code.ts";

/** Where files lie. An object's path is `{key}/{name}`; the key is 32 hex digits, and all under it goes at once. */
export interface FileStore {
  /** Takes over a file of this machine as an object; the file is gone afterwards. */
  put(path: string, localFile: string, mediaType: string): Promise<void>;
  /** The bytes of an object, or of the range (both ends included) of it; undefined when there is none. */
  read(path: string, range?: ByteRange): Promise<StoredObject | undefined>;
  /** Bytes of an object, undefined when there is none. */
  size(path: string): Promise<number | undefined>;
  /** Names of the objects under a key, in order; none when there is nothing. */
  list(key: string): Promise<string[]>;
  /** Copies an object to this machine, for programs that work on files. */
  fetch(path: string, localFile: string): Promise<void>;
  /** Removes everything under a key; nothing there is no fault. */
  removeAll(key: string): Promise<void>;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Whoever asks for one reads its stream or destroys it. */
export interface StoredObject {
  readonly stream: Readable;
  /** Of the whole object. */
  readonly byteSize: number;
}

/** Files in a folder of this machine, or one that all nodes mount. */
export function createLocalFileStore(folder: string): FileStore {
  const placeOf = (path: string) => join(folder, path.slice(0, 2), path);
  return {
    async put(path, localFile) {
      const place = placeOf(path);
      await mkdir(dirname(place), { recursive: true });
      await moveFile(localFile, place);
    },
    read: (path, range) =>
      unlessMissing(async () => {
        // Opened first: what is removed from now on can still be read to its end.
        const file = await open(placeOf(path));
        try {
          return { byteSize: (await file.stat()).size, stream: file.createReadStream(range) };
        } catch (error) {
          await file.close();
          throw error;
        }
      }),
    size: (path) => unlessMissing(async () => (await stat(placeOf(path))).size),
    list: async (key) => ((await unlessMissing(() => readdir(placeOf(key)))) ?? []).sort(),
    async fetch(path, localFile) {
      await copyFile(placeOf(path), localFile);
    },
    async removeAll(key) {
      await rm(placeOf(key), { recursive: true, force: true });
    },
  };
}

async function unlessMissing<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (isErrorCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

/** Renames, or where the two lie on different disks, copies to a neighbour first, so that a file is there whole or not. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isErrorCode(error, "EXDEV")) throw error;
    await copyFile(from, `${to}.new`);
    const copy = await open(`${to}.new`, "r+");
    try {
      await copy.sync();
    } finally {
      await copy.close();
    }
    await rename(`${to}.new`, to);
    await rm(from);
  }
}
