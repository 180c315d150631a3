import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { connect, type DatabaseConnection } from "../src/db/database.ts";
import { listTables, quoted } from "../src/features/staff/backup/catalogue.ts";
import type { Source } from "../src/features/staff/backup/make-backup.ts";
import { createStorage } from "../src/lib/storage.ts";
import type { TestApp } from "./harness.ts";
import { createEmptyDatabase } from "./test-database.ts";

/** Keys that settings give, as the harness has them. */
export const keys = {
  operatorKey: "operator-key-of-the-tests-0123456789",
  secretKey: "secret-key-of-the-tests-0123456789abcdef",
};

export const quietly = () => {};

/** What a backup of an app takes. */
export function sourceOf({ database, jobContext }: TestApp): Source {
  const { files, sealer, config } = jobContext;
  return { pool: database.pool, files, sealer, dataFolder: config.dataFolder, config: keys };
}

/** An empty database and an empty folder to restore into. */
export async function makeTarget(dataFolder: string) {
  const database: DatabaseConnection = connect(await createEmptyDatabase(), { poolSize: 2 });
  return { database, dataFolder, storage: createStorage({ dataFolder }), config: keys, log: { warn: quietly } };
}

/** Every row of every table, and where every sequence stands. */
export async function readEverything(pool: pg.Pool): Promise<Record<string, unknown[]>> {
  const client = await pool.connect();
  try {
    const all: Record<string, unknown[]> = {};
    for (const table of await listTables(client)) {
      const { rows } = await client.query(`select t::text as row from ${quoted(table)} t order by 1`);
      all[table.name] = rows.map(({ row }) => row);
    }
    const sequences = "select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1";
    all.sequences = (await client.query(sequences)).rows;
    return all;
  } finally {
    client.release();
  }
}

/** The content of each file below a folder, by its path there. */
export async function readFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = files.map(async (file) => [file.slice(folder.length), await readFile(file, "base64")] as const);
  return Object.fromEntries(await Promise.all(contents));
}
