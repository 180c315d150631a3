import type { Db } from "../../../db/database.ts";

/** Those of these people who may not be in a room any more. */
export async function listKeptOut(
  db: Db,
  clientId: number,
  registrantIds: readonly number[],
): Promise<{ id: number; isBlocked: boolean }[]> {
  if (registrantIds.length === 0) return [];
  return db
    .selectFrom("registrants")
    .select(["id", "isBlocked"])
    .where("clientId", "=", clientId)
    .where("id", "in", registrantIds)
    .where((is) => is.or([is("status", "<>", "active"), is("isBlocked", "=", true)]))
    .execute();
}

/** Those of these people who may come into an event's room, by id. */
export async function listActive(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
  registrantIds: readonly number[],
): Promise<number[]> {
  const rows = await db
    .selectFrom("registrants")
    .select("id")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "in", registrantIds)
    .where("status", "=", "active")
    .where("isBlocked", "=", false)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
