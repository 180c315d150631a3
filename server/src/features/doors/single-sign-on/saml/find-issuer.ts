import type { Db } from "../../../../db/database.ts";
import { type IdentityProvider, listProviders } from "../providers/queries.ts";
import { refuseMessage, scanMessage } from "./saml-xml.ts";

/**
 * Whom a message says it is from: until its signature is checked, only a reason to look for that one's. Nothing is read of
 * it where no identity provider is set up, and no more than one pass before it is known to name one.
 */
export async function findIssuer(db: Db, clientId: number, xml: string): Promise<IdentityProvider> {
  const providers = await listProviders(db, clientId);
  if (providers.length === 0) refuseMessage("no identity provider is set up");
  const issuer = scanMessage(xml) ?? refuseMessage("no issuer");
  return providers.find(({ entityId }) => entityId === issuer) ?? refuseMessage("an unknown issuer");
}
