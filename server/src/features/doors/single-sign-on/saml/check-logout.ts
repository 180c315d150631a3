import { inflateRaw } from "node:zlib";
import { Refusal } from "../../../../errors.ts";
import { getKeys, type KeyDeps, openKeys } from "../providers/provider-keys.ts";
import type { IdentityProvider } from "../providers/queries.ts";
import { isSignatureMethod } from "./algorithms.ts";
import { findIssuer } from "./find-issuer.ts";
import { inSamlThread } from "./in-saml-thread.ts";
import { refuseMessage } from "./saml-xml.ts";
import { serviceProviderOf } from "./service-provider.ts";
import type { ReceivedLogout, SignedLogout } from "./verify-logout.ts";

/** A sign-out and who signed it. */
export type LogoutMessage = SignedLogout & { readonly provider: IdentityProvider };

type Received = Pick<ReceivedLogout, "field" | "message" | "xml" | "redirect">;

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
  return check(deps, clientId, { field, message: message.value, xml, redirect: { container, signed } });
}

export async function checkPostedLogout(
  deps: KeyDeps,
  clientId: number,
  form: { get(name: string): string | null },
): Promise<LogoutMessage> {
  const field = form.get("SAMLRequest") === null ? "SAMLResponse" : "SAMLRequest";
  const message = form.get(field) ?? refuseMessage("no message");
  const xml = Buffer.from(message, "base64").toString("utf8");
  return check(deps, clientId, { field, message, xml });
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
  const provider = await findIssuer(deps.db, clientId, received.xml);
  const { entityId, ssoUrl, sloUrl, certificates } = provider;
  const [decryptionKey] = openKeys(deps.sealer, await getKeys(deps, clientId));
  const signed = await inSamlThread("verifyLogout", {
    ...received,
    provider: { entityId, ssoUrl, sloUrl, certificates },
    sp: serviceProviderOf(clientId, deps.publicUrl),
    decryptionKey,
  });
  return { ...signed, provider };
}
