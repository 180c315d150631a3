import type { Db } from "../../../db/database.ts";
import { inTransaction, lock } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { makeExpiringKey, readExpiringKey } from "../../../lib/expiring-key.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { createClient } from "../../base/accounts/create-client.ts";
import { addUser } from "../../base/accounts/create-user.ts";
import { canAnybodySignIn } from "../../base/accounts/queries.ts";
import { findActiveUser, type SignInUser } from "./queries.ts";

// Where nobody can sign in yet, the link that the server prints makes the first user. It is signed, not kept: it ends with the
// first user, or after a week, and there is no password to be guessed or forgotten in a default.

const PURPOSE = "set-up";
const LIFE_MS = 7 * 86_400_000;

export function makeSetUpLink({ sealer, publicUrl }: { sealer: Sealer; publicUrl: string }, now: Date): string {
  const key = makeExpiringKey(sealer, PURPOSE, "", new Date(now.getTime() + LIFE_MS));
  return `${publicUrl}/webcast/setup?k=${key}`;
}

/** Whether a link of ours is one still. */
export function isSetUpKey(sealer: Sealer, key: string, now: Date): boolean {
  return readExpiringKey(sealer, PURPOSE, "", key, now) !== undefined;
}

export interface FirstUser {
  /** An organisation that there is, or the name of a new one. */
  readonly organisation: { readonly clientId: number } | { readonly name: string };
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Makes the first user, who may do everything in the organisation. Refuses link.over once somebody can sign in. */
export async function setUp(db: Db, { organisation, name, email, password }: FirstUser): Promise<SignInUser> {
  return inTransaction(db, async (tx) => {
    await lock(tx, "first user");
    if (await canAnybodySignIn(tx)) fail("link.over");
    const clientId = "name" in organisation ? (await createClient(tx, organisation)).id : organisation.clientId;
    const { id } = await addUser(tx, clientId, { userName: email, name, email, password }, "set-up");
    return (await findActiveUser(tx, clientId, id)) ?? fail("client.unknown", { clientId });
  });
}
