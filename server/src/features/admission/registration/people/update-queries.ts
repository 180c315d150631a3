import { type Selectable, type SqlBool, sql, type Updateable } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";
import { isOfEvent } from "./queries.ts";

export type PersonChanges = Updateable<Registrants>;

/** Registrants with this address, of one event or of all, in the order of their ids. */
export async function lockActiveByEmail(
  tx: Db,
  clientIds: readonly number[],
  email: string,
  eventId?: number,
): Promise<Selectable<Registrants>[]> {
  return tx
    .selectFrom("registrants")
    .selectAll()
    .where("clientId", "=", sql<number>`any (${[...clientIds]}::bigint[])`)
    .where(sql<SqlBool>`lower(email) = lower(${email})`)
    .where("status", "=", "active")
    .$if(eventId !== undefined, (query) => query.where(isOfEvent(eventId as number)))
    .orderBy("id")
    .forUpdate()
    .execute();
}

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
