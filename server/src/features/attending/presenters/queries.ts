import { type Insertable, type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { PresenterSessions, Presenters } from "../../../db/types.ts";
import type { PresenterLink } from "./presenter-link.ts";

export type PresenterRole = "producer" | "presenter" | "moderator";
export type Presenter = Omit<Selectable<Presenters>, "role"> & { readonly role: PresenterRole };

/** Whose link it is, as long as it is good for the event. */
export async function findByLink(
  db: Db,
  room: { clientId: number; eventId: number },
  { presenterId, version }: PresenterLink,
): Promise<Presenter | undefined> {
  return db
    .selectFrom("presenters")
    .selectAll()
    .$narrowType<{ role: PresenterRole }>()
    .where("clientId", "=", room.clientId)
    .where("eventId", "=", room.eventId)
    .where("id", "=", presenterId)
    .where("linkVersion", "=", version)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
}

/** Those of these presenters whose link still lets them in, with their role. */
export async function listCurrent(
  db: Db,
  clientId: number,
  presenterIds: readonly number[],
): Promise<{ id: number; role: string; linkVersion: number }[]> {
  return db
    .selectFrom("presenters")
    .select(["id", "role", "linkVersion"])
    .where("clientId", "=", clientId)
    .where("id", "in", presenterIds.length > 0 ? presenterIds : [0])
    .where("revokedAt", "is", null)
    .execute();
}

/** The session of the same page, unless it has ended or was silent since before `aliveAfter`. */
export async function findOpenSession(
  db: Db,
  { clientId, presenterId, tab, aliveAfter }: { clientId: number; presenterId: number; tab: string; aliveAfter: Date },
): Promise<number | undefined> {
  const session = await db
    .selectFrom("presenterSessions")
    .select("id")
    .where("clientId", "=", clientId)
    .where("presenterId", "=", presenterId)
    .where("tab", "=", tab)
    .where("endedAt", "is", null)
    .where("lastSeenAt", ">=", aliveAfter)
    .orderBy("startedAt", "desc")
    .executeTakeFirst();
  return session?.id;
}

export async function insertSession(db: Db, session: Insertable<PresenterSessions>): Promise<number> {
  const { id } = await db.insertInto("presenterSessions").values(session).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** Notes a sign of life, or the end. */
export async function seeSession(
  db: Db,
  { clientId, sessionId, at, hasEnded }: { clientId: number; sessionId: number; at: Date; hasEnded: boolean },
): Promise<void> {
  await db
    .updateTable("presenterSessions")
    .set({ lastSeenAt: sql<Date>`greatest(last_seen_at, ${at})`, endedAt: hasEnded ? at : null })
    .where("clientId", "=", clientId)
    .where("id", "=", sessionId)
    .execute();
}
