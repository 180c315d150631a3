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

export interface ConnectOptions {
  poolSize: number;
  /** Longest a statement may take, so that no request waits for ever; without it statements may take their time. */
  statementSeconds?: number;
  onError?: (error: Error) => void;
}

/** Longest wait for a connection, free or new. */
const CONNECT_MS = 5_000;
/** What the server's own limit is given before we stop waiting for a connection that has gone silent. */
const SILENCE_MS = 5_000;

/** Opens a pool; nothing is connected until the first statement. */
export function connect(url: string, options: ConnectOptions): DatabaseConnection {
  const statementMs = options.statementSeconds === undefined ? undefined : options.statementSeconds * 1000;
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize,
    application_name: "lectern",
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    ...(statementMs !== undefined && { statement_timeout: statementMs, query_timeout: statementMs + SILENCE_MS }),
  });
  // A connection that breaks (database restarted) fails its statement and is replaced by the pool: no reason to end
  // the process, neither while it is idle nor while a transaction holds it.
  const onError = options.onError ?? (() => {});
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool, cursor: Cursor }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    db,
    pool,
    async close() {
      await db.destroy();
      // Kysely ends only a pool that it has used.
      if (!pool.ended) await pool.end();
    },
  };
}
