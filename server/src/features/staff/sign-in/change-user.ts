import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { accountChanges } from "../../base/accounts/changes.ts";
import { deleteSessionsOfUser } from "../../base/staff-sessions/queries.ts";
import { type UserValues, updateUser } from "./queries.ts";

export interface ChangedUser {
  readonly clientId: number;
  readonly userId: number;
  readonly actor: string;
}

/** Changes what a user is called, may do, or whether they come in at all; who is not active any more is signed out. */
export async function changeUser(db: Db, { clientId, userId, actor }: ChangedUser, values: UserValues): Promise<void> {
  const fields = Object.keys(values);
  if (fields.length === 0) return;
  await inTransaction(db, async (tx) => {
    await updateUser(tx, clientId, userId, values);
    if (values.isActive === false) await deleteSessionsOfUser(tx, { clientId, userId });
    await accountChanges.record(tx, "user.updated", { clientId, subjectId: userId, actor, fields });
  });
}

/** Ends all sessions of a user; answers how many there were. */
export async function signOutEverywhere(db: Db, { clientId, userId, actor }: ChangedUser): Promise<number> {
  return inTransaction(db, async (tx) => {
    const ended = await deleteSessionsOfUser(tx, { clientId, userId });
    if (ended > 0) await accountChanges.record(tx, "user.signed-out", { clientId, subjectId: userId, actor });
    return ended;
  });
}
