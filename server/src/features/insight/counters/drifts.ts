import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction, lock } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import { type CounterSource, counterSources } from "./sources.ts";

/** A counter that is not what counting gives. */
export interface Drift {
  readonly table: CounterSource["table"];
  readonly counter: string;
  readonly clientId: number;
  readonly eventId: number;
  /** Of the totals beside client and event, where they have one. */
  readonly key: string | null;
  readonly claimed: number;
  readonly counted: number;
}

/** Counts everything again. Each source is one snapshot of counters and rows, so writes meanwhile do not matter. */
export async function listDriftedTotals(db: Db): Promise<Drift[]> {
  const drifts: Drift[] = [];
  for (const source of counterSources) drifts.push(...(await listDrifts(db, source)));
  return drifts;
}

async function listDrifts(db: Db, { table, key, rows, counters }: CounterSource): Promise<Drift[]> {
  const keys = ["client_id", "event_id", ...(key === undefined ? [] : [key])];
  const names = Object.keys(counters);
  const columns = [...keys, ...names.map((name) => `${counters[name]} as ${name}`)].join(", ");
  const pairs = names.map((name) => `('${name}', coalesce(t.${name}, 0)::bigint, coalesce(s.${name}, 0)::bigint)`);
  // All of it stands in sources.ts, nothing was sent by anybody.
  const found = await sql<Drift>`${sql.raw(`
    select '${table}' as "table", v.counter, client_id, event_id, ${key ?? "null::text"} as key, v.claimed, v.counted
    from ${table} t
    full join (select ${columns} from (${rows}) counted group by ${keys.join(", ")}) s using (${keys.join(", ")})
    cross join lateral (values ${pairs.join(", ")}) v (counter, claimed, counted)
    where v.claimed <> v.counted order by client_id, event_id`)}`.execute(db);
  return found.rows;
}

/**
 * Sets every counter to what counting gives; answers what was mended. What is written meanwhile is kept: a counter is moved by
 * what it was off, not set.
 */
export async function repairCounters(db: Kysely<Database>): Promise<Drift[]> {
  return inTransaction(db, async (tx) => {
    await lock(tx, "repair counters");
    const drifts = await listDriftedTotals(tx);
    for (const drift of drifts) await mend(tx, drift);
    return drifts;
  });
}

async function mend(tx: Db, { table, counter, clientId, eventId, key, claimed, counted }: Drift): Promise<void> {
  const keyColumn = counterSources.find((source) => source.table === table)?.key;
  const [into, column] = [sql.table(table), sql.ref(counter)];
  const by = counted - claimed;
  const names = keyColumn === undefined ? sql`client_id, event_id` : sql`client_id, event_id, ${sql.ref(keyColumn)}`;
  const values = keyColumn === undefined ? sql`${clientId}, ${eventId}` : sql`${clientId}, ${eventId}, ${key}`;
  await sql`
    insert into ${into} as t (${names}, ${column}) values (${values}, ${by})
    on conflict (${names}) do update set ${column} = t.${column} + ${by}`.execute(tx);
}
