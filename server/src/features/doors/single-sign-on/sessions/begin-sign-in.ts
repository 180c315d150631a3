import { randomBytes } from "node:crypto";
import { getKeys, type KeyDeps, openCurrentKey } from "../providers/provider-keys.ts";
import { type IdentityProvider, insertRequest } from "../providers/queries.ts";
import { samlFor, serviceProviderOf } from "../saml/service-provider.ts";
import { type Target, writeTarget } from "./target.ts";

/** What people are given to sign in at their identity provider. */
const REQUEST_LIFE_MS = 3_600_000;

export interface BegunSignIn {
  readonly requestId: string;
  /** At the identity provider. */
  readonly url: string;
}

/** Asks an identity provider who somebody is; the browser is sent there. */
export async function beginSignIn(
  deps: KeyDeps,
  provider: IdentityProvider,
  { target, isTest = false }: { target: Target | undefined; isTest?: boolean },
): Promise<BegunSignIn> {
  const { clientId, id: identityProviderId, areRequestsSigned } = provider;
  const { requestId, expiresAt } = newRequest(deps.now());
  const relayState = target ? writeTarget(target) : "";
  const signingKey = areRequestsSigned ? openCurrentKey(deps.sealer, await getKeys(deps, clientId)) : undefined;
  const sp = serviceProviderOf(clientId, deps.publicUrl);
  const saml = samlFor(provider, sp, { signingKey, messageId: requestId });
  const url = await saml.getAuthorizeUrlAsync(relayState, undefined, {});
  await insertRequest(deps.db, { clientId, id: requestId, identityProviderId, target: relayState, isTest, expiresAt });
  return { requestId, url };
}

/** XML ids begin with a letter or underscore. */
export function newRequest(now: Date): { requestId: string; expiresAt: Date } {
  const requestId = `_${randomBytes(20).toString("hex")}`;
  return { requestId, expiresAt: new Date(now.getTime() + REQUEST_LIFE_MS) };
}
