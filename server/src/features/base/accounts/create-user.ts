import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { emailKey } from "../../../lib/email-address.ts";
import { findPasswordFault, hashPassword, PASSWORD_LENGTH } from "./passwords.ts";
import { findClient } from "./queries.ts";

/** What a staff user may do, by the names that the users list shows. */
export const permissions = [
  "Account Analytics",
  "Create Events",
  "Event Analytics",
  "Manage Audience Console Layout",
  "Manage Brand Settings",
  "Manage Engagement Hub(s)",
  "Manage Forums",
  "Manage Forums Basic",
  "Manage Go Live",
  "Manage Integrations",
  "Manage Target Experience",
  "Manage Users",
  "Order Services",
  "Workgroup Access (View and Edit all events)",
] as const;

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
      permissions: [...(user.permissions ?? (user.type === "Contributor" ? [] : permissions))],
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "userName"])
    .executeTakeFirst();
  return created ?? fail("user.exists", { userName: user.userName });
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
