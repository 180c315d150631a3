import { readdir, readFile } from "node:fs/promises";
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { fillEmailKeys, type Upgrade } from "./fill-email-keys.ts";
import type { Database } from "./types.ts";

/** The folder of the plain SQL migrations: server/migrations, also when this runs from server/dist/src/db. */
const folder = new URL(
  import.meta.url.includes("/dist/") ? "../../../migrations/" : "../../migrations/",
  import.meta.url,
);

/** What SQL cannot do, by the migration that it completes, in the same transaction. */
const followUps: Readonly<Record<string, typeof fillEmailKeys>> = { "0140_email_keys": fillEmailKeys };

/**
 * Brings the schema up to date, forward only; several processes may call it at once.
 * @param upgrade for a database that may hold people.
 */
export async function migrate(db: Kysely<Database>, upgrade?: Upgrade): Promise<string[]> {
  const { error, results = [] } = await createMigrator(db, upgrade).migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

export function createMigrator(db: Kysely<Database>, upgrade?: Upgrade): Migrator {
  return new Migrator({ db: db.withoutPlugins(), provider: { getMigrations: () => readMigrations(upgrade) } });
}

async function readMigrations(upgrade: Upgrade | undefined): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const migrations = files.map(async (file): Promise<[string, Migration]> => {
    const statements = await readFile(new URL(file, folder), "utf8");
    const name = file.slice(0, -".sql".length);
    const up: Migration["up"] = async (tx) => {
      await sql.raw(statements).execute(tx);
      await followUps[name]?.(tx, upgrade);
    };
    return [name, { up }];
  });
  return Object.fromEntries(await Promise.all(migrations));
}
