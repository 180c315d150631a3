import { Refusal } from "../../../../errors.ts";
import { requireSafeAlgorithms } from "./algorithms.ts";
import { type BearerWord, readBearerWord } from "./bearer-word.ts";
import { type NameId, type ParsedAssertion, readAttributes, readNameId } from "./parsed-assertion.ts";
import {
  assertionNamespace,
  decrypt,
  protocolNamespace,
  readMessage,
  refuseMessage,
  requireIssuer,
  select,
  type XmlElement,
} from "./saml-xml.ts";
import { type ProviderFacts, type ServiceProvider, samlFor } from "./service-provider.ts";

/** What an identity provider has signed about a person, for us and for now. */
export interface SignedWord {
  readonly id: string;
  readonly nameId: NameId | undefined;
  readonly sessionIndex: string | undefined;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly bearer: BearerWord;
}

export interface ReceivedResponse {
  /** Base64. */
  readonly samlResponse: string;
  /** Whom it says it is from. */
  readonly provider: ProviderFacts;
  readonly sp: ServiceProvider;
  /** That it may be encrypted for. */
  readonly privateKeys: readonly string[];
  readonly now: Date;
}

const SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

/** Checks an answer to the last letter, or refuses it. It is costly, so that it belongs into the thread for that. */
export async function verifyResponse(received: ReceivedResponse): Promise<SignedWord> {
  const { samlResponse, provider, sp, privateKeys } = received;
  const response = await readMessage(Buffer.from(samlResponse, "base64").toString("utf8"));
  if (response.localName !== "Response" || response.namespaceURI !== protocolNamespace) refuseMessage("no response");
  requireIssuer([...select(response, "saml:Issuer"), ...select(response, "saml:Assertion/saml:Issuer")], provider);
  requireSafeAlgorithms(response);
  requireForUs(response, sp);
  const decryptionKey = await findDecryptionKey(response, privateKeys);
  return readAssertion(await verify(received, decryptionKey), response, received);
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
  { samlResponse, provider, sp }: ReceivedResponse,
  decryptionKey: string | undefined,
): Promise<ParsedAssertion> {
  try {
    const saml = samlFor(provider, sp, { decryptionKey });
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: samlResponse });
    const signed = profile?.getAssertion?.() as { Assertion: ParsedAssertion } | undefined;
    return signed?.Assertion ?? refuseMessage("no assertion");
  } catch (error) {
    // The library's sentences name algorithms, times and audiences, nothing of the person.
    const reason = error instanceof Error ? error.message.slice(0, 300) : "unknown";
    throw new Refusal("sso.notAccepted", { reason });
  }
}

function readAssertion(
  assertion: ParsedAssertion,
  response: XmlElement,
  { provider, sp, now }: Pick<ReceivedResponse, "provider" | "sp" | "now">,
): SignedWord {
  if (assertion.Issuer?.[0]?._ !== provider.entityId) refuseMessage("another issuer in the assertion");
  const bearer = readBearerWord(assertion, { recipient: sp.acs, now });
  const answered = response.getAttribute("InResponseTo");
  if (answered !== "" && bearer.inResponseTo !== undefined && answered !== bearer.inResponseTo)
    refuseMessage("two requests in one answer");
  return {
    id: assertion.$?.ID ?? refuseMessage("no id"),
    nameId: readNameId(assertion),
    sessionIndex: assertion.AuthnStatement?.[0]?.$?.SessionIndex,
    attributes: readAttributes(assertion),
    bearer: { ...bearer, inResponseTo: bearer.inResponseTo ?? (answered === "" ? undefined : answered) },
  };
}
