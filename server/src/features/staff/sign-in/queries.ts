import { type Selectable, type SqlBool, sql, type Updateable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Users } from "../../../db/types.ts";
import { emailKey } from "../../../lib/email-address.ts";

export type SignInUser = Pick<
  Selectable<Users>,
  "clientId" | "id" | "userName" | "name" | "email" | "emailKey" | "passwordHash"
>;

const columns = ["u.clientId", "u.id", "u.userName", "u.name", "u.email", "u.emailKey", "u.passwordHash"] as const;

const activeUsers = (db: Db) =>
  db
    .selectFrom("users as u")
    .innerJoin("clients as c", "c.id", "u.clientId")
    .select([...columns])
    .where("u.isActive", "=", true)
    .where("c.isActive", "=", true);

export async function findActiveUser(db: Db, clientId: number, id: number): Promise<SignInUser | undefined> {
  return activeUsers(db).where("u.clientId", "=", clientId).where("u.id", "=", id).executeTakeFirst();
}

/**
 * Who goes by a user name or an address, and has a password. A user name counts before an address, and an address that
 * several users have is nobody's.
 */
export async function findUserNamed(db: Db, name: string): Promise<SignInUser | undefined> {
  const isNamed = sql<boolean>`lower(u.user_name collate "C") = lower(${name}::text collate "C")`;
  const found = await activeUsers(db)
    .select(isNamed.as("isNamed"))
    .where("u.passwordHash", "is not", null)
    .where(sql<SqlBool>`(${isNamed} or u.email_key = ${emailKey(name)})`)
    .limit(3)
    .execute();
  const named = found.find((user) => user.isNamed);
  return named ?? (found.length === 1 ? found[0] : undefined);
}

/** Whether the password was still what `before` says, and is another now. */
export async function replacePassword(
  db: Db,
  { clientId, id, passwordHash: before }: SignInUser,
  passwordHash: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("users")
    .set({ passwordHash })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .where(sql<SqlBool>`password_hash is not distinct from ${before}`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type UserValues = Updateable<Pick<Users, "name" | "jobTitle" | "permissions" | "isActive">>;

export async function updateUser(db: Db, clientId: number, id: number, values: UserValues): Promise<void> {
  await db.updateTable("users").set(values).where("clientId", "=", clientId).where("id", "=", id).execute();
}
