import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { PresenterSessions, Presenters } from "../../../db/types.ts";
import type { PresenterLink } from "./presenter-link.ts";

export const presenterRoles = ["producer", "presenter", "moderator"] as const;
export type PresenterRole = (typeof presenterRoles)[number];
export type Presenter = Omit<Selectable<Presenters>, "role"> & { readonly role: PresenterRole };

/** Whose link it is, as long as it is good for the event. */
export async function findByLink(
  db: Db,
  room: { clientId: number; eventId: number },
  { presenterId, version }: PresenterLink,
): Promise<Presenter | undefined> {
  return selectPresenters(db, room).where("id", "=", presenterId).where("linkVersion", "=", version).executeTakeFirst();
}

/** An event's presenters whose links let them in, in the order in which they were added. */
export async function listPresenters(db: Db, clientId: number, eventId: number): Promise<Presenter[]> {
  return selectPresenters(db, { clientId, eventId }).orderBy("id").execute();
}

export async function findPresenter(
  db: Db,
  room: { clientId: number; eventId: number },
  id: number,
): Promise<Presenter | undefined> {
  return selectPresenters(db, room).where("id", "=", id).executeTakeFirst();
}

/** The same, held for writing until the transaction ends. */
export async function lockPresenter(
  tx: Db,
  room: { clientId: number; eventId: number },
  id: number,
): Promise<Presenter | undefined> {
  return selectPresenters(tx, room).where("id", "=", id).forUpdate().executeTakeFirst();
}

function selectPresenters(db: Db, { clientId, eventId }: { clientId: number; eventId: number }) {
  return db
    .selectFrom("presenters")
    .selectAll()
    .$narrowType<{ role: PresenterRole }>()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("revokedAt", "is", null);
}

export async function insertPresenter(db: Db, presenter: Insertable<Presenters>): Promise<Presenter> {
  return db
    .insertInto("presenters")
    .values(presenter)
    .returningAll()
    .$narrowType<{ role: PresenterRole }>()
    .executeTakeFirstOrThrow();
}

export async function updatePresenter(
  db: Db,
  { clientId, id }: Presenter,
  changes: Updateable<Presenters>,
): Promise<Presenter> {
  return db
    .updateTable("presenters")
    .set(changes)
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .returningAll()
    .$narrowType<{ role: PresenterRole }>()
    .executeTakeFirstOrThrow();
}

/** Lets the same people present in another event, by links of their own there. */
export async function copyPresenters(db: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    insert into presenters (client_id, event_id, first_name, last_name, email, role)
    select client_id, ${toId}, first_name, last_name, email, role from presenters
    where client_id = ${clientId} and event_id = ${fromId} and revoked_at is null order by id`.execute(db);
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

interface OfPage {
  readonly clientId: number;
  readonly presenterId: number;
  readonly tab: string;
  readonly isPractice: boolean;
  readonly aliveAfter: Date;
}

/** The session of the same page, unless it has ended or was silent since before `aliveAfter`. */
export async function findOpenSession(
  db: Db,
  { clientId, presenterId, tab, isPractice, aliveAfter }: OfPage,
): Promise<number | undefined> {
  const session = await db
    .selectFrom("presenterSessions")
    .select("id")
    .where("clientId", "=", clientId)
    .where("presenterId", "=", presenterId)
    .where("tab", "=", tab)
    .where("isPractice", "=", isPractice)
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

/** The webinar goes live while somebody practises: their session ends, and another begins. Answers its id, once. */
export async function replacePracticeSession(
  db: Db,
  { clientId, sessionId, at }: { clientId: number; sessionId: number; at: Date },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    with practised as (
      update presenter_sessions set last_seen_at = greatest(last_seen_at, ${at}), ended_at = ${at}
      where client_id = ${clientId} and id = ${sessionId} and is_practice and ended_at is null
      returning *
    )
    insert into presenter_sessions (client_id, event_id, presenter_id, tab, role, is_practice, started_at, last_seen_at)
    select client_id, event_id, presenter_id, tab, role, false, ${at}, ${at} from practised
    returning id`.execute(db);
  return rows[0]?.id;
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
