import { domainToASCII } from "node:url";
import { trimBlanks } from "./blanks.ts";

/** The address of a mailbox. */
export interface EmailAddress {
  /** As its owner writes it, without what surrounded it. */
  readonly text: string;
  /** The same for every spelling of the address and for no other mailbox; reading a key gives that key. */
  readonly key: string;
}

/** Longer than any address that mail can go to (RFC 5321). */
const MOST = 254;
/** Before what surrounds it was dropped. */
const MOST_GIVEN = 1_000;

/** What nearly every address is like; nothing in it has a second spelling but letter case. */
const plain = /^[!#-'*+\-./0-9=?A-Z^-~]+@[\w-]+(?:\.[\w-]+)+$/;

/**
 * The plain form that mail systems and people use, not all that RFC 5322 allows, in any script. Nothing that shows
 * nothing, no mark of lost bytes, and none of the three characters that Unicode takes for an ASCII one (K, `, ;).
 */
const local = String.raw`[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800\ufffd\u212a\u1fef\u037e@"(),:;<>[\\\]]+`;
const label = String.raw`(?:[\w-]|[^\p{ASCII}\s\p{C}\p{Default_Ignorable_Code_Point}\u2800\ufffd\u212a])+`;
// Linear: what they read has 254 characters at most.
const pattern = new RegExp(String.raw`^${local}@${label}(?:\.${label})+$`, "u");
// Linear: as above.
const domainPattern = new RegExp(String.raw`^${label}(?:\.${label})*$`, "u");
const asciiDomain = /^[\w-]+(?:\.[\w-]+)*$/;

/**
 * Reads one address without a name; undefined for what is none. The letter case of ASCII does not count: no mail system
 * of today tells a mailbox from another by it. That of other letters does, since systems fold it differently.
 */
export function readEmailAddress(given: string): EmailAddress | undefined {
  if (given.length > MOST_GIVEN) return undefined;
  if (given.length <= MOST && plain.test(given)) return { text: given, key: given.toLowerCase() };
  // At the end, lost bytes were a no-break space; at the start they may have been a letter of the name.
  const text = trimBlanks(trimBlanks(given).replace(/\ufffd{1,9}$/, ""));
  if (text.length > MOST || !pattern.test(text)) return undefined;
  const at = text.indexOf("@");
  const domain = domainKey(text.slice(at + 1));
  if (domain === undefined) return undefined;
  // Once more after the folding: there are marks that join small letters only.
  const name = foldCase(text.slice(0, at).normalize("NFC")).normalize("NFC");
  return { text: text.normalize("NFC"), key: `${name}@${domain}` };
}

export function isEmailAddress(text: string): boolean {
  return readEmailAddress(text)?.text === text.normalize("NFC");
}

/** What an address is looked up by; what is none is looked up as it stands, and no address has that key. */
export function emailKey(text: string): string {
  return readEmailAddress(text)?.key ?? text;
}

/** The form in which a domain goes over the wire, the same for every spelling of it; undefined for what is none. */
export function domainKey(domain: string): string | undefined {
  if (domain.length > MOST) return undefined;
  if (asciiDomain.test(domain)) return domain.toLowerCase();
  // Checked before: `domainToASCII` reads hosts of web addresses, with their ports, paths and escapes.
  const key = domainPattern.test(domain) ? domainToASCII(domain) : "";
  // It takes full-width digits for an IP address.
  return asciiDomain.test(key) && !/(?:^|\.)\d+$/.test(key) ? key : undefined;
}

/** Small letters for capital ones of ASCII, and of no other script. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
