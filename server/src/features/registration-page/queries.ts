import { type SqlBool, sql } from "kysely";
import type { Db } from "../../db/database.ts";

/** Whoever has this address in an event, by any status. */
export async function findByAddress(db: Db, clientId: number, eventId: number, email: string) {
  return db
    .selectFrom("registrants")
    .select(["id", "status", "isBlocked"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where(sql<SqlBool>`lower(email) = lower(${email})`)
    .executeTakeFirst();
}
