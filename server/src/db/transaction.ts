import { sql, type Transaction } from "kysely";
import { isErrorCode } from "../lib/error-code.ts";
import type { Db } from "./database.ts";
import type { Database } from "./types.ts";

/**
 * Runs an action's writes as one, or as part of the transaction it is called in.
 * Nothing inside may talk to the network.
 */
export function inTransaction<T>(db: Db, write: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return write(db as Transaction<Database>);
  return retryDeadlocks(async () => {
    const begun = { db, afterwards: [] as (() => void)[] };
    const result = await db.transaction().execute((tx) => {
      transactions.set(tx, begun);
      return write(tx);
    });
    for (const act of begun.afterwards) act();
    return result;
  });
}

/** Of those that `inTransaction` began: of which database, and what follows their commit. */
const transactions = new WeakMap<Db, { readonly db: Db; readonly afterwards: (() => void)[] }>();

/** Does something once this transaction is committed, and never when it is not. It may not fail. */
export function afterCommit(tx: Db, act: () => void): void {
  transactions.get(tx)?.afterwards.push(act);
}

/** The database that a transaction was begun on by `inTransaction`. */
export function databaseOf(tx: Db): Db | undefined {
  return transactions.get(tx)?.db;
}

const MOST_DEADLOCKS = 3;

/** PostgreSQL ends one of several transactions that wait for each other: nothing of it has happened, so it runs again. */
export async function retryDeadlocks<T>(run: () => Promise<T>): Promise<T> {
  for (let deadlocks = 1; ; deadlocks++)
    try {
      return await run();
    } catch (error) {
      if (!isErrorCode(error, DEADLOCK) || deadlocks >= MOST_DEADLOCKS) throw error;
    }
}

/** Whether what was written is at fault (SQLSTATE classes of cardinality, data and constraints), and not the database. */
export function isDataFault(error: unknown): boolean {
  return /^2[123]/.test((error as { code?: string }).code ?? "");
}

/** SQLSTATE. */
const DEADLOCK = "40P01";

/** Serialises the transactions that pass the same name, until they end. */
export async function lock(tx: Transaction<Database>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
