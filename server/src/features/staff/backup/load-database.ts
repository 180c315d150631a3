import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { readArchive } from "./archive.ts";
import { listPartitions, listTables, QUEUE_SCHEMA, quoted, quotedName, type Table } from "./catalogue.ts";
import { settleText } from "./copy-text.ts";
import type { Report } from "./dump-database.ts";
import type { Manifest } from "./manifest.ts";
import { REMOVE_MARK } from "./restore-mark.ts";

/**
 * Loads all rows into a database whose schema is that of the manifest's migrations, in one transaction that also takes the
 * mark away: whole or not at all.
 * @returns tables of the backup that no migration makes; their rows stay in the archive
 */
export async function loadDatabase(pool: pg.Pool, file: string, manifest: Manifest, report: Report): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await settleText(client);
    await makePartitions(client, manifest);
    const ours = await listTables(client);
    const bare = await bareTables(client, ours);
    await client.query(holdJobs);
    const left = await loadRows(client, file, manifest, ours, report);
    for (const sequence of manifest.sequences) await setSequence(client, sequence);
    await client.query(queueJobs);
    report("Checking references", 1, 1);
    await bare.dress();
    await client.query(REMOVE_MARK);
    await client.query("commit");
    client.release();
    return left;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Parts of partitioned tables that the migrations alone do not make. */
async function makePartitions(client: pg.ClientBase, { partitions }: Manifest): Promise<void> {
  const there = new Set((await listPartitions(client)).map(quoted));
  for (const part of partitions.filter((one) => !there.has(quoted(one)))) {
    const options = part.options && `with (${part.options})`;
    await client.query(`create table ${quoted(part)} partition of ${quoted(part.parent)} ${part.bound} ${options}`);
  }
}

/**
 * Takes rows, foreign keys and triggers off the tables, so that rows come in any order and cause nothing; an owner may,
 * where switching triggers off altogether takes a superuser. Dressed again, every reference is checked.
 */
async function bareTables(client: pg.ClientBase, tables: readonly Table[]): Promise<{ dress(): Promise<void> }> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and c.conparentid = 0 and n.nspname not in ('${QUEUE_SCHEMA}')`);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
  await client.query(`truncate ${tables.map(quoted).join(", ")}`);
  return {
    async dress() {
      for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
      for (const { table, name, definition } of keys)
        await client.query(`alter table ${table} add constraint ${name} ${definition}`);
      await client.query("analyze");
    },
  };
}

async function loadRows(
  client: pg.ClientBase,
  file: string,
  { tables, entries }: Manifest,
  ours: readonly Table[],
  report: Report,
): Promise<string[]> {
  const known = new Set(ours.map(quoted));
  const byEntry = new Map(tables.map((table) => [`database/${table.schema}.${table.name}`, table]));
  const all = Object.keys(entries).filter((name) => name.endsWith(".copy.gz")).length;
  let number = 0;
  for await (const { name, body } of readArchive(file)) {
    const place = name.slice(0, name.lastIndexOf("/"));
    const table = byEntry.get(place);
    const isKnown = place === "jobs" || (table && known.has(quoted(table)));
    if (!name.endsWith(".copy.gz") || !isKnown) {
      body.resume();
      continue;
    }
    report(`Loading ${table?.name ?? "jobs"}`, ++number, all);
    const columns = table?.columns.map(quotedName).join(", ");
    const target = table ? `${quoted(table)} (${columns})` : JOBS;
    await pipeline(body, createGunzip(), client.query(copyFrom(`copy ${target} from stdin`)));
  }
  return tables.filter((table) => !known.has(quoted(table))).map(({ schema, name }) => `${schema}.${name}`);
}

/** Where there is such a sequence. */
async function setSequence(
  client: pg.ClientBase,
  { lastValue, isCalled, ...sequence }: Manifest["sequences"][number],
): Promise<void> {
  const values = [quoted(sequence), lastValue, isCalled];
  await client.query("select setval(to_regclass($1), $2, $3) where to_regclass($1) is not null", values);
}

const JOBS = "jobs_of_the_backup";

const holdJobs = `
  create temporary table ${JOBS} (identifier text, payload json, queue_name text, run_at timestamptz,
    max_attempts int, key text, priority int, flags text[]) on commit drop`;

/** By the queue's own way in, which stays while its tables change. */
const queueJobs = `
  select ${QUEUE_SCHEMA}.add_job(identifier, payload, queue_name, run_at, max_attempts, key, priority, flags) from ${JOBS}`;
