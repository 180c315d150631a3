import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { emailKey } from "../../../lib/email-address.ts";
import { accountChanges } from "./changes.ts";
import { findPasswordFault, hashPassword, PASSWORD_LENGTH } from "./passwords.ts";
import { permissions } from "./permissions.ts";
import { findClient } from "./queries.ts";

export interface NewUser {
  userName: string;
  name: string;
  email: string;
  jobTitle?: string;
  type?: "Platform Login" | "Contributor";
  password?: string;
  permissions?: readonly string[];
}

/** Creates a staff user of a client; without a password the user cannot sign in yet. */
export async function createUser(db: Db, clientId: number, user: NewUser): Promise<{ id: number; userName: string }> {
  if (!(await findClient(db, clientId))) fail("client.unknown", { clientId });
  const passwordHash = user.password === undefined ? null : await takePassword(user.password, user);
  const created = await db
    .insertInto("users")
    .values({
      clientId,
      userName: user.userName,
      name: user.name,
      email: user.email,
      emailKey: emailKey(user.email),
      jobTitle: user.jobTitle ?? null,
      type: user.type ?? "Platform Login",
      passwordHash,
      permissions: [...permissionsOf(user)],
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "userName"])
    .executeTakeFirst();
  return created ?? fail("user.exists", { userName: user.userName });
}

/** The same, as a change that somebody made. */
export async function addUser(db: Db, clientId: number, user: NewUser, actor: string): ReturnType<typeof createUser> {
  return inTransaction(db, async (tx) => {
    const created = await createUser(tx, clientId, user);
    await accountChanges.record(tx, "user.created", { clientId, subjectId: created.id, actor });
    return created;
  });
}

/** Of a new user: all that there are, unless somebody only contributes, or others are given. */
export function permissionsOf({ permissions: given, type }: Pick<NewUser, "permissions" | "type">): readonly string[] {
  return given ?? (type === "Contributor" ? [] : permissions);
}

/** The hash of a password that may be this user's. Refuses password.tooShort and password.guessable. */
export async function takePassword(
  password: string,
  { userName, name, email }: Pick<NewUser, "userName" | "name" | "email">,
): Promise<string> {
  const fault = await findPasswordFault(password, [userName, name, email]);
  if (fault) fail(`password.${fault}`, { length: PASSWORD_LENGTH });
  return hashPassword(password);
}
