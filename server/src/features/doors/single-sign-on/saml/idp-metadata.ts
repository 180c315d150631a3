import { X509Certificate } from "node:crypto";
import { fail } from "../../../../errors.ts";
import { XmlFault, type XmlLimits } from "../../../../lib/scan-xml.ts";
import { isWebAddress } from "../../../webinars/console/web-address.ts";
import { metadataNamespace, protocolNamespace, readDocument, select, textOf, type XmlElement } from "./saml-xml.ts";

/** What an identity provider's metadata tells us. */
export interface IdpMetadata {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly sloUrl: string | null;
  /** Base64 of DER. */
  readonly certificates: string[];
}

export const MOST_METADATA_BYTES = 1024 * 1024;
const limits: XmlLimits = {
  characters: MOST_METADATA_BYTES,
  nodes: 10_000,
  depth: 40,
  attributes: 20_000,
  prefixes: 100,
};
const REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
const MOST_CERTIFICATES = 10;

/** Reads SAML 2.0 metadata of one identity provider, or says what is wrong with it. */
export async function readIdpMetadata(xml: string): Promise<IdpMetadata> {
  const root = await readDocument(xml, limits).catch((error) => {
    return refuse(error instanceof XmlFault ? `it ${error.message}` : "it is no XML");
  });
  const entity = findEntity(root);
  const role = select(entity, "md:IDPSSODescriptor").find(speaksSaml2);
  if (!role) refuse("it describes no SAML 2.0 identity provider");
  return {
    entityId: readEntityId(entity),
    ssoUrl: findAddress(role, "SingleSignOnService") ?? refuse("it names no sign-in address for HTTP-Redirect"),
    sloUrl: findAddress(role, "SingleLogoutService") ?? null,
    certificates: readCertificates(role),
  };
}

/** The entity itself, or the only one of a list that is an identity provider. */
function findEntity(root: XmlElement): XmlElement {
  if (root.namespaceURI !== metadataNamespace) refuse("it is no SAML metadata");
  if (root.localName === "EntityDescriptor") return root;
  const entities = select(root, "//md:EntityDescriptor").filter((one) => select(one, "md:IDPSSODescriptor").length > 0);
  const [only, ...others] = entities;
  if (!only) refuse("it describes no SAML 2.0 identity provider");
  if (others.length > 0) refuse("it describes more than one identity provider");
  return only;
}

function speaksSaml2(role: XmlElement): boolean {
  return role.getAttribute("protocolSupportEnumeration").split(/\s+/).includes(protocolNamespace);
}

function readEntityId(entity: XmlElement): string {
  const entityId = entity.getAttribute("entityID");
  return entityId !== "" && entityId.length <= 1024 ? entityId : refuse("it has no entityID");
}

function findAddress(role: XmlElement, service: "SingleSignOnService" | "SingleLogoutService"): string | undefined {
  const found = select(role, `md:${service}`).find((one) => one.getAttribute("Binding") === REDIRECT);
  const address = found?.getAttribute("Location").trim();
  if (address !== undefined && !isWebAddress(address)) refuse("an address in it is neither http nor https");
  return address;
}

/** A key without a use serves for signing too. */
function readCertificates(role: XmlElement): string[] {
  const keys = select(role, "md:KeyDescriptor").filter((key) => key.getAttribute("use") !== "encryption");
  const texts = keys.flatMap((key) => select(key, "ds:KeyInfo/ds:X509Data/ds:X509Certificate").map(textOf));
  const given = [...new Set(texts.map((text) => (text ?? "").replace(/\s/g, "")))];
  if (given.length === 0) refuse("it holds no certificate for signatures");
  if (given.length > MOST_CERTIFICATES) refuse(`it holds more than ${MOST_CERTIFICATES} certificates`);
  // One that cannot be used must not keep a new one beside it from being known.
  const usable = given.filter((certificate) => faultOf(certificate) === undefined);
  return usable.length > 0 ? usable : refuse(faultOf(given[0] ?? "") ?? "it holds no certificate for signatures");
}

const LEAST_BITS = 2048;

/** Why a certificate cannot be used; undefined when it can. */
function faultOf(base64: string): string | undefined {
  const certificate = readCertificate(base64);
  if (!certificate) return "a certificate in it cannot be read";
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  if (asymmetricKeyType !== "rsa") return "a certificate in it is not for an RSA key";
  return (asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_BITS ? "a key in it is shorter than 2048 bits" : undefined;
}

/** Of base64 of DER. */
export function readCertificate(base64: string): X509Certificate | undefined {
  try {
    return new X509Certificate(Buffer.from(base64, "base64"));
  } catch {
    return undefined;
  }
}

function refuse(reason: string): never {
  fail("identityProvider.metadata", { reason });
}
