import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import Cursor from "pg-cursor";
import type { Database } from "./types.ts";

/** The pool, or the transaction a statement belongs to. */
export type Db = Kysely<Database> | Transaction<Database>;

export interface DatabaseConnection {
  /** Typed queries; rows in camelCase. */
  readonly db: Kysely<Database>;
  /** The same pool bare, for prepared statements on hot paths. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

// Ids and counters are integers on the wire; they stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const INT8_ARRAY = 1016;
const parseTextArray = pg.types.getTypeParser(1009 as number) as (text: string) => string[];
pg.types.setTypeParser(INT8_ARRAY as number, (text: string) => parseTextArray(text).map(Number));

/** Opens a pool; nothing is connected until the first statement. */
export function connect(
  url: string,
  options: { poolSize: number; onError?: (error: Error) => void },
): DatabaseConnection {
  const pool = new pg.Pool({ connectionString: url, max: options.poolSize, application_name: "lectern" });
  // A connection that breaks (database restarted) fails its statement and is replaced by the pool: no reason to end
  // the process, neither while it is idle nor while a transaction holds it.
  const onError = options.onError ?? (() => {});
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool, cursor: Cursor }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, pool, close: () => db.destroy() };
}
