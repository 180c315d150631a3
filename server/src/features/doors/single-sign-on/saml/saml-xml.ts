import { decryptXml, parseDomFromString } from "@node-saml/node-saml/lib/xml.js";
import { fail } from "../../../../errors.ts";
import { scanXml, XmlFault, type XmlLimits } from "../../../../lib/scan-xml.ts";

// Everything is read with the very parser that checks signatures: attacks live where two parsers see two documents.

/** What we look at of an element. */
export interface XmlElement {
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly textContent: string | null;
  readonly nodeType: number;
  readonly childNodes: ArrayLike<XmlElement>;
  /** Empty when the element has none. */
  getAttribute(name: string): string;
  toString(): string;
}

export const protocolNamespace = "urn:oasis:names:tc:SAML:2.0:protocol";
export const assertionNamespace = "urn:oasis:names:tc:SAML:2.0:assertion";
export const metadataNamespace = "urn:oasis:names:tc:SAML:2.0:metadata";
export const signatureNamespace = "http://www.w3.org/2000/09/xmldsig#";
const encryptionNamespace = "http://www.w3.org/2001/04/xmlenc#";

/** No identity provider's message comes near it, be somebody in a thousand groups. */
const messageLimits: XmlLimits = {
  characters: 256 * 1024,
  nodes: 2_500,
  depth: 40,
  attributes: 8_000,
  prefixes: 50,
};

/**
 * What a message says of whom it is from: the first Issuer in it. Nothing but elements and text is let in: no document type,
 * which brings entities, and no comment, CDATA section or processing instruction, which hide text from one reader and not
 * from another.
 */
export function scanMessage(xml: string): string | undefined {
  if (xml.includes("<!") || /<\?(?!xml\s)/.test(xml)) refuseMessage("more than elements and text");
  try {
    return scanXml(xml, messageLimits, "Issuer")?.trim() || undefined;
  } catch (error) {
    if (error instanceof XmlFault) refuseMessage(`it ${error.message}`);
    throw error;
  }
}

/** Reads a message as a tree. */
export async function readMessage(xml: string): Promise<XmlElement> {
  scanMessage(xml);
  return parse(xml).catch(() => refuseMessage("no XML"));
}

/** The root element of another document; throws XmlFault. */
export async function readDocument(xml: string, limits: XmlLimits): Promise<XmlElement> {
  scanXml(xml, limits);
  return parse(xml);
}

async function parse(xml: string): Promise<XmlElement> {
  const document = (await parseDomFromString(xml)) as unknown as { documentElement: XmlElement };
  return document.documentElement;
}

/**
 * Elements by a path of names from an element, such as `samlp:Status/samlp:StatusCode`; `//ds:Signature` finds them at
 * any depth. It walks the tree once: XPath sorts what it finds, at the price of its square.
 */
export function select(root: XmlElement, path: string): XmlElement[] {
  const [first = "", ...rest] = path.replace("//", "").split("/");
  const found = (path.startsWith("//") ? elementsBelow(root) : elementsIn(root)).filter(isNamed(first));
  return rest.reduce((parents, name) => parents.flatMap(elementsIn).filter(isNamed(name)), found);
}

function elementsIn({ childNodes }: XmlElement): XmlElement[] {
  return Array.from(childNodes).filter(({ nodeType }) => nodeType === 1);
}

function elementsBelow(root: XmlElement): XmlElement[] {
  return elementsIn(root).flatMap((element) => [element, ...elementsBelow(element)]);
}

function isNamed(name: string): (element: XmlElement) => boolean {
  const [prefix = "", wanted = ""] = name.split(":");
  return ({ localName, namespaceURI }) => localName === wanted && namespaceURI === namespaces[prefix];
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

/** The tree has to name whom the first pass found. */
export function requireIssuer(issuers: readonly XmlElement[], { entityId }: { readonly entityId: string }): void {
  if (textOf(issuers[0]) !== entityId) refuseMessage("another issuer");
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
