import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import type { Insertable, Kysely } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Database, Files } from "../../../db/types.ts";
import { fail, Refusal } from "../../../errors.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import { isNoRoom } from "../../../lib/passing-fault.ts";
import type { StagedFile } from "../../../lib/staging.ts";
import { stripPicture } from "../../../media-tools/strip-picture.ts";
import { giveUpFile, insertFile, markStored, type OldFile, removeFile } from "./queries.ts";

export interface NewFile {
  readonly clientId: number;
  readonly staged: StagedFile;
  readonly mediaType: string;
  readonly createdBy?: string;
}

/** Name of the one object of a file that is no set. */
export const CONTENT = "content";

interface Stores {
  readonly db: Kysely<Database>;
  readonly files: FileStore;
}

/** Refers to a file in the transaction that makes it count. */
type Use<T> = (tx: Db, fileId: number) => Promise<T>;

/** They are opened in memory; what is larger no camera takes, and no page shows. */
const MAX_PICTURE_BYTES = 64 * 1024 * 1024;

/**
 * Moves a staged file into the store and lets `use` refer to it: both or neither. The row is written before the bytes,
 * so whatever dies on the way leaves something that the sweep finds. Pictures are kept without their metadata.
 */
export async function saveFile<T>(
  stores: Stores,
  { clientId, staged, mediaType, createdBy }: NewFile,
  use: Use<T>,
): Promise<T> {
  const { name } = staged;
  const byteSize = mediaType.startsWith("image/") ? await strip(staged, mediaType) : staged.byteSize;
  const row = { clientId, key: makeFileKey(), name, mediaType, byteSize, createdBy: createdBy ?? null };
  const put = (key: string) =>
    stores.files.put(`${key}/${CONTENT}`, staged.path, mediaType).catch((error: unknown) => {
      throw isNoRoom(error) ? error : new Refusal("file.notStored", {}, undefined, error);
    });
  return save(stores, row, put, use);
}

/** Answers how many bytes are left. */
async function strip({ path, byteSize }: StagedFile, mediaType: string): Promise<number> {
  if (byteSize > MAX_PICTURE_BYTES) fail("file.notAccepted");
  const stripped = stripPicture(await readFile(path), mediaType);
  await writeFile(path, stripped);
  return stripped.length;
}

/** What a worker produced as several files, the entry first. */
export interface NewFileSet {
  readonly clientId: number;
  /** Name of the set's entry, such as index.m3u8. */
  readonly name: string;
  readonly mediaType: string;
  readonly parts: readonly { name: string; path: string; mediaType: string; byteSize: number }[];
}

/** Moves produced files into the store as one set, as `saveFile` does with one. */
export function saveFileSet<T>(
  stores: Stores,
  { clientId, name, mediaType, parts }: NewFileSet,
  use: Use<T>,
): Promise<T> {
  const byteSize = parts.reduce((sum, part) => sum + part.byteSize, 0);
  const row = { clientId, key: makeFileKey(), name, mediaType, byteSize, isSet: true };
  const put = async (key: string) => {
    for (const part of parts) await stores.files.put(`${key}/${part.name}`, part.path, part.mediaType);
  };
  return save(stores, row, put, use);
}

async function save<T>(
  stores: Stores,
  row: Insertable<Files>,
  put: (key: string) => Promise<void>,
  use: Use<T>,
): Promise<T> {
  const { clientId, key } = row;
  const fileId = await insertFile(stores.db, row);
  try {
    await put(key);
    return await inTransaction(stores.db, async (tx) => {
      await markStored(tx, clientId, fileId);
      return use(tx, fileId);
    });
  } catch (error) {
    // Undoing may fail for the same reason as saving. The sweep does it then; the first reason is the one to tell.
    await undo(stores, { clientId, id: fileId, key }).catch(() => {});
    throw error;
  }
}

/** A connection that broke at the commit leaves it open what became of it: the row knows. */
async function undo({ db, files }: Stores, { clientId, id, key }: OldFile): Promise<void> {
  if (!(await giveUpFile(db, clientId, id))) return;
  await files.removeAll(key);
  await removeFile(db, clientId, id);
}

/** 32 hex digits. */
function makeFileKey(): string {
  return randomBytes(16).toString("hex");
}
