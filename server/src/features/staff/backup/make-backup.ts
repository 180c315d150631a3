import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type pg from "pg";
import type { FileStore } from "../../../lib/file-store.ts";
import { findKey, keyFiles } from "../../../lib/key-file.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { VERSION } from "../../../lib/version.ts";
import { type AddEntry, verifyArchive, writeArchive } from "./archive.ts";
import { partOf } from "./backup-names.ts";
import { type Dumped, dumpDatabase, type Report } from "./dump-database.ts";
import { dumpFiles } from "./dump-files.ts";
import { keyMark } from "./key-mark.ts";
import type { Manifest } from "./manifest.ts";
import { listStoredKeys, recordBackup } from "./queries.ts";

export interface Source {
  readonly pool: pg.Pool;
  readonly files: FileStore;
  readonly sealer: Sealer;
  /** Whose keys are in use. */
  readonly dataFolder: string;
  /** Keys that settings give stay with whoever has set them. */
  readonly config: { readonly operatorKey: string | undefined; readonly secretKey: string | undefined };
}

export interface Backup {
  readonly manifest: Manifest;
  readonly byteSize: number;
  /** Keys of files that should be in the store and are not. */
  readonly missing: readonly string[];
}

/**
 * Writes a backup of everything while it goes on being used, reads it back, and only then gives it its name. Nothing is
 * left of one that fails.
 */
export async function makeBackup(source: Source, file: string, report: Report): Promise<Backup> {
  const part = partOf(file);
  await rm(part, { force: true });
  try {
    let missing: readonly string[] = [];
    await writeArchive(part, async (add) => {
      await addKeys(source, add);
      const dumped = await dumpDatabase(source.pool, add, report);
      const { fileCount, gone } = await dumpFiles(source.files, dumped.fileKeys, add, report);
      // What nobody had referred to for days may have been removed since the snapshot: then its row is gone, too.
      missing = await listStoredKeys(source.pool, gone);
      return describe(source, dumped, fileCount);
    });
    report("Reading it back", 1, 1);
    const manifest = await verifyArchive(part);
    const byteSize = await keepAs(part, file);
    await recordBackup(source.pool, { madeAt: new Date(manifest.madeAt), byteSize });
    return { manifest, byteSize, missing };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function addKeys({ dataFolder, config }: Source, add: AddEntry): Promise<void> {
  for (const setting of ["operatorKey", "secretKey"] as const) {
    const name = keyFiles[setting];
    const key = config[setting] === undefined ? await findKey(dataFolder, name) : undefined;
    if (key !== undefined) await add(`keys/${name}`, key.length, [Buffer.from(key)]);
  }
}

function describe({ sealer }: Source, dumped: Dumped, fileCount: number): Omit<Manifest, "entries"> {
  const { madeAt, fileKeys: _, ...database } = dumped;
  return {
    format: 1,
    lectern: VERSION,
    madeAt: madeAt.toISOString(),
    keyMark: keyMark(sealer),
    fileCount,
    ...database,
  };
}

/** Gives the file its name for good, also when the machine fails right after; answers its size. */
async function keepAs(part: string, file: string): Promise<number> {
  await rename(part, file);
  const folder = await open(dirname(file));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  return (await stat(file)).size;
}
