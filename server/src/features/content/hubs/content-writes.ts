import { type Insertable, sql, type UpdateObject } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Contents, Database } from "../../../db/types.ts";

export async function insertContent(db: Db, content: Insertable<Contents>): Promise<void> {
  await db.insertInto("contents").values(content).execute();
}

export async function updateContentText(db: Db, clientId: number, eventId: number, text: string): Promise<void> {
  await db
    .updateTable("contents")
    .set({ text })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .execute();
}

/** A derivative's content, made once. */
export async function setDerivativeContent(db: Db, clientId: number, id: number, contentId: number): Promise<void> {
  await db
    .updateTable("derivatives")
    .set({ contentId, modifiedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/** Locked until the transaction ends, so that two publications do not both make its content. */
export async function lockDerivative(db: Db, clientId: number, id: number) {
  return db
    .selectFrom("derivatives")
    .select(["id", "title", "state", "contentId", "sourceEventId", "tags", "funnelStages"])
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

/** Puts a content at the end of a hub, also one that was there before; answers whether it was not there already. */
export async function insertHubContent(
  db: Db,
  { clientId, hubId, contentId }: { clientId: number; hubId: number; contentId: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into hub_contents (client_id, hub_id, content_id, position)
    values (${clientId}, ${hubId}, ${contentId},
      (select coalesce(max(position) + 1, 0) from hub_contents where client_id = ${clientId} and hub_id = ${hubId}))
    on conflict (client_id, hub_id, content_id) do update
      set removed_at = null, published_at = null, position = excluded.position
      where hub_contents.removed_at is not null
    returning content_id`.execute(db);
  return rows.length > 0;
}

export async function updateHubContent(
  db: Db,
  clientId: number,
  hubId: number,
  contentId: number,
  change: UpdateObject<Database, "hubContents">,
): Promise<void> {
  await db
    .updateTable("hubContents")
    .set(change)
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .where("contentId", "=", contentId)
    .execute();
}
