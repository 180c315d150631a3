import { type Insertable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { HubCategories, HubFilters } from "../../../db/types.ts";

// Categories and filters: what a hub sorts its contents by.

export async function insertCategory(db: Db, category: Insertable<HubCategories>): Promise<void> {
  await db.insertInto("hubCategories").values(category).execute();
}

export async function insertFilter(db: Db, filter: Insertable<HubFilters>): Promise<void> {
  await db.insertInto("hubFilters").values(filter).execute();
}

export async function updateCategory(
  db: Db,
  clientId: number,
  id: number,
  change: { name: string; position: number },
): Promise<void> {
  await db.updateTable("hubCategories").set(change).where("clientId", "=", clientId).where("id", "=", id).execute();
}

export async function updateFilter(
  db: Db,
  clientId: number,
  id: number,
  change: { groupName: string; name: string; position: number },
): Promise<void> {
  await db.updateTable("hubFilters").set(change).where("clientId", "=", clientId).where("id", "=", id).execute();
}

/** Removes categories, from the contents too. */
export async function deleteCategories(db: Db, clientId: number, hubId: number, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update hub_contents set category_ids = array(select unnest(category_ids) except all select unnest(${ids}::bigint[]))
    where client_id = ${clientId} and hub_id = ${hubId} and category_ids && ${ids}::bigint[]`.execute(db);
  await db
    .deleteFrom("hubCategories")
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .where("id", "in", ids)
    .execute();
}

/** Removes filters, from the contents too. */
export async function deleteFilters(db: Db, clientId: number, hubId: number, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update hub_contents set filter_ids = array(select unnest(filter_ids) except all select unnest(${ids}::bigint[]))
    where client_id = ${clientId} and hub_id = ${hubId} and filter_ids && ${ids}::bigint[]`.execute(db);
  await db
    .deleteFrom("hubFilters")
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .where("id", "in", ids)
    .execute();
}

/** Renaming one after the other may pass through a name twice: until the end each has a name nobody gives. */
export async function freeNames(db: Db, table: "hubCategories" | "hubFilters", clientId: number, hubId: number) {
  await db
    .updateTable(table)
    .set({ name: sql`chr(1) || id` })
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .execute();
}
