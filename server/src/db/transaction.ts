import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./types.ts";

/** Runs an action's writes as one; nothing inside may talk to the network. */
export function inTransaction<T>(db: Kysely<Database>, write: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
  return db.transaction().execute(write);
}

/** Serialises the transactions that pass the same name, until they end. */
export async function lock(tx: Transaction<Database>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
