import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** Makes a migrated, empty database; answers its address. */
export async function cloneTemplate(): Promise<string> {
  const templateUrl = inject("templateUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: withDatabase(templateUrl, "postgres") });
  await admin.connect();
  await admin.query(`create database ${name} template ${databaseOf(templateUrl)} strategy file_copy`);
  await admin.end();
  return withDatabase(templateUrl, name);
}

/** Makes a database in which there is nothing; answers its address. */
export async function createEmptyDatabase(): Promise<string> {
  const postgresUrl = withDatabase(inject("templateUrl"), "postgres");
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: postgresUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  return withDatabase(postgresUrl, name);
}

function databaseOf(url: string): string {
  return /\/([^/?]+)(\?|$)/.exec(url.replace(/^\w+:\/\/[^/]*/, ""))?.[1] ?? "";
}

function withDatabase(url: string, name: string): string {
  return url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

/** Takes every row out of the product's tables, whatever refers to whatever, and every job out of the queue. */
export async function emptyTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname = 'public' and tablename not like 'kysely%'
       or schemaname = 'graphile_worker' and tablename in ('_private_jobs', '_private_job_queues')`,
  );
  const deletions = rows.map(({ name }) => `delete from ${name};`).join("");
  // As a replica would: without triggers, and so without foreign keys and their order.
  await pool.query(`begin; set local session_replication_role = replica; ${deletions} commit`);
}
