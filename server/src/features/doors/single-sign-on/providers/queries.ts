import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { IdentityProviders, SamlRequests, ServiceProviderKeys } from "../../../../db/types.ts";

export const purposes = ["audience", "staff"] as const;
export type Purpose = (typeof purposes)[number];

export type IdentityProvider = Selectable<IdentityProviders>;
export type SamlRequest = Selectable<SamlRequests>;

export async function insertProvider(
  db: Db,
  provider: Insertable<IdentityProviders>,
): Promise<IdentityProvider | undefined> {
  return db
    .insertInto("identityProviders")
    .values(provider)
    .onConflict((conflict) => conflict.columns(["clientId", "entityId"]).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function updateProvider(
  db: Db,
  clientId: number,
  id: number,
  changes: Updateable<IdentityProviders>,
): Promise<void> {
  await db
    .updateTable("identityProviders")
    .set(changes)
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

export async function deleteProviderRow(db: Db, clientId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("identityProviders")
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export async function findProvider(db: Db, clientId: number, id: number): Promise<IdentityProvider | undefined> {
  return db
    .selectFrom("identityProviders")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** By how it names itself. */
export async function findProviderByName(
  db: Db,
  clientId: number,
  entityId: string,
): Promise<IdentityProvider | undefined> {
  return db
    .selectFrom("identityProviders")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("entityId", "=", entityId)
    .executeTakeFirst();
}

export async function listProviders(db: Db, clientId: number): Promise<IdentityProvider[]> {
  return db.selectFrom("identityProviders").selectAll().where("clientId", "=", clientId).orderBy("id").execute();
}

/** Those that sign in people of a kind, by name. */
export async function listActiveProviders(db: Db, clientId: number, purpose: Purpose): Promise<IdentityProvider[]> {
  return db
    .selectFrom("identityProviders")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("isActive", "=", true)
    .where(sql<boolean>`${purpose} = any (purposes)`)
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .execute();
}

/** Of all clients, those whose metadata was last read before a time. */
export async function listProvidersToRefresh(db: Db, before: Date): Promise<IdentityProvider[]> {
  return db
    .selectFrom("identityProviders")
    .selectAll()
    .where("metadataUrl", "is not", null)
    .where((where) => where.or([where("metadataFetchedAt", "is", null), where("metadataFetchedAt", "<", before)]))
    .orderBy("clientId")
    .orderBy("id")
    .execute();
}

export async function listKeys(db: Db, clientId: number): Promise<Selectable<ServiceProviderKeys>[]> {
  return db
    .selectFrom("serviceProviderKeys")
    .selectAll()
    .where("clientId", "=", clientId)
    .orderBy("id", "desc")
    .execute();
}

/** False when the client has a key in that state already. */
export async function insertKey(db: Db, key: Insertable<ServiceProviderKeys>): Promise<number | undefined> {
  const made = await db
    .insertInto("serviceProviderKeys")
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return made?.id;
}

export async function setKeyState(db: Db, clientId: number, id: number, state: "current" | "old"): Promise<void> {
  await db
    .updateTable("serviceProviderKeys")
    .set({ state })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

export async function deleteKeyRow(db: Db, clientId: number, id: number): Promise<void> {
  await db.deleteFrom("serviceProviderKeys").where("clientId", "=", clientId).where("id", "=", id).execute();
}

export async function insertRequest(db: Db, request: Insertable<SamlRequests>): Promise<void> {
  await db.insertInto("samlRequests").values(request).execute();
}

/** Whoever takes a request has it alone; nobody gets it again. */
export async function takeRequest(
  db: Db,
  clientId: number,
  providerId: number,
  id: string,
  now: Date,
): Promise<SamlRequest | undefined> {
  return db
    .deleteFrom("samlRequests")
    .where("clientId", "=", clientId)
    .where("identityProviderId", "=", providerId)
    .where("id", "=", id)
    .where("expiresAt", ">", now)
    .returningAll()
    .executeTakeFirst();
}

/** False when the assertion was there before. */
export async function rememberAssertion(
  db: Db,
  assertion: { clientId: number; identityProviderId: number; idHash: Buffer; expiresAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("samlAssertions")
    .values(assertion)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Of all clients. */
export async function deleteExpired(db: Db, now: Date): Promise<void> {
  for (const table of ["samlRequests", "samlAssertions", "ssoSessions", "staffSessions"] as const)
    await db.deleteFrom(table).where("expiresAt", "<=", now).execute();
}
