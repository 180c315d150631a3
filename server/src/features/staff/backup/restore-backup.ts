import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { DatabaseConnection } from "../../../db/database.ts";
import type { Upgrade } from "../../../db/fill-email-keys.ts";
import { listMigrationNames, migrate } from "../../../db/migrate.ts";
import { migrateJobs } from "../../../jobs/jobs.ts";
import { findKey, isKey, keyFiles, writeKey } from "../../../lib/key-file.ts";
import { createSealer, type Sealer } from "../../../lib/sealer.ts";
import type { Storage } from "../../../lib/storage.ts";
import { ArchiveError, readArchive } from "./archive.ts";
import { listMigrations, listRelations } from "./catalogue.ts";
import type { Report } from "./dump-database.ts";
import { keyMark } from "./key-mark.ts";
import { loadDatabase } from "./load-database.ts";
import type { Manifest } from "./manifest.ts";
import { isMarked, isMarkedWith, setMark } from "./restore-mark.ts";

/** Why a backup cannot be restored, or not here; nothing has been changed. */
export class RestoreError extends Error {}

export interface Target {
  readonly database: DatabaseConnection;
  readonly storage: Storage;
  readonly dataFolder: string;
  /** Keys that settings give, which are used instead of those of the backup. */
  readonly config: { readonly operatorKey: string | undefined; readonly secretKey: string | undefined };
  readonly log: Upgrade["log"];
}

/** A backup that has been read through, and what it needs here. */
export interface Checked {
  readonly file: string;
  readonly manifest: Manifest;
  readonly sealer: Sealer;
}

/** Refuses what this program and these settings cannot restore, before any database is opened. */
export async function checkBackup(file: string, manifest: Manifest, config: Target["config"]): Promise<Checked> {
  const known = await listMigrationNames();
  const { migrations } = manifest;
  if (migrations.some((name, index) => name !== known[index]))
    throw new RestoreError(
      `The backup was made by Lectern ${manifest.lectern} at ${migrations.at(-1)}, which this Lectern cannot bring up to date: restore it with the version that made it, or a newer one.`,
    );
  const secretKey = config.secretKey ?? (await readKeyOf(file, keyFiles.secretKey));
  if (secretKey === undefined)
    throw new RestoreError("The backup was made with LECTERN_SECRET_KEY set and does not hold it: set the same.");
  const sealer = createSealer(secretKey);
  if (keyMark(sealer) !== manifest.keyMark)
    throw new RestoreError(
      "LECTERN_SECRET_KEY is not the key of the backup: people's links and stored secrets would be of no use. Set the same, or none if the backup holds it.",
    );
  return { file, manifest, sealer };
}

async function readKeyOf(file: string, name: string): Promise<string | undefined> {
  for await (const { name: entry, body } of readArchive(file)) {
    // Keys come first.
    if (!entry.startsWith("keys/")) return undefined;
    const key = await text(body);
    if (entry === `keys/${name}`) return key;
  }
  return undefined;
}

/**
 * Restores into an empty database and an empty store. What ends in the middle leaves a mark: no server starts on it, and
 * restoring the same backup again begins anew.
 * @returns tables that are in the backup and that no migration makes
 */
export async function restoreBackup(target: Target, checked: Checked, report: Report): Promise<string[]> {
  const { db, pool } = target.database;
  const { file, manifest, sealer } = checked;
  await requireEmpty(target, manifest);
  await setMark(pool, target.dataFolder);
  await restoreFiles(target, checked, report);
  await migrate(db, undefined, manifest.migrations);
  await migrateJobs(pool);
  const left = await loadDatabase(pool, file, manifest, report);
  report("Bringing it up to date", 1, 1);
  await migrate(db, { sealer, log: target.log });
  return left;
}

/** The folder of files that lie in no store elsewhere. */
const STORE = "files";

/** Makes room for a restore that begins anew. */
async function requireEmpty({ database, dataFolder }: Target, { migrations }: Manifest): Promise<void> {
  const { pool } = database;
  if (await isMarked(pool)) {
    const begun = await listMigrations(pool);
    if (!begun.every((name) => migrations.includes(name)))
      throw new RestoreError("Another backup was being restored here: empty the database first.");
    if (await isMarkedWith(pool, dataFolder))
      return await rm(join(dataFolder, STORE), { recursive: true, force: true });
    return await requireEmptyFolder(dataFolder);
  }
  const relations = await listRelations(pool);
  if (relations.length > 0)
    throw new RestoreError(
      `The database is not empty (${relations.slice(0, 3).join(", ")} …): a backup is restored into a new one only.`,
    );
  await requireEmptyFolder(dataFolder);
}

async function requireEmptyFolder(dataFolder: string): Promise<void> {
  for (const name of [STORE, ...Object.values(keyFiles)])
    if (await isThere(join(dataFolder, name)))
      throw new RestoreError(`${dataFolder} holds ${name} already: a backup is restored into an empty folder only.`);
}

/** An empty folder counts for nothing. */
async function isThere(path: string): Promise<boolean> {
  return readdir(path).then(
    (names) => names.length > 0,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
}

async function restoreFiles({ storage, dataFolder, config }: Target, { file, manifest }: Checked, report: Report) {
  let number = 0;
  for await (const { name, byteSize, body } of readArchive(file)) {
    const [kind, first = "", second] = name.split("/");
    if (kind === "files" && second !== undefined) {
      report("Restoring files", ++number, manifest.fileCount);
      const staged = await storage.staging.receive(body, { name: second, maxBytes: byteSize });
      // What it is stands in its row, and nobody asks the store.
      await storage.files.put(`${first}/${second}`, staged.path, "application/octet-stream");
    } else if (kind === "keys") await restoreKey(dataFolder, config, first, await text(body));
    else body.resume();
  }
}

async function restoreKey(dataFolder: string, config: Target["config"], name: string, key: string): Promise<void> {
  const setting = name === keyFiles.secretKey ? "secretKey" : "operatorKey";
  if (config[setting] !== undefined) return;
  if (!isKey(key)) throw new ArchiveError(`The archive holds no usable ${name}.`);
  if ((await findKey(dataFolder, keyFiles[setting])) !== key) await writeKey(dataFolder, keyFiles[setting], key);
}
