import { Refusal } from "../../../../errors.ts";
import { requireSafeAlgorithms } from "./algorithms.ts";
import type { NameId } from "./parsed-assertion.ts";
import {
  protocolNamespace,
  readMessage,
  refuseMessage,
  requireIssuer,
  select,
  textOf,
  type XmlElement,
} from "./saml-xml.ts";
import { type ProviderFacts, type ServiceProvider, samlFor } from "./service-provider.ts";

export interface ReceivedLogout {
  readonly field: "SAMLRequest" | "SAMLResponse";
  /** Base64, as it came: deflated where a redirect brought it. */
  readonly message: string;
  readonly xml: string;
  /** Of a redirect, which is signed over its very spelling. */
  readonly redirect?: { readonly container: Readonly<Record<string, string>>; readonly signed: string };
  readonly provider: ProviderFacts;
  readonly sp: ServiceProvider;
  readonly decryptionKey: string | undefined;
}

/** What an identity provider has signed: its own sign-out, or its answer to ours. */
export type SignedLogout =
  | {
      readonly kind: "request";
      readonly id: string;
      readonly nameId: NameId;
      /** None = all of the person's. */
      readonly sessionIndexes: readonly string[];
    }
  | { readonly kind: "response"; readonly inResponseTo: string };

/** Checks a sign-out, or refuses it. It is costly, so that it belongs into the thread for that. */
export async function verifyLogout(received: ReceivedLogout): Promise<SignedLogout> {
  const { provider, sp } = received;
  const root = await readMessage(received.xml);
  const kind = received.field === "SAMLRequest" ? "LogoutRequest" : "LogoutResponse";
  if (root.localName !== kind || root.namespaceURI !== protocolNamespace) refuseMessage("no sign-out");
  requireIssuer(select(root, "saml:Issuer"), provider);
  const destination = root.getAttribute("Destination");
  if (destination !== "" && destination !== sp.slo) refuseMessage("another destination");
  requireSafeAlgorithms(root);
  const profile = await verify(received);
  if (kind === "LogoutResponse") return { kind: "response", inResponseTo: root.getAttribute("InResponseTo") };
  return { kind: "request", ...readRequest(root, profile) };
}

/** Signature, issuer and times, by the library. */
async function verify({ field, message, redirect, provider, sp, decryptionKey }: ReceivedLogout) {
  const saml = samlFor(provider, sp, { decryptionKey });
  try {
    if (redirect) return (await saml.validateRedirectAsync(redirect.container, redirect.signed)).profile;
    if (field === "SAMLRequest") return (await saml.validatePostRequestAsync({ SAMLRequest: message })).profile;
    return (await saml.validatePostResponseAsync({ SAMLResponse: message })).profile;
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 300) : "unknown";
    throw new Refusal("sso.notAccepted", { reason });
  }
}

/** The signature was over the whole of it. */
function readRequest(root: XmlElement, profile: { nameID?: string; nameIDFormat?: string } | null) {
  const name = profile?.nameID?.trim();
  const id = root.getAttribute("ID");
  if (!name || id === "") refuseMessage("nobody to sign out");
  const format = profile?.nameIDFormat;
  const sessionIndexes = select(root, "samlp:SessionIndex").flatMap((one) => textOf(one) ?? []);
  return { id, nameId: { value: name, ...(format && { format }) }, sessionIndexes };
}
