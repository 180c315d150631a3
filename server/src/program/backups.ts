import { lstat, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { connect, type DatabaseConnection } from "../db/database.ts";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { verifyArchive } from "../features/staff/backup/archive.ts";
import { nameBackup } from "../features/staff/backup/backup-names.ts";
import { listMigrations } from "../features/staff/backup/catalogue.ts";
import type { Report } from "../features/staff/backup/dump-database.ts";
import { type Backup, makeBackup } from "../features/staff/backup/make-backup.ts";
import type { Manifest } from "../features/staff/backup/manifest.ts";
import { checkBackup, restoreBackup } from "../features/staff/backup/restore-backup.ts";
import { claimFolder, claimFreeFolder } from "../lib/claim-folder.ts";
import { findKey, keyFiles } from "../lib/key-file.ts";
import { createSealer } from "../lib/sealer.ts";
import { createStorage } from "../lib/storage.ts";
import { makeDataFolder } from "./data-folder.ts";
import { requireUsableDatabase } from "./usable-database.ts";

// What `lectern backup` and `lectern restore` do, with the settings of the server and beside it.

export type { Backup, Manifest, Report };

export interface Command {
  readonly environment: Record<string, string | undefined>;
  readonly report: Report;
}

/**
 * Backs up the server of these settings, running or not.
 * @param file a new file, or a folder for one; BACKUP_FOLDER or the current folder when undefined
 */
export async function backUp(
  file: string | undefined,
  { environment, report }: Command,
): Promise<Backup & { file: string }> {
  const config = readConfig(environment);
  const target = await placeBackup(file ?? config.backups?.folder ?? ".");
  const database = await openExisting(config);
  try {
    if ((await listMigrations(database.pool)).length === 0)
      throw new ConfigError("The database is empty: there is nothing to back up yet.");
    const secretKey = config.secretKey ?? (await findKey(config.dataFolder, keyFiles.secretKey));
    if (secretKey === undefined)
      throw new ConfigError(
        `There is no ${keyFiles.secretKey} in ${config.dataFolder}: set LECTERN_DATA to the server's data folder, or LECTERN_SECRET_KEY as the server has it.`,
      );
    const { dataFolder } = config;
    const source = {
      pool: database.pool,
      ...createStorage(config),
      sealer: createSealer(secretKey),
      dataFolder,
      config,
    };
    return { file: target, ...(await makeBackup(source, target, report)) };
  } finally {
    await database.close();
  }
}

async function placeBackup(given: string): Promise<string> {
  const path = resolve(given);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return join(path, nameBackup(new Date()));
  if (found) throw new ConfigError(`${path} is there already: name a new file, or a folder.`);
  return path;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Tables of the backup that this Lectern does not know. */
  readonly left: readonly string[];
}

/** Restores a backup into the empty database and folder of these settings. */
export async function restore(file: string, { environment, report }: Command): Promise<Restored> {
  const config = readConfig(environment);
  report("Reading the archive", 1, 1);
  const checked = await checkBackup(file, await verifyArchive(file), config);
  const database = await openNew(config);
  try {
    const { dataFolder } = config;
    const target = { database, storage: createStorage(config), dataFolder, config, log: { warn: () => {} } };
    return { manifest: checked.manifest, left: await restoreBackup(target, checked, report) };
  } finally {
    await database.close();
  }
}

const CONNECTIONS = 2;

/** The database of a server; where that is stopped and the database is ours, it runs for as long as it is needed. */
async function openExisting(config: Config): Promise<DatabaseConnection> {
  const { databaseUrl, dataFolder } = config;
  if (databaseUrl !== undefined) return openOwn(databaseUrl, config);
  const folder = join(dataFolder, "postgres");
  if (!(await lstat(folder).catch(() => undefined)))
    throw new ConfigError(
      `There is no database in ${dataFolder}: set LECTERN_DATA or DATABASE_URL as the server has it.`,
    );
  const letGo = await claimFreeFolder(dataFolder);
  if (letGo) return startBeside(folder, letGo);
  const running = await findEmbeddedPostgres(folder);
  if (running === undefined) throw new Error(`The server on ${dataFolder} is just starting or stopping: try again.`);
  return connect(running, { poolSize: CONNECTIONS });
}

async function openNew(config: Config): Promise<DatabaseConnection> {
  const { databaseUrl, dataFolder } = config;
  await makeDataFolder(dataFolder);
  if (databaseUrl !== undefined) return openOwn(databaseUrl, config);
  return startBeside(join(dataFolder, "postgres"), await claimFolder(dataFolder));
}

async function openOwn(databaseUrl: string, config: Config): Promise<DatabaseConnection> {
  const database = connect(databaseUrl, { poolSize: CONNECTIONS });
  await requireUsableDatabase(database, config);
  return database;
}

async function startBeside(folder: string, letGo: () => Promise<void>): Promise<DatabaseConnection> {
  try {
    const postgres = await startEmbeddedPostgres({ folder, log: () => {} });
    const database = connect(postgres.url, { poolSize: CONNECTIONS });
    return {
      ...database,
      async close() {
        await database.close();
        await postgres.stop();
        await letGo();
      },
    };
  } catch (error) {
    await letGo();
    throw error;
  }
}
