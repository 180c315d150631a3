import type { Db } from "../../../db/database.ts";
import { makeExpiringKey, readExpiringKey } from "../../../lib/expiring-key.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { findActiveUser, type SignInUser } from "./queries.ts";
import { readUserRef, writeUserRef } from "./user-ref.ts";

// Between the password and the second step nobody is signed in: the form of the second step brings along what we signed.

const PURPOSE = "second-step";
const LIFE_MS = 10 * 60_000;

/** In a form's fields. */
export interface PendingSignIn {
  readonly user: string;
  readonly key: string;
}

/** It ends with the password that was given. */
const signed = ({ clientId, id, passwordHash }: SignInUser) => `${clientId}/${id}/${passwordHash ?? ""}`;

export function makePending({ sealer, now }: { sealer: Sealer; now(): Date }, user: SignInUser): PendingSignIn {
  const key = makeExpiringKey(sealer, PURPOSE, signed(user), new Date(now().getTime() + LIFE_MS));
  return { user: writeUserRef(user), key };
}

/** Who has brought the right password, less than ten minutes ago. */
export async function findPendingUser(
  { db, sealer, now }: { db: Db; sealer: Sealer; now(): Date },
  { user: text, key }: PendingSignIn,
): Promise<SignInUser | undefined> {
  const ref = readUserRef(text);
  const user = ref && (await findActiveUser(db, ref.clientId, ref.userId));
  return user && readExpiringKey(sealer, PURPOSE, signed(user), key, now()) ? user : undefined;
}
