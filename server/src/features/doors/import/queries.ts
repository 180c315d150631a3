import { type Insertable, type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Imports } from "../../../db/types.ts";

export type Import = Selectable<Imports>;

export async function insertImport(tx: Db, row: Insertable<Imports>): Promise<number> {
  const { id } = await tx.insertInto("imports").values(row).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** What is known once the list was read to its end. */
export async function setImportRead(
  tx: Db,
  { clientId, id }: { clientId: number; id: number },
  { rowCount, invalidCount, ignoredColumns }: { rowCount: number; invalidCount: number; ignoredColumns: string[] },
): Promise<void> {
  await tx
    .updateTable("imports")
    .set({ rowCount, invalidCount, ignoredColumns })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

export async function findImport(db: Db, clientId: number, id: number): Promise<Import | undefined> {
  return db.selectFrom("imports").selectAll().where("clientId", "=", clientId).where("id", "=", id).executeTakeFirst();
}

export async function findImportByKey(db: Db, clientId: number, idempotencyKey: string): Promise<Import | undefined> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("idempotencyKey", "=", idempotencyKey)
    .executeTakeFirst();
}

/** Newest first. */
export async function listImports(
  db: Db,
  clientId: number,
  eventId: number,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<Import[]> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .$if(before !== undefined, (query) => query.where("id", "<", before as number))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export async function setImportEnded(tx: Db, clientId: number, id: number): Promise<void> {
  await tx
    .updateTable("imports")
    .set({ endedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/** Answers whether it was under way. Whoever works on it notices after the rows at hand. */
export async function cancelImport(tx: Db, clientId: number, id: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("imports")
    .set({ state: "cancelled", endedAt: sql`now()`, claimedAt: null })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .where("state", "in", ["received", "processing"])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markErased(tx: Db, clientId: number, id: number): Promise<void> {
  await tx
    .updateTable("imports")
    .set({ deletedAt: sql`coalesce(deleted_at, now())` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/** Imports that ended, or came, before a time and still hold what their lists told. */
export async function listImportsBefore(db: Db, time: Date): Promise<{ clientId: number; id: number }[]> {
  return db
    .selectFrom("imports")
    .select(["clientId", "id"])
    .where("deletedAt", "is", null)
    .where(sql<boolean>`coalesce(ended_at, created_at) < ${time}`)
    .where("state", "<>", "processing")
    .execute();
}
