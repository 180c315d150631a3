import { sql } from "kysely";
import type { Db } from "./database.ts";

/**
 * Queues background work in the transaction that causes it. With a key, work that is still waiting is replaced
 * instead of doubled.
 */
export async function queueJob(db: Db, name: string, payload: object, key?: string): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, job_key => ${key ?? null})`.execute(
    db,
  );
}
