import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { accountChanges } from "../../base/accounts/changes.ts";
import { takePassword } from "../../base/accounts/create-user.ts";
import { deleteSessionsOfUser } from "../../base/staff-sessions/queries.ts";
import { replacePassword, type SignInUser } from "./queries.ts";

/**
 * Gives a user another password and ends the sessions there are, but for one that goes on. Refuses password.tooShort,
 * password.guessable, and link.over when the password has changed since the user was read.
 */
export async function setPassword(
  db: Db,
  user: SignInUser,
  { password, sessionId }: { password: string; sessionId?: number },
): Promise<void> {
  const passwordHash = await takePassword(password, user);
  await inTransaction(db, async (tx) => {
    if (!(await replacePassword(tx, user, passwordHash))) fail("link.over");
    const { clientId, id: userId } = user;
    await deleteSessionsOfUser(tx, { clientId, userId }, sessionId === undefined ? {} : { except: sessionId });
    await accountChanges.record(tx, "user.password-set", { clientId, subjectId: userId, actor: `user:${userId}` });
  });
}
