import type { Profile } from "@node-saml/node-saml";
import { Refusal } from "../../../../errors.ts";
import { getKeys, type KeyDeps, openKeys } from "../providers/provider-keys.ts";
import { findProviderByName, type IdentityProvider } from "../providers/queries.ts";
import { requireSafeAlgorithms } from "./algorithms.ts";
import { type BearerWord, type ParsedAssertion, readBearerWord } from "./bearer-word.ts";
import {
  assertionNamespace,
  decrypt,
  protocolNamespace,
  readMessage,
  refuseMessage,
  select,
  textOf,
  type XmlElement,
} from "./saml-xml.ts";
import { type ServiceProvider, samlFor, serviceProviderOf } from "./service-provider.ts";

export interface NameId {
  readonly value: string;
  readonly format?: string;
}

/** What an identity provider has signed about a person, for us and for now. Whether we have seen it before is not known yet. */
export interface Assertion {
  readonly provider: IdentityProvider;
  readonly id: string;
  readonly nameId: NameId | undefined;
  readonly sessionIndex: string | undefined;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly bearer: BearerWord;
}

const SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

/** Checks an answer that a browser brought, or refuses it. Nothing is written; who may use it is for its caller. */
export async function checkResponse(deps: KeyDeps, clientId: number, samlResponse: string): Promise<Assertion> {
  const sp = serviceProviderOf(clientId, deps.publicUrl);
  const response = await readMessage(Buffer.from(samlResponse, "base64").toString("utf8"));
  const provider = await findIssuer(deps, clientId, response);
  requireSafeAlgorithms(response);
  requireForUs(response, sp);
  const privateKeys = openKeys(deps.sealer, await getKeys(deps, clientId));
  const decryptionKey = await findDecryptionKey(response, privateKeys);
  const profile = await verify(samlResponse, provider, sp, decryptionKey);
  return readAssertion(profile, provider, response, { sp, now: deps.now() });
}

/** Whom the answer says it is from: until its signature is checked, only a reason to look for that one's. */
async function findIssuer({ db }: KeyDeps, clientId: number, response: XmlElement): Promise<IdentityProvider> {
  if (response.localName !== "Response" || response.namespaceURI !== protocolNamespace) refuseMessage("no response");
  const issuers = [...select(response, "saml:Issuer"), ...select(response, "saml:Assertion/saml:Issuer")];
  const issuer = textOf(issuers[0]) ?? refuseMessage("no issuer");
  return (await findProviderByName(db, clientId, issuer)) ?? refuseMessage("an unknown issuer");
}

/** What stands around the assertion may be unsigned; it has to fit all the same. */
function requireForUs(response: XmlElement, sp: ServiceProvider): void {
  const destination = response.getAttribute("Destination");
  if (destination !== "" && destination !== sp.acs) refuseMessage("another destination");
  const [status] = select(response, "samlp:Status/samlp:StatusCode");
  if (status?.getAttribute("Value") !== SUCCESS) throw new Refusal("sso.declined");
}

/** Reads what is encrypted as strictly as what is not; answers with which of our keys it was. */
async function findDecryptionKey(response: XmlElement, privateKeys: readonly string[]): Promise<string | undefined> {
  const [encrypted] = select(response, "saml:EncryptedAssertion");
  if (!encrypted) return undefined;
  const { xml, privateKey } = await decrypt(encrypted, privateKeys);
  const assertion = await readMessage(xml);
  if (assertion.localName !== "Assertion" || assertion.namespaceURI !== assertionNamespace)
    refuseMessage("something else encrypted");
  requireSafeAlgorithms(assertion);
  return privateKey;
}

/** Signature, times and audience, by the library; what it answers is read from the signed bytes alone. */
async function verify(
  samlResponse: string,
  provider: IdentityProvider,
  sp: ServiceProvider,
  decryptionKey: string | undefined,
): Promise<Profile> {
  try {
    const saml = samlFor(provider, sp, { decryptionKey });
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: samlResponse });
    return profile ?? refuseMessage("no assertion");
  } catch (error) {
    // The library's sentences name algorithms, times and audiences, nothing of the person.
    const reason = error instanceof Error ? error.message.slice(0, 300) : "unknown";
    throw new Refusal("sso.notAccepted", { reason });
  }
}

function readAssertion(
  profile: Profile,
  provider: IdentityProvider,
  response: XmlElement,
  { sp, now }: { sp: ServiceProvider; now: Date },
): Assertion {
  if (profile.issuer !== provider.entityId) refuseMessage("another issuer in the assertion");
  const assertion = (profile.getAssertion?.() as { Assertion: ParsedAssertion } | undefined)?.Assertion ?? {};
  const bearer = readBearerWord(assertion, { recipient: sp.acs, now });
  const answered = response.getAttribute("InResponseTo");
  if (answered !== "" && bearer.inResponseTo !== undefined && answered !== bearer.inResponseTo)
    refuseMessage("two requests in one answer");
  const inResponseTo = bearer.inResponseTo ?? (answered === "" ? undefined : answered);
  const { nameID, nameIDFormat, sessionIndex } = profile;
  return {
    provider,
    id: assertion.$?.ID ?? refuseMessage("no id"),
    nameId: nameID?.trim() ? { value: nameID.trim(), ...(nameIDFormat && { format: nameIDFormat }) } : undefined,
    sessionIndex,
    attributes: readAttributes(profile.attributes),
    bearer: { ...bearer, inResponseTo },
  };
}

/** Texts only: an attribute may hold elements, or nothing. */
function readAttributes(given: unknown): Map<string, string[]> {
  const texts = (value: unknown) => [value].flat().filter((one): one is string => typeof one === "string");
  return new Map(Object.entries(given ?? {}).map(([name, value]) => [name, texts(value)]));
}
