import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Events } from "../../../db/types.ts";

export async function insertEvent(db: Db, event: Insertable<Events>): Promise<Selectable<Events>> {
  const created = await db.insertInto("events").values(event).returningAll().executeTakeFirstOrThrow();
  await db.insertInto("eventTotals").values({ clientId: created.clientId, eventId: created.id }).execute();
  return created;
}

export async function findEvent(db: Db, clientId: number, id: number): Promise<Selectable<Events> | undefined> {
  return db
    .selectFrom("events")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .executeTakeFirst();
}

/** By its id alone: whoever asks checks the client. */
export async function findEventById(db: Db, id: number): Promise<Selectable<Events> | undefined> {
  return db.selectFrom("events").selectAll().where("id", "=", id).where("deletedAt", "is", null).executeTakeFirst();
}

/** An event held for writing until the transaction ends. */
export async function lockEvent(tx: Db, clientId: number, id: number): Promise<Selectable<Events> | undefined> {
  return tx
    .selectFrom("events")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateEventRow(
  db: Db,
  clientId: number,
  id: number,
  changes: Updateable<Events>,
): Promise<Selectable<Events>> {
  return db
    .updateTable("events")
    .set({ ...changes, modifiedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** How many registered or came, whichever is more; whom a client soft-deleted does not count. */
export async function countPeople(db: Db, clientId: number, eventId: number): Promise<number> {
  const totals = await db
    .selectFrom("eventTotals")
    .select(["registrants", "attendees"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .executeTakeFirst();
  return Math.max(totals?.registrants ?? 0, totals?.attendees ?? 0);
}

/** Whether the client or one below it had an event of that id. */
export async function isDeletedEvent(db: Db, clientId: number, id: number): Promise<boolean> {
  const found = await db
    .selectFrom("events as e")
    .innerJoin("clients as c", "c.id", "e.clientId")
    .select("e.id")
    .where(sql<SqlBool>`${clientId} = any (c.path)`)
    .where("e.id", "=", id)
    .where("e.deletedAt", "is not", null)
    .executeTakeFirst();
  return found !== undefined;
}
