import type pg from "pg";

/** The rows that the product wrote for one event, as JSON, so that PostgreSQL alone can be asked to write the same. */
export interface EventRows {
  readonly event: Table;
  /** What hangs on the event; widgets first, because resources name theirs. */
  readonly below: readonly Table[];
}

interface Table {
  readonly name: string;
  /** Those that the database does not number by itself. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

type Row = Readonly<Record<string, unknown>>;

export async function readEventRows(pool: pg.Pool, eventId: number): Promise<EventRows> {
  const { rows: found } = await pool.query<{ table_name: string }>(
    `select table_name from information_schema.columns
     where table_schema = 'public' and column_name = 'event_id' order by table_name <> 'widgets', table_name`,
  );
  const below: Table[] = [];
  for (const { table_name } of found) {
    const table = await readTable(pool, table_name, "event_id", eventId);
    if (table.rows.length > 0) below.push(table);
  }
  return { event: await readTable(pool, "events", "id", eventId), below };
}

async function readTable(pool: pg.Pool, name: string, key: string, eventId: number): Promise<Table> {
  const columns = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and column_name <> 'id' order by ordinal_position`,
    [name],
  );
  const hasId = await pool.query(
    "select 1 from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = 'id'",
    [name],
  );
  const order = hasId.rowCount === 0 ? "" : "order by id";
  const rows = await pool.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t where ${key} = $1 ${order}`, [
    eventId,
  ]);
  return { name, columns: columns.rows.map((row) => row.column_name), rows: rows.rows.map(({ row }) => row) };
}

/** Writes the rows anew under a new event: one transaction, one prepared statement a table. Answers the event's id. */
export async function writeEventRows(client: pg.ClientBase, { event, below }: EventRows, n: number): Promise<number> {
  await client.query("begin");
  // Every event starts a minute after the one before, here as in the product's own calls.
  const startsAt = startOf(n).toISOString();
  const [eventId = 0] = await insert(client, event, [{ ...event.rows[0], starts_at: startsAt }], true);
  let widgetIds = new Map<unknown, number>();
  for (const table of below) {
    const rows = table.rows.map((row) => ({
      ...row,
      event_id: eventId,
      ...("widget_id" in row && { widget_id: widgetIds.get(row.widget_id) }),
    }));
    const ids = await insert(client, table, rows, table.name === "widgets");
    if (table.name === "widgets") widgetIds = new Map(table.rows.map((row, index) => [row.id, ids[index] ?? 0]));
  }
  await client.query("commit");
  return eventId;
}

async function insert(
  client: pg.ClientBase,
  table: Table,
  rows: readonly Row[],
  returnsIds: boolean,
): Promise<number[]> {
  const columns = table.columns.join(", ");
  const text = `insert into ${table.name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${table.name}, $1::jsonb) ${returnsIds ? "returning id" : ""}`;
  const { rows: written } = await client.query<{ id: number }>({
    name: `insert ${table.name}`,
    text,
    values: [JSON.stringify(rows)],
  });
  return returnsIds ? written.map(({ id }) => id) : [];
}

const FIRST_START = Date.UTC(2027, 1, 1);

/** When the event of that number is announced for. */
export function startOf(n: number): Date {
  return new Date(FIRST_START + n * 60_000);
}
