import { readdir, readFile } from "node:fs/promises";
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { fillEmailKeys, fillUserKeys, type Upgrade } from "./fill-email-keys.ts";
import type { Database } from "./types.ts";

/** The folder of the plain SQL migrations: server/migrations, also when this runs from server/dist/src/db. */
const folder = new URL(
  import.meta.url.includes("/dist/") ? "../../../migrations/" : "../../migrations/",
  import.meta.url,
);

/** What SQL cannot do, by the migration that it completes, in the same transaction. */
const followUps: Readonly<Record<string, typeof fillEmailKeys>> = {
  "0140_email_keys": fillEmailKeys,
  "0280_staff_sessions": fillUserKeys,
};

/**
 * Brings the schema up to date, forward only; several processes may call it at once.
 * @param upgrade for a database that may hold people.
 * @param only these, as an earlier version knew them; all that there are unless given.
 */
export async function migrate(db: Kysely<Database>, upgrade?: Upgrade, only?: readonly string[]): Promise<string[]> {
  const { error, results = [] } = await createMigrator(db, upgrade, only).migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

export function createMigrator(db: Kysely<Database>, upgrade?: Upgrade, only?: readonly string[]): Migrator {
  return new Migrator({ db: db.withoutPlugins(), provider: { getMigrations: () => readMigrations(upgrade, only) } });
}

/** The migrations that there are, in their order. */
export async function listMigrationNames(): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sql"));
  return files.map((file) => file.slice(0, -".sql".length)).sort();
}

async function readMigrations(
  upgrade: Upgrade | undefined,
  only: readonly string[] | undefined,
): Promise<Record<string, Migration>> {
  const names = only ?? (await listMigrationNames());
  const migrations = names.map(async (name): Promise<[string, Migration]> => {
    const statements = await readFile(new URL(`${name}.sql`, folder), "utf8");
    const up: Migration["up"] = async (tx) => {
      await sql.raw(statements).execute(tx);
      await followUps[name]?.(tx, upgrade);
    };
    return [name, { up }];
  });
  return Object.fromEntries(await Promise.all(migrations));
}
