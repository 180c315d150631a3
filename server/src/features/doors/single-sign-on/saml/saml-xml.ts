import { decryptXml, parseDomFromString, xpath } from "@node-saml/node-saml/lib/xml.js";
import { fail } from "../../../../errors.ts";

// Everything is read with the very parser that checks signatures: attacks live where two parsers see two documents.

/** What we look at of an element. */
export interface XmlElement {
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly textContent: string | null;
  /** Empty when the element has none. */
  getAttribute(name: string): string;
  toString(): string;
}

export const protocolNamespace = "urn:oasis:names:tc:SAML:2.0:protocol";
export const assertionNamespace = "urn:oasis:names:tc:SAML:2.0:assertion";
export const metadataNamespace = "urn:oasis:names:tc:SAML:2.0:metadata";
export const signatureNamespace = "http://www.w3.org/2000/09/xmldsig#";
export const encryptionNamespace = "http://www.w3.org/2001/04/xmlenc#";

/** No identity provider's message comes near it. */
const MOST_CHARACTERS = 256 * 1024;

/**
 * Reads a message. Nothing but elements and text is let in: no document type, which brings entities, and no comment, CDATA
 * section or processing instruction, which hide text from one reader and not from another.
 */
export async function readMessage(xml: string): Promise<XmlElement> {
  if (xml.length > MOST_CHARACTERS) refuseMessage("too long");
  if (xml.includes("<!") || /<\?(?!xml\s)/.test(xml)) refuseMessage("more than elements and text");
  return readDocument(xml).catch(() => refuseMessage("no XML"));
}

/** The root element of a document; throws for what is no XML. The caller has refused document types. */
export async function readDocument(xml: string): Promise<XmlElement> {
  const document = (await parseDomFromString(xml)) as unknown as { documentElement: XmlElement };
  return document.documentElement;
}

/**
 * Elements by a path of names from an element, such as `samlp:Status/samlp:StatusCode`; `//ds:Signature` finds them at
 * any depth.
 */
export function select(root: XmlElement, path: string): XmlElement[] {
  const steps = path.replace(/(\w+):(\w+)/g, (_whole, prefix: string, name: string) => {
    return `*[local-name()='${name}' and namespace-uri()='${namespaces[prefix]}']`;
  });
  const query = steps.startsWith("//") ? `.${steps}` : `./${steps}`;
  return xpath.selectElements(root as never, query) as unknown as XmlElement[];
}

const namespaces: Readonly<Record<string, string>> = {
  samlp: protocolNamespace,
  saml: assertionNamespace,
  md: metadataNamespace,
  ds: signatureNamespace,
  xenc: encryptionNamespace,
};

export function textOf(element: XmlElement | undefined): string | undefined {
  return element?.textContent?.trim() || undefined;
}

/** The decrypted XML of an EncryptedAssertion, with whichever of our keys fits. */
export async function decrypt(
  encrypted: XmlElement,
  privateKeys: readonly string[],
): Promise<{ xml: string; privateKey: string }> {
  for (const privateKey of privateKeys) {
    const xml = await decryptXml(encrypted.toString(), privateKey).catch(() => undefined);
    if (xml !== undefined) return { xml, privateKey };
  }
  return refuseMessage("not encrypted for us");
}

/** Whoever sends us a message hears that it was not accepted; the reason is for the log, and holds nothing of a person. */
export function refuseMessage(reason: string): never {
  fail("sso.notAccepted", { reason });
}
