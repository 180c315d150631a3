import { refuseMessage, select, type XmlElement } from "./saml-xml.ts";

const dsig = "http://www.w3.org/2001/04/xmldsig-more#";
const xmlenc = "http://www.w3.org/2001/04/xmlenc#";
const xmlenc11 = "http://www.w3.org/2009/xmlenc11#";

/** SHA-1 is broken for signatures: collisions can be made. */
const signatureMethods = new Set([`${dsig}rsa-sha256`, `${dsig}rsa-sha384`, `${dsig}rsa-sha512`]);
const digestMethods = new Set([`${xmlenc}sha256`, `${xmlenc}sha512`, `${dsig}sha384`]);

const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
const inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const canonicalizations = new Set([exclusive, `${exclusive}WithComments`, inclusive, `${inclusive}#WithComments`]);
/** Others take things out of what is signed, or let the surroundings into it: saml-core 5.4.4. */
const transforms = new Set([
  "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
  exclusive,
  `${exclusive}WithComments`,
]);

const contentMethods = new Set([
  `${xmlenc11}aes256-gcm`,
  `${xmlenc11}aes192-gcm`,
  `${xmlenc11}aes128-gcm`,
  `${xmlenc}aes256-cbc`,
  `${xmlenc}aes192-cbc`,
  `${xmlenc}aes128-cbc`,
]);
/** OAEP with any digest: its SHA-1 needs no collision resistance. The older padding of RSA leaks keys. */
const keyMethods = new Set([`${xmlenc}rsa-oaep-mgf1p`, `${xmlenc11}rsa-oaep`]);

/** Of the signature of a redirect. */
export function isSignatureMethod(address: string): boolean {
  return signatureMethods.has(address);
}

/** Refuses a message in which anything is signed or encrypted in a way that is not safe any more. */
export function requireSafeAlgorithms(root: XmlElement): void {
  requireAll(root, "//ds:SignedInfo/ds:SignatureMethod", signatureMethods);
  requireAll(root, "//ds:SignedInfo/ds:CanonicalizationMethod", canonicalizations);
  requireAll(root, "//ds:SignedInfo/ds:Reference/ds:DigestMethod", digestMethods);
  requireAll(root, "//ds:SignedInfo/ds:Reference/ds:Transforms/ds:Transform", transforms);
  requireAll(root, "//xenc:EncryptedData/xenc:EncryptionMethod", contentMethods);
  requireAll(root, "//xenc:EncryptedKey/xenc:EncryptionMethod", keyMethods);
}

function requireAll(root: XmlElement, path: string, allowed: ReadonlySet<string>): void {
  for (const method of select(root, path))
    if (!allowed.has(method.getAttribute("Algorithm"))) refuseMessage("an algorithm that is not safe");
}
