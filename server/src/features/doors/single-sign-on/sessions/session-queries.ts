import { type Insertable, type Selectable, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { SsoSessions, Users } from "../../../../db/types.ts";

export type SsoSession = Selectable<SsoSessions>;

/** Users of a client by what they may go by, active ones only. */
export async function listActiveUsers(
  db: Db,
  clientId: number,
): Promise<Pick<Selectable<Users>, "id" | "userName" | "email">[]> {
  return db
    .selectFrom("users")
    .select(["id", "userName", "email"])
    .where("clientId", "=", clientId)
    .where("isActive", "=", true)
    .orderBy("id")
    .execute();
}

export async function insertSsoSession(db: Db, session: Insertable<SsoSessions>): Promise<void> {
  await db.insertInto("ssoSessions").values(session).execute();
}

export async function listSessionsNamed(
  db: Db,
  clientId: number,
  providerId: number,
  nameIdHash: Buffer,
): Promise<SsoSession[]> {
  return db
    .selectFrom("ssoSessions")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("identityProviderId", "=", providerId)
    .where("nameIdHash", "=", nameIdHash)
    .execute();
}

export async function findStaffSsoSession(
  db: Db,
  clientId: number,
  staffTokenHash: Buffer,
): Promise<SsoSession | undefined> {
  return db
    .selectFrom("ssoSessions")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("staffTokenHash", "=", staffTokenHash)
    .executeTakeFirst();
}

/** The latest one. */
export async function findAudienceSsoSession(
  db: Db,
  clientId: number,
  registrantId: number,
): Promise<SsoSession | undefined> {
  return db
    .selectFrom("ssoSessions")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("registrantId", "=", registrantId)
    .orderBy("id", "desc")
    .executeTakeFirst();
}

export async function deleteSsoSessions(db: Db, clientId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom("ssoSessions")
    .where("clientId", "=", clientId)
    .where("id", "in", [...ids])
    .execute();
}

/** Of people who are forgotten: their names at the identity provider go too. */
export async function deleteSessionsOf(
  tx: Db,
  people: readonly { registrantClientId: number; registrantId: number }[],
): Promise<void> {
  await sql`
    delete from sso_sessions s
    using unnest(${people.map(({ registrantClientId }) => registrantClientId)}::bigint[],
      ${people.map(({ registrantId }) => registrantId)}::bigint[]) as p (client_id, id)
    where s.client_id = p.client_id and s.registrant_id = p.id`.execute(tx);
}

/** A registrant who signs in again has one session with each identity provider. */
export async function deleteAudienceSessions(
  db: Db,
  clientId: number,
  providerId: number,
  registrantId: number,
): Promise<void> {
  await db
    .deleteFrom("ssoSessions")
    .where("clientId", "=", clientId)
    .where("identityProviderId", "=", providerId)
    .where("registrantId", "=", registrantId)
    .execute();
}
