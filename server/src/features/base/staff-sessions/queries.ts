import { type Insertable, type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { StaffSessions } from "../../../db/types.ts";

export interface StaffUser {
  readonly clientId: number;
  readonly clientName: string;
  readonly userId: number;
  readonly userName: string;
  readonly name: string;
  readonly email: string;
  /** By the names in `permissions.ts`. */
  readonly permissions: readonly string[];
  readonly sessionId: number;
  readonly lastSeenAt: Date;
}

/** Who is signed in by a token, as long as the user and the client are active: the token alone says which client. */
export async function findStaffUser(
  db: Db,
  tokenHash: Buffer,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<StaffUser | undefined> {
  return db
    .selectFrom("staffSessions as s")
    .innerJoin("users as u", (join) => join.onRef("u.clientId", "=", "s.clientId").onRef("u.id", "=", "s.userId"))
    .innerJoin("clients as c", "c.id", "s.clientId")
    .select(["s.clientId", "s.userId", "s.id as sessionId", "s.lastSeenAt"])
    .select(["u.userName", "u.name", "u.email", "u.permissions", "c.name as clientName"])
    .where("s.tokenHash", "=", tokenHash)
    .where("s.expiresAt", ">", now)
    .where("s.lastSeenAt", ">", idleSince)
    .where("u.isActive", "=", true)
    .where("c.isActive", "=", true)
    .executeTakeFirst();
}

export async function insertStaffSession(db: Db, session: Insertable<StaffSessions>): Promise<void> {
  await db.insertInto("staffSessions").values(session).execute();
}

/** Another process may have told of a later moment already. */
export async function touchStaffSession(db: Db, clientId: number, id: number, now: Date): Promise<void> {
  await db
    .updateTable("staffSessions")
    .set({ lastSeenAt: sql`greatest(last_seen_at, ${now})` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/** Those that have not ended, the latest seen first. */
export async function listStaffSessions(
  db: Db,
  { clientId, userId }: { clientId: number; userId: number },
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<Pick<Selectable<StaffSessions>, "id" | "createdAt" | "lastSeenAt" | "userAgent">[]> {
  return db
    .selectFrom("staffSessions")
    .select(["id", "createdAt", "lastSeenAt", "userAgent"])
    .where("clientId", "=", clientId)
    .where("userId", "=", userId)
    .where("expiresAt", ">", now)
    .where("lastSeenAt", ">", idleSince)
    .orderBy("lastSeenAt", "desc")
    .orderBy("id")
    .execute();
}

export async function deleteStaffSession(db: Db, clientId: number, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom("staffSessions").where("clientId", "=", clientId).where("tokenHash", "=", tokenHash).execute();
}

/** Whosever it is: a browser has one session. */
export async function deleteSessionOfBrowser(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom("staffSessions").where("tokenHash", "=", tokenHash).execute();
}

/** Ends sessions of one user: one of them, or all but one, or all; answers how many there were. */
export async function deleteSessionsOfUser(
  db: Db,
  { clientId, userId }: { clientId: number; userId: number },
  which: { only?: number; except?: number } = {},
): Promise<number> {
  const { only, except } = which;
  const { numDeletedRows } = await db
    .deleteFrom("staffSessions")
    .where("clientId", "=", clientId)
    .where("userId", "=", userId)
    .$if(only !== undefined, (query) => query.where("id", "=", only ?? 0))
    .$if(except !== undefined, (query) => query.where("id", "!=", except ?? 0))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function recordLogin(db: Db, clientId: number, userId: number, now: Date): Promise<void> {
  await db
    .updateTable("users")
    .set({ lastLoginAt: now })
    .where("clientId", "=", clientId)
    .where("id", "=", userId)
    .execute();
}
