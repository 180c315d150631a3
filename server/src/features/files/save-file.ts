import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Db } from "../../db/database.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Database } from "../../db/types.ts";
import type { FileStore } from "../../lib/file-store.ts";
import type { StagedFile } from "../../lib/staging.ts";
import { insertFile, markStored, removeFile } from "./queries.ts";

export interface NewFile {
  readonly clientId: number;
  readonly staged: StagedFile;
  readonly mediaType: string;
  readonly createdBy?: string;
}

/** Name of the one object of a file that is no set. */
export const CONTENT = "content";

/**
 * Moves a staged file into the store and lets `use` refer to it: both or neither. The row is written before the bytes,
 * so whatever dies on the way leaves something that the sweep finds.
 */
export async function saveFile<T>(
  { db, files }: { db: Kysely<Database>; files: FileStore },
  { clientId, staged, mediaType, createdBy }: NewFile,
  use: (tx: Db, fileId: number) => Promise<T>,
): Promise<T> {
  const { name, byteSize } = staged;
  const key = makeFileKey();
  const fileId = await insertFile(db, { clientId, key, name, mediaType, byteSize, createdBy: createdBy ?? null });
  try {
    await files.put(`${key}/${CONTENT}`, staged.path, mediaType);
    return await inTransaction(db, async (tx) => {
      await markStored(tx, clientId, fileId);
      return use(tx, fileId);
    });
  } catch (error) {
    await files.removeAll(key);
    await removeFile(db, clientId, fileId);
    throw error;
  }
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
export async function saveFileSet<T>(
  { db, files }: { db: Kysely<Database>; files: FileStore },
  { clientId, name, mediaType, parts }: NewFileSet,
  use: (tx: Db, fileId: number) => Promise<T>,
): Promise<T> {
  const key = makeFileKey();
  const byteSize = parts.reduce((sum, part) => sum + part.byteSize, 0);
  const fileId = await insertFile(db, { clientId, key, name, mediaType, byteSize, isSet: true });
  try {
    for (const part of parts) await files.put(`${key}/${part.name}`, part.path, part.mediaType);
    return await inTransaction(db, async (tx) => {
      await markStored(tx, clientId, fileId);
      return use(tx, fileId);
    });
  } catch (error) {
    await files.removeAll(key);
    await removeFile(db, clientId, fileId);
    throw error;
  }
}

/** 32 hex digits. */
function makeFileKey(): string {
  return randomBytes(16).toString("hex");
}
