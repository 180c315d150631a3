import { getKeys, type KeyDeps, openKeys } from "../providers/provider-keys.ts";
import type { IdentityProvider } from "../providers/queries.ts";
import { findIssuer } from "./find-issuer.ts";
import { inSamlThread } from "./in-saml-thread.ts";
import { serviceProviderOf } from "./service-provider.ts";
import type { SignedWord } from "./verify-response.ts";

/** A signed word and who gave it. Whether we have seen it before is not known yet. */
export interface Assertion extends SignedWord {
  readonly provider: IdentityProvider;
}

/** Checks an answer that a browser brought, or refuses it. Nothing is written; who may use it is for its caller. */
export async function checkResponse(deps: KeyDeps, clientId: number, samlResponse: string): Promise<Assertion> {
  const provider = await findIssuer(deps.db, clientId, Buffer.from(samlResponse, "base64").toString("utf8"));
  const { entityId, ssoUrl, sloUrl, certificates } = provider;
  const word = await inSamlThread("verifyResponse", {
    samlResponse,
    provider: { entityId, ssoUrl, sloUrl, certificates },
    sp: serviceProviderOf(clientId, deps.publicUrl),
    privateKeys: openKeys(deps.sealer, await getKeys(deps, clientId)),
    now: deps.now(),
  });
  return { ...word, provider };
}
