import { type Selectable, sql, type Updateable } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";

export type PersonChanges = Updateable<Registrants>;

export async function updatePerson(
  tx: Db,
  clientId: number,
  id: number,
  changes: PersonChanges,
): Promise<Selectable<Registrants>> {
  return tx
    .updateTable("registrants")
    .set({ ...changes, lastActivityAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Somebody registered for the event, held for writing until the transaction ends. */
export async function lockRegistrant(
  tx: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
  id: number,
): Promise<{ isBlocked: boolean } | undefined> {
  return tx
    .selectFrom("registrants")
    .select("isBlocked")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", id)
    .where("status", "=", "active")
    .forUpdate()
    .executeTakeFirst();
}
