import type { Db } from "../../../../db/database.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { fail, Refusal } from "../../../../errors.ts";
import { foldCase, readEmailAddress } from "../../../../lib/email-address.ts";
import type { Sealer } from "../../../../lib/sealer.ts";
import { addUser } from "../../../base/accounts/create-user.ts";
import { type BegunSession, beginSession, type SigningIn } from "../../../base/staff-sessions/begin-session.ts";
import type { IdentityProvider } from "../providers/queries.ts";
import { type AttributeMapping, personOf } from "../saml/attribute-mapping.ts";
import type { Assertion } from "../saml/check-response.ts";
import { insertSsoSession, listActiveUsers } from "./session-queries.ts";
import { ssoSessionOf } from "./sso-session.ts";

/** Signs in the user whom an identity provider names. */
export async function signInStaff(
  { db, sealer, now, publicUrl }: { db: Db; sealer: Sealer; publicUrl: string; now(): Date },
  assertion: Assertion,
  request: SigningIn["request"],
): Promise<BegunSession> {
  const { provider } = assertion;
  const { clientId } = provider;
  if (!provider.purposes.includes("staff")) fail("sso.unknown");
  const userId = (await findStaff(db, assertion)) ?? (await createStaff(db, assertion));
  return inTransaction(db, async (tx) => {
    const by = { actor: actorOf(provider), request, publicUrl, now: now() };
    const begun = await beginSession(tx, { clientId, userId, ...by });
    const session = ssoSessionOf(sealer, assertion, begun.expiresAt);
    if (session) await insertSsoSession(tx, { ...session, staffTokenHash: begun.tokenHash });
    return begun;
  });
}

const actorOf = (provider: IdentityProvider) => `saml:${provider.id}`;

/** What may be a user's name, the surest first: a chosen attribute, what the provider calls the person, the address. */
function namesOf({ provider, ...told }: Pick<Assertion, "provider" | "attributes" | "nameId">): string[] {
  const person = personOf(told, provider.attributes as AttributeMapping);
  const names = [person.userName, told.nameId?.value, person.email];
  return names.filter((name): name is string => name !== undefined);
}

/** The user of the client; a user name counts before an address, and an address that several users have is nobody's. */
export async function findStaff(
  db: Db,
  told: Pick<Assertion, "provider" | "attributes" | "nameId">,
): Promise<number | undefined> {
  const users = await listActiveUsers(db, told.provider.clientId);
  for (const name of namesOf(told).map(nameKey)) {
    const named = users.find(({ userName }) => nameKey(userName) === name);
    if (named) return named.id;
    const [addressed, ...others] = users.filter(({ email }) => nameKey(email) === name);
    if (addressed) return others.length === 0 ? addressed.id : undefined;
  }
  return undefined;
}

/** Many a user's name is an address; of any other, letter case does not count, as the index of names has it. */
function nameKey(name: string): string {
  return readEmailAddress(name)?.key ?? foldCase(name);
}

/** A user without permissions, where the client wants users to be made this way. */
async function createStaff(db: Db, assertion: Assertion): Promise<number> {
  const { provider } = assertion;
  const { email, firstName, lastName, jobTitle } = personOf(assertion, provider.attributes as AttributeMapping);
  if (!provider.createsUsers || email === undefined) fail("sso.noUser");
  const name = [firstName, lastName].filter(Boolean).join(" ") || email;
  try {
    const user = { userName: email, name, email, permissions: [], ...(jobTitle !== undefined && { jobTitle }) };
    return (await addUser(db, provider.clientId, user, actorOf(provider))).id;
  } catch (error) {
    // The name is another client's, or of a user who is not active any more.
    if (error instanceof Refusal && error.code === "user.exists") fail("sso.noUser");
    throw error;
  }
}
