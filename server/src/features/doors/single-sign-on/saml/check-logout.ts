import { inflateRaw } from "node:zlib";
import { Refusal } from "../../../../errors.ts";
import { getKeys, type KeyDeps, openKeys } from "../providers/provider-keys.ts";
import { findProviderByName, type IdentityProvider } from "../providers/queries.ts";
import { isSignatureMethod, requireSafeAlgorithms } from "./algorithms.ts";
import type { NameId } from "./check-response.ts";
import { protocolNamespace, readMessage, refuseMessage, select, textOf, type XmlElement } from "./saml-xml.ts";
import { samlFor, serviceProviderOf } from "./service-provider.ts";

/** A sign-out that an identity provider has signed: its own, or its answer to ours. */
export type LogoutMessage =
  | {
      readonly kind: "request";
      readonly provider: IdentityProvider;
      readonly id: string;
      readonly nameId: NameId;
      /** None = all of the person's. */
      readonly sessionIndexes: readonly string[];
    }
  | { readonly kind: "response"; readonly provider: IdentityProvider; readonly inResponseTo: string };

interface Received {
  readonly field: "SAMLRequest" | "SAMLResponse";
  readonly xml: string;
  /** Checks signature, issuer and times. */
  verify(saml: ReturnType<typeof samlFor>): Promise<{ profile: { nameID?: string; nameIDFormat?: string } | null }>;
}

/** @param query as it came: the signature is over its very spelling. */
export async function checkRedirectedLogout(deps: KeyDeps, clientId: number, query: string): Promise<LogoutMessage> {
  const part = (name: string) => findPart(query, name);
  const field = part("SAMLRequest") ? "SAMLRequest" : "SAMLResponse";
  const message = part(field) ?? refuseMessage("no message");
  const [relayState, algorithm, signature] = [part("RelayState"), part("SigAlg"), part("Signature")];
  // The library lets what is not signed at all pass.
  if (!algorithm || !signature || !isSignatureMethod(algorithm.value)) refuseMessage("no safe signature");
  const signed = [message, relayState, algorithm].flatMap((one) => (one ? [one.raw] : [])).join("&");
  const container = {
    [field]: message.value,
    SigAlg: algorithm.value,
    Signature: signature.value,
    ...(relayState && { RelayState: relayState.value }),
  };
  const xml = await inflate(message.value);
  return check(deps, clientId, { field, xml, verify: (saml) => saml.validateRedirectAsync(container, signed) });
}

export async function checkPostedLogout(
  deps: KeyDeps,
  clientId: number,
  form: { get(name: string): string | null },
): Promise<LogoutMessage> {
  const field = form.get("SAMLRequest") === null ? "SAMLResponse" : "SAMLRequest";
  const message = form.get(field) ?? refuseMessage("no message");
  const xml = Buffer.from(message, "base64").toString("utf8");
  return check(deps, clientId, {
    field,
    xml,
    verify: (saml) =>
      field === "SAMLRequest"
        ? saml.validatePostRequestAsync({ SAMLRequest: message })
        : saml.validatePostResponseAsync({ SAMLResponse: message }),
  });
}

const MOST_BYTES = 256 * 1024;

/** A few bytes can be made to inflate to gigabytes. */
function inflate(base64: string): Promise<string> {
  return new Promise((settle, reject) => {
    inflateRaw(Buffer.from(base64, "base64"), { maxOutputLength: MOST_BYTES }, (error, xml) => {
      if (error) reject(new Refusal("sso.notAccepted", { reason: "not deflated" }));
      else settle(xml.toString("utf8"));
    });
  });
}

/** A parameter of that very name; one that is there twice might be signed once. */
function findPart(query: string, name: string): { raw: string; value: string } | undefined {
  const [raw, ...others] = query.split("&").filter((part) => part.startsWith(`${name}=`));
  if (others.length > 0) refuseMessage("a parameter twice");
  if (raw === undefined) return undefined;
  try {
    return { raw, value: decodeURIComponent(raw.slice(name.length + 1).replaceAll("+", " ")) };
  } catch {
    return refuseMessage("a parameter that cannot be read");
  }
}

async function check(deps: KeyDeps, clientId: number, received: Received): Promise<LogoutMessage> {
  const sp = serviceProviderOf(clientId, deps.publicUrl);
  const root = await readMessage(received.xml);
  const kind = received.field === "SAMLRequest" ? "LogoutRequest" : "LogoutResponse";
  if (root.localName !== kind || root.namespaceURI !== protocolNamespace) refuseMessage("no sign-out");
  const issuer = textOf(select(root, "saml:Issuer")[0]) ?? refuseMessage("no issuer");
  const provider = (await findProviderByName(deps.db, clientId, issuer)) ?? refuseMessage("an unknown issuer");
  const destination = root.getAttribute("Destination");
  if (destination !== "" && destination !== sp.slo) refuseMessage("another destination");
  requireSafeAlgorithms(root);
  const [decryptionKey] = openKeys(deps.sealer, await getKeys(deps, clientId));
  const profile = await verify(received, samlFor(provider, sp, { decryptionKey }));
  if (kind === "LogoutResponse") return { kind: "response", provider, inResponseTo: root.getAttribute("InResponseTo") };
  return { kind: "request", provider, ...readRequest(root, profile) };
}

async function verify(received: Received, saml: ReturnType<typeof samlFor>) {
  try {
    return (await received.verify(saml)).profile;
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
