import { X509Certificate } from "node:crypto";
import type { Selectable } from "kysely";
import type { ServiceProviderKeys } from "../../../../db/types.ts";
import { readCertificate } from "../saml/idp-metadata.ts";
import { serviceProviderOf } from "../saml/service-provider.ts";
import type { IdentityProvider } from "./queries.ts";

export function presentProvider(provider: IdentityProvider, publicUrl: string) {
  const { clientId, id, sloUrl, metadataUrl, metadataFetchedAt, metadataFault } = provider;
  return {
    providerId: id,
    clientId,
    name: provider.name,
    purposes: provider.purposes,
    entityId: provider.entityId,
    ssoUrl: provider.ssoUrl,
    ...(sloUrl !== null && { sloUrl }),
    certificates: provider.certificates.map(presentCertificate),
    attributes: provider.attributes as Record<string, string>,
    isActive: provider.isActive,
    areRequestsSigned: provider.areRequestsSigned,
    isUnsolicitedAllowed: provider.isUnsolicitedAllowed,
    createsUsers: provider.createsUsers,
    ...(metadataUrl !== null && { metadataUrl }),
    ...(metadataFetchedAt !== null && { metadataFetchedAt: metadataFetchedAt.toISOString() }),
    ...(metadataFault !== null && { metadataFault }),
    loginUrl: `${publicUrl}/saml/${clientId}/${id}/login`,
  };
}

function presentCertificate(base64: string) {
  const certificate = readCertificate(base64);
  return {
    fingerprint: certificate?.fingerprint256 ?? "",
    ...(certificate && { expiresAt: new Date(certificate.validTo).toISOString() }),
  };
}

export function presentServiceProvider(
  clientId: number,
  keys: readonly Selectable<ServiceProviderKeys>[],
  publicUrl: string,
) {
  const { entityId, acs, slo } = serviceProviderOf(clientId, publicUrl);
  return { entityId, metadataUrl: entityId, acsUrl: acs, sloUrl: slo, keys: keys.map(presentKey) };
}

function presentKey({ id, state, certificate, expiresAt }: Selectable<ServiceProviderKeys>) {
  const { fingerprint256 } = new X509Certificate(certificate);
  return { keyId: id, state, certificate, fingerprint: fingerprint256, expiresAt: expiresAt.toISOString() };
}
