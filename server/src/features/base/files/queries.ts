import { type Insertable, type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Files } from "../../../db/types.ts";

export async function insertFile(db: Db, file: Insertable<Files>): Promise<number> {
  const { id } = await db.insertInto("files").values(file).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function markStored(db: Db, clientId: number, id: number): Promise<void> {
  await db
    .updateTable("files")
    .set({ state: "stored" })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/**
 * Leaves a file that has not been stored to the sweep; waits for a transaction that is storing it, and answers whether
 * it has not.
 */
export async function giveUpFile(db: Db, clientId: number, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("files")
    .set({ createdAt: new Date(0) })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .where("state", "=", "incoming")
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function removeFile(db: Db, clientId: number, id: number): Promise<void> {
  await db.deleteFrom("files").where("clientId", "=", clientId).where("id", "=", id).execute();
}

/** By the key in its address, which only those know who were given it. */
export async function findFileByKey(db: Db, key: string): Promise<Selectable<Files> | undefined> {
  return db.selectFrom("files").selectAll().where("key", "=", key).where("state", "=", "stored").executeTakeFirst();
}

export interface OldFile {
  clientId: number;
  id: number;
  key: string;
}

/** Files that never finished arriving. */
export async function listAbandonedFiles(db: Db, before: Date): Promise<OldFile[]> {
  return db
    .selectFrom("files")
    .select(["clientId", "id", "key"])
    .where("state", "=", "incoming")
    .where("createdAt", "<", before)
    .execute();
}

/**
 * Turns old files that no row of any table refers to into abandoned ones; which tables could, the foreign keys tell.
 * They get another id, so that whoever was about to refer to one fails, or makes this fail, instead of losing its bytes.
 */
export async function giveUpUnusedFiles(db: Db, before: Date): Promise<void> {
  const { rows: references } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = 'files'::regclass`.execute(db);
  const unused = references.map(
    ({ table, column }) =>
      sql`not exists (select from ${sql.table(table)} r where r.client_id = f.client_id and r.${sql.ref(column)} = f.id)`,
  );
  await sql`
    update files f set id = default, state = 'incoming', created_at = 'epoch'
    where state = 'stored' and created_at < ${before} and ${sql.join(unused, sql` and `)}`.execute(db);
}
