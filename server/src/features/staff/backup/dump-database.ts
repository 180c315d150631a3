import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { AddEntry } from "./archive.ts";
import {
  listMigrations,
  listPartitions,
  listSequences,
  listTables,
  QUEUE_SCHEMA,
  quoted,
  quotedName,
} from "./catalogue.ts";
import { keepRows, settleText } from "./copy-text.ts";
import type { Manifest } from "./manifest.ts";

/** Of rows in one entry; it ends with a row, so that each entry can be loaded by itself. */
const ENTRY_BYTES = 4 * 1024 * 1024;

const zip = promisify(gzip);

export interface Dumped
  extends Pick<Manifest, "postgresMajor" | "migrations" | "tables" | "partitions" | "sequences" | "jobCount"> {
  readonly madeAt: Date;
  /** Of the files that rows of the snapshot name. */
  readonly fileKeys: string[];
}

/** What is told while it goes on; `part` counts within `of`. */
export type Report = (what: string, part: number, of: number) => void;

/** Adds every row of one snapshot; the database goes on being written to. */
export async function dumpDatabase(pool: pg.Pool, add: AddEntry, report: Report): Promise<Dumped> {
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await settleText(client);
    const dumped = await dumpSnapshot(client, add, report);
    await client.query("commit");
    client.release();
    return dumped;
  } catch (error) {
    // In the middle of a copy a connection is of no more use.
    client.release(true);
    throw error;
  }
}

async function dumpSnapshot(client: pg.ClientBase, add: AddEntry, report: Report): Promise<Dumped> {
  const { rows } = await client.query<{ madeAt: Date; major: number }>(
    `select now() as "madeAt", current_setting('server_version_num')::int / 10000 as major`,
  );
  const [snapshot] = rows;
  if (!snapshot) throw new Error("the database does not tell its version");
  const found = await listTables(client);
  // No migration may change them until we are done.
  if (found.length > 0) await client.query(`lock table ${found.map(quoted).join(", ")} in access share mode`);
  const tables: Manifest["tables"] = [];
  for (const [index, table] of found.entries()) {
    report(`Copying ${table.name}`, index + 1, found.length);
    const columns = table.columns.map(quotedName).join(", ");
    const source = table.columns.length > 0 ? `${quoted(table)} (${columns})` : quoted(table);
    const rowCount = await dumpRows(client, source, `database/${table.schema}.${table.name}`, add);
    tables.push({ ...table, rowCount });
  }
  return {
    madeAt: snapshot.madeAt,
    postgresMajor: snapshot.major,
    migrations: await listMigrations(client),
    tables,
    partitions: await listPartitions(client),
    jobCount: await dumpJobs(client, add),
    // Sequences belong to no snapshot: asked last, they are past every row's number.
    sequences: await listSequences(client),
    fileKeys: await listFileKeys(client),
  };
}

/** @returns how many rows */
async function dumpRows(client: pg.ClientBase, source: string, name: string, add: AddEntry): Promise<number> {
  const copying = client.query(copyTo(`copy ${source} to stdout`));
  let number = 0;
  for await (const rows of keepRows(copying, ENTRY_BYTES)) {
    const zipped = await zip(rows, { level: constants.Z_BEST_SPEED });
    await add(`${name}/${String(++number).padStart(6, "0")}.copy.gz`, zipped.length, [zipped]);
  }
  return copying.rowCount;
}

/** Jobs that still can succeed, those under way too: they begin anew. Schedules and this very backup do not. */
const waitingJobs = `
  select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority,
    array(select jsonb_object_keys(j.flags)) as flags
  from ${QUEUE_SCHEMA}._private_jobs j join ${QUEUE_SCHEMA}._private_tasks t on t.id = j.task_id
  left join ${QUEUE_SCHEMA}._private_job_queues q on q.id = j.job_queue_id
  where j.attempts < j.max_attempts and not coalesce((j.payload->>'_cron') is not null, false)
  order by j.id`;

async function dumpJobs(client: pg.ClientBase, add: AddEntry): Promise<number> {
  const { rows } = await client.query(`select from pg_namespace where nspname = '${QUEUE_SCHEMA}'`);
  return rows.length === 0 ? 0 : dumpRows(client, `(${waitingJobs})`, "jobs", add);
}

async function listFileKeys(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>("select key from files where state = 'stored' order by key");
  return rows.map(({ key }) => key);
}
