import type { Db } from "../../../../db/database.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import type { Sealer } from "../../../../lib/sealer.ts";
import { deleteStaffSession } from "../../../base/staff-sessions/queries.ts";
import { getKeys, type KeyDeps, openCurrentKey } from "../providers/provider-keys.ts";
import { findProvider, type IdentityProvider, insertRequest } from "../providers/queries.ts";
import { samlFor, serviceProviderOf } from "../saml/service-provider.ts";
import { newRequest } from "./begin-sign-in.ts";
import {
  deleteSsoSessions,
  findAudienceSsoSession,
  findStaffSsoSession,
  listSessionsNamed,
  type SsoSession,
} from "./session-queries.ts";
import { hashName, openName } from "./sso-session.ts";

/** Ends what an identity provider says is over; answers with the sessions that were. */
export async function endNamedSessions(
  { db, sealer }: { db: Db; sealer: Sealer },
  provider: IdentityProvider,
  name: string,
  sessionIndexes: readonly string[],
): Promise<SsoSession[]> {
  const { clientId } = provider;
  return inTransaction(db, async (tx) => {
    const named = await listSessionsNamed(tx, clientId, provider.id, hashName(sealer, name));
    const ended = named.filter(
      ({ sessionIndex }) =>
        sessionIndexes.length === 0 || sessionIndex === null || sessionIndexes.includes(sessionIndex),
    );
    await deleteSsoSessions(
      tx,
      clientId,
      ended.map(({ id }) => id),
    );
    for (const { staffTokenHash } of ended) if (staffTokenHash) await deleteStaffSession(tx, clientId, staffTokenHash);
    return ended;
  });
}

/** Ends a staff session; answers with where to tell its identity provider, if it wants to know. */
export async function endStaffSession(
  deps: KeyDeps,
  { clientId, tokenHash }: { clientId: number; tokenHash: Buffer },
): Promise<string | undefined> {
  const session = await inTransaction(deps.db, async (tx) => {
    const found = await findStaffSsoSession(tx, clientId, tokenHash);
    await deleteStaffSession(tx, clientId, tokenHash);
    return found;
  });
  return session && tellProvider(deps, session);
}

/** Likewise for a registrant who came by an identity provider. */
export async function endAudienceSession(
  deps: KeyDeps,
  { clientId, registrantId }: { clientId: number; registrantId: number },
): Promise<string | undefined> {
  const session = await inTransaction(deps.db, async (tx) => {
    const found = await findAudienceSsoSession(tx, clientId, registrantId);
    if (found) await deleteSsoSessions(tx, clientId, [found.id]);
    return found;
  });
  return session && tellProvider(deps, session);
}

async function tellProvider(deps: KeyDeps, session: SsoSession): Promise<string | undefined> {
  const { clientId, identityProviderId, sessionIndex } = session;
  const provider = await findProvider(deps.db, clientId, identityProviderId);
  if (!provider?.isActive || provider.sloUrl === null) return undefined;
  const { requestId, expiresAt } = newRequest(deps.now());
  const signingKey = openCurrentKey(deps.sealer, await getKeys(deps, clientId));
  const sp = serviceProviderOf(clientId, deps.publicUrl);
  const saml = samlFor(provider, sp, { signingKey, messageId: requestId });
  const { value, format } = openName(deps.sealer, session);
  const person = {
    issuer: provider.entityId,
    nameID: value,
    nameIDFormat: format ?? "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
    ...(sessionIndex !== null && { sessionIndex }),
  };
  const url = await saml.getLogoutUrlAsync(person, "", {});
  await insertRequest(deps.db, { clientId, id: requestId, identityProviderId, expiresAt });
  return url;
}

/** The answer to an identity provider's sign-out, as an address to send the browser to; undefined where none is wanted. */
export async function answerLogout(
  deps: KeyDeps,
  provider: IdentityProvider,
  requestId: string,
  relayState: string,
): Promise<string | undefined> {
  if (provider.sloUrl === null) return undefined;
  const signingKey = openCurrentKey(deps.sealer, await getKeys(deps, provider.clientId));
  const saml = samlFor(provider, serviceProviderOf(provider.clientId, deps.publicUrl), { signingKey });
  const request = { ID: requestId, issuer: provider.entityId, nameID: "", nameIDFormat: "" };
  return saml.getLogoutResponseUrlAsync(request, relayState, {}, true);
}
