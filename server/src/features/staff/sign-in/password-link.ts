import type { Db } from "../../../db/database.ts";
import { makeExpiringKey, readExpiringKey } from "../../../lib/expiring-key.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { findActiveUser, type SignInUser } from "./queries.ts";
import { readUserRef, writeUserRef } from "./user-ref.ts";

// A link is signed, not kept. What is signed holds the password as it is, so every link to set one ends as soon as one of them
// was used, or the password changed in another way; and the address, so that it ends when that is no more the user's.

const PURPOSE = "set-password";

export const linkLife = { reset: 3_600_000, invitation: 7 * 86_400_000 } as const;

export interface PasswordLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const signed = ({ clientId, id, emailKey, passwordHash }: SignInUser) =>
  `${clientId}/${id}/${emailKey}/${passwordHash ?? ""}`;

/** Lets whoever has it set the user's password once, until it expires. */
export function makePasswordLink(
  { sealer, publicUrl }: { sealer: Sealer; publicUrl: string },
  user: SignInUser,
  expiresAt: Date,
): PasswordLink {
  const key = makeExpiringKey(sealer, PURPOSE, signed(user), expiresAt);
  return { url: `${publicUrl}/webcast/password?u=${writeUserRef(user)}&k=${key}`, expiresAt };
}

/** Whose password a link sets; undefined once it has ended, and for everything else. */
export async function findLinkedUser(
  { db, sealer, now }: { db: Db; sealer: Sealer; now(): Date },
  { user: text, key }: { user: string; key: string },
): Promise<SignInUser | undefined> {
  const ref = readUserRef(text);
  const user = ref && (await findActiveUser(db, ref.clientId, ref.userId));
  return user && readExpiringKey(sealer, PURPOSE, signed(user), key, now()) ? user : undefined;
}
