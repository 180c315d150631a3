import type pg from "pg";

interface Column {
  table: string;
  name: string;
  type: string;
  is_not_null: boolean;
  is_identity: boolean;
  is_always: boolean;
  default_expression: string | null;
  is_array: boolean;
  base_type: string;
}

/** Reads the migrated schema from the catalogue: as SQL to read and diff, and as row types for Kysely. */
export async function describeSchema(pool: pg.Pool): Promise<{ sql: string; types: string }> {
  const columns = await readColumns(pool);
  const tables = [...groupBy(columns, (column) => column.table)];
  return { sql: await describeSql(pool, tables), types: describeTypes(tables) };
}

const header = "Generated from the migrations by `npm run generate`; do not edit.";

async function readColumns(pool: pg.Pool): Promise<Column[]> {
  const { rows } = await pool.query<Column>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as is_not_null, a.attidentity <> '' as is_identity, a.attidentity = 'a' as is_always,
      pg_get_expr(d.adbin, d.adrelid) as default_expression,
      t.typelem <> 0 and t.typlen = -1 as is_array,
      case when t.typelem <> 0 and t.typlen = -1 then format_type(t.typelem, null) else format_type(t.oid, null) end as base_type
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and c.relname not like 'kysely_%'
    order by c.relname, a.attnum`);
  return rows;
}

async function describeSql(pool: pg.Pool, tables: [string, Column[]][]): Promise<string> {
  const constraints = await readByTable(
    pool,
    `select conrelid::regclass::text as table, conname || ' ' || pg_get_constraintdef(oid) as text
     from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, contype desc, 2`,
  );
  const others = await readByTable(
    pool,
    `select i.tablename as table, i.indexdef as text from pg_indexes i
     where i.schemaname = 'public'
       and not exists (select from pg_constraint where connamespace = 'public'::regnamespace and conname = i.indexname)
     union all
     select tgrelid::regclass::text, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
     order by 1, 2`,
  );
  const { rows: functions } = await pool.query<{ text: string }>(
    `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace order by proname`,
  );
  const partitions = await readByTable(
    pool,
    `select oid::regclass::text as table, pg_get_partkeydef(oid) as text from pg_class
     where relkind = 'p' and relnamespace = 'public'::regnamespace`,
  );
  const described = tables.map(([table, columns]) => {
    const lines = [
      ...columns.map((column) => `  ${describeColumn(column)}`),
      ...(constraints.get(table) ?? []).map((text) => `  constraint ${text}`),
    ];
    const after = (others.get(table) ?? []).map((text) => `${text};\n`).join("");
    const partitioned = (partitions.get(table) ?? []).map((key) => ` partition by ${key}`).join("");
    return `create table ${table} (\n${lines.join(",\n")}\n)${partitioned};\n${after}`;
  });
  return [`-- ${header}\n`, ...functions.map(({ text }) => `${text.trim()};\n`), ...described].join("\n");
}

async function readByTable(pool: pg.Pool, query: string): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ table: string; text: string }>(query);
  const byTable = groupBy(rows, (row) => row.table);
  return new Map([...byTable].map(([table, found]) => [table, found.map((row) => row.text)]));
}

function describeColumn(column: Column): string {
  const identity = column.is_identity ? ` generated ${column.is_always ? "always" : "by default"} as identity` : "";
  const fallback = column.default_expression === null ? "" : ` default ${column.default_expression}`;
  return `${column.name} ${column.type}${identity}${fallback}${column.is_not_null ? " not null" : ""}`;
}

const typescriptTypes: Record<string, string> = {
  bigint: "number",
  integer: "number",
  smallint: "number",
  "double precision": "number",
  numeric: "string",
  boolean: "boolean",
  uuid: "string",
  text: "string",
  bytea: "Buffer",
  "timestamp with time zone": "Date",
  date: "string",
  jsonb: "unknown",
  json: "unknown",
  tstzmultirange: "string",
};

function describeTypes(tables: [string, Column[]][]): string {
  const interfaces = tables.map(([table, columns]) => {
    const lines = columns.map((column) => `  ${toCamelCase(column.name)}: ${typeOf(column)};\n`);
    return `export interface ${toPascalCase(table)} {\n${lines.join("")}}\n`;
  });
  const all = tables.map(([table]) => `  ${toCamelCase(table)}: ${toPascalCase(table)};\n`);
  return [
    `// ${header}\n`,
    'import type { Generated, GeneratedAlways } from "kysely";\n',
    ...interfaces,
    `export interface Database {\n${all.join("")}}\n`,
  ].join("\n");
}

function typeOf(column: Column): string {
  const base = typescriptTypes[column.base_type];
  if (!base) throw new Error(`No TypeScript type is known for ${column.table}.${column.name}: ${column.base_type}`);
  const value = `${base}${column.is_array ? "[]" : ""}${column.is_not_null ? "" : " | null"}`;
  if (column.is_always) return `GeneratedAlways<${value}>`;
  return column.is_identity || column.default_expression !== null ? `Generated<${value}>` : value;
}

function toCamelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function toPascalCase(name: string): string {
  return toCamelCase(`_${name}`);
}

// Map.groupBy came with Node 21.
function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
