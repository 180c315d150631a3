import { sql, type Transaction } from "kysely";
import type { Db } from "./database.ts";
import type { Database } from "./types.ts";

/**
 * Runs an action's writes as one, or as part of the transaction it is called in.
 * Nothing inside may talk to the network.
 */
export function inTransaction<T>(db: Db, write: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
  return db.isTransaction ? write(db as Transaction<Database>) : db.transaction().execute(write);
}

/** Serialises the transactions that pass the same name, until they end. */
export async function lock(tx: Transaction<Database>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
