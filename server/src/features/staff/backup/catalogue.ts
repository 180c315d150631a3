import type pg from "pg";

// What the database's own catalogue says is there: nobody has to remember a new table here.

export interface Named {
  readonly schema: string;
  readonly name: string;
}

/** As SQL writes it. */
export function quoted({ schema, name }: Named): string {
  return `${quotedName(schema)}.${quotedName(name)}`;
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The job queue has its own migrations and its own way in: its jobs are kept, not its tables. */
export const QUEUE_SCHEMA = "graphile_worker";

/**
 * Everything but the system's, the queue's, what extensions brought, and the list of migrations, which restoring writes by
 * migrating.
 */
const isOurs = `
  n.nspname !~ '^pg_' and n.nspname not in ('information_schema', '${QUEUE_SCHEMA}')
  and c.relpersistence <> 't' and c.relname not in ('kysely_migration', 'kysely_migration_lock')
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

export interface Table extends Named {
  /** Those that can be written. */
  readonly columns: string[];
}

/** All that hold rows themselves: of a partitioned table, its parts. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${isOurs} order by 1, 2`);
  return rows;
}

export interface Partition extends Named {
  readonly parent: Named;
  /** Such as fillfactor=85; empty for none. */
  readonly options: string;
  /** Such as FOR VALUES FROM ('2026-01-01') TO ('2026-02-01'). */
  readonly bound: string;
}

/** Parts of partitioned tables, which come into being while the program runs; parents before their parts. */
export async function listPartitions(client: pg.ClientBase): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(`
    select n.nspname as schema, c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound,
      coalesce(array_to_string(c.reloptions, ', '), '') as options,
      json_build_object('schema', pn.nspname, 'name', p.relname) as parent
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_inherits i on i.inhrelid = c.oid
    join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
    where c.relispartition and c.relkind in ('r', 'p') and ${isOurs}
    order by (select count(*) from pg_partition_ancestors(c.oid)), 1, 2`);
  return rows;
}

export interface Sequence extends Named {
  /** A bigint, as text. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Named>(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${isOurs} order by 1, 2`);
  const sequences: Sequence[] = [];
  for (const { schema, name } of rows) {
    const { rows: states } = await client.query<Omit<Sequence, keyof Named>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted({ schema, name })}`,
    );
    for (const state of states) sequences.push({ schema, name, ...state });
  }
  return sequences;
}

/** The migrations that were applied, in their order; none in a database that was never migrated. */
export async function listMigrations(client: Pick<pg.ClientBase, "query">): Promise<string[]> {
  const { rows: found } = await client.query("select from pg_class where relname = 'kysely_migration'");
  if (found.length === 0) return [];
  const { rows } = await client.query<{ name: string }>("select name from kysely_migration order by name");
  return rows.map(({ name }) => name);
}

/** Names of all that holds or shows rows, the queue's too. */
export async function listRelations(client: Pick<pg.Pool, "query">): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by 1`);
  return rows.map(({ name }) => name);
}
