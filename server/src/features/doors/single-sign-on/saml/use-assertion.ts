import type { Db } from "../../../../db/database.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { fail } from "../../../../errors.ts";
import { hashSecret } from "../../../../lib/secrets.ts";
import { rememberAssertion, type SamlRequest, takeRequest } from "../providers/queries.ts";
import type { Assertion } from "./check-response.ts";
import { CLOCK_SKEW_MS } from "./service-provider.ts";

/**
 * Uses an assertion up, and the request that it answers with it: neither is good twice, in whatever process. Undefined
 * when nobody had asked and the identity provider may sign in all the same.
 */
export async function useAssertion(
  db: Db,
  { provider, id, bearer }: Assertion,
  now: Date,
): Promise<SamlRequest | undefined> {
  const { clientId, id: identityProviderId, isActive, isUnsolicitedAllowed } = provider;
  const { inResponseTo, notOnOrAfter } = bearer;
  return inTransaction(db, async (tx) => {
    const request =
      inResponseTo === undefined
        ? undefined
        : ((await takeRequest(tx, clientId, identityProviderId, inResponseTo, now)) ?? fail("sso.unasked"));
    if (!isActive && !request?.isTest) fail("sso.notAccepted", { reason: "switched off" });
    if (!request && !isUnsolicitedAllowed) fail("sso.unsolicited");
    const expiresAt = new Date(notOnOrAfter.getTime() + CLOCK_SKEW_MS);
    const used = { clientId, identityProviderId, idHash: hashSecret(id), expiresAt };
    if (!(await rememberAssertion(tx, used))) fail("sso.unasked");
    return request;
  });
}
