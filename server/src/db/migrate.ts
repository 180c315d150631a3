import { readdir, readFile } from "node:fs/promises";
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import type { Database } from "./types.ts";

/** The folder of the plain SQL migrations: server/migrations, also when this runs from server/dist/src/db. */
const folder = new URL(
  import.meta.url.includes("/dist/") ? "../../../migrations/" : "../../migrations/",
  import.meta.url,
);

/** Brings the schema up to date, forward only; several processes may call it at once. */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db: db.withoutPlugins(), provider: { getMigrations: readMigrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const migrations = names.map(async (name): Promise<[string, Migration]> => {
    const statements = await readFile(new URL(name, folder), "utf8");
    return [name.slice(0, -".sql".length), { up: async (db) => void (await sql.raw(statements).execute(db)) }];
  });
  return Object.fromEntries(await Promise.all(migrations));
}
