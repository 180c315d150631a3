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
