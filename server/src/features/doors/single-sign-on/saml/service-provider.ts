import { SAML, ValidateInResponseTo } from "@node-saml/node-saml";
import type { IdentityProvider } from "../providers/queries.ts";

/** What we are to the identity providers of one client. */
export interface ServiceProvider {
  /** Our name, which is also where our metadata is. */
  readonly entityId: string;
  /** Where answers are posted to. */
  readonly acs: string;
  /** Where sign-outs come in. */
  readonly slo: string;
}

export function serviceProviderOf(clientId: number, publicUrl: string): ServiceProvider {
  const base = `${publicUrl}/saml/${clientId}`;
  return { entityId: `${base}/metadata`, acs: `${base}/acs`, slo: `${base}/logout` };
}

/** How far an identity provider's clock and ours may be apart. */
export const CLOCK_SKEW_MS = 3 * 60_000;

export interface SamlKeys {
  /** Signs what we send. */
  readonly signingKey?: string | undefined;
  readonly decryptionKey?: string | undefined;
  /** For what we send. */
  readonly messageId?: string;
}

/** What is known of an identity provider by its metadata. */
export type ProviderFacts = Pick<IdentityProvider, "entityId" | "ssoUrl" | "sloUrl" | "certificates">;

/** The protocol and its cryptography, set up for one identity provider. What it leaves to its users is in check-response.ts. */
export function samlFor(provider: ProviderFacts, sp: ServiceProvider, keys: SamlKeys): SAML {
  const { signingKey, decryptionKey, messageId } = keys;
  return new SAML({
    issuer: sp.entityId,
    audience: sp.entityId,
    callbackUrl: sp.acs,
    logoutCallbackUrl: sp.slo,
    entryPoint: provider.ssoUrl,
    logoutUrl: provider.sloUrl ?? provider.ssoUrl,
    idpIssuer: provider.entityId,
    idpCert: provider.certificates,
    signatureAlgorithm: "sha256",
    digestAlgorithm: "sha256",
    // Identity providers name people and check them in the ways that they are set up for.
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    // One of the two has to be; which one, is up to the identity provider.
    wantAssertionsSigned: false,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: CLOCK_SKEW_MS,
    // Requests are kept in the database, for all processes: see check-response.ts.
    validateInResponseTo: ValidateInResponseTo.never,
    cacheProvider: nothingKept,
    ...(signingKey !== undefined && { privateKey: signingKey }),
    ...(decryptionKey !== undefined && { decryptionPvk: decryptionKey }),
    ...(messageId !== undefined && { generateUniqueId: () => messageId }),
  });
}

const nothingKept = {
  saveAsync: async () => null,
  getAsync: async () => null,
  removeAsync: async () => null,
};
