import { randomInt } from "node:crypto";

/** Letters and digits that nobody takes for each other (Crockford's base 32). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;
const MOST_TYPED = 64;

/** Nobody guesses one: 80 bits. */
export function newCertificateNumber(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** As it stands on paper: in groups of four. */
export function presentNumber(number: string): string {
  return number.match(/.{1,4}/g)?.join("-") ?? number;
}

/** As somebody types it from paper, with or without signs between, O for 0 and I or L for 1; undefined for what is none. */
export function readNumber(typed: string): string | undefined {
  if (typed.length > MOST_TYPED) return undefined;
  const plain = typed
    .toUpperCase()
    .replace(/[^\dA-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return plain.length === LENGTH ? plain : undefined;
}

/** Where everybody who has the number sees what is certified. */
export function certificateAddress(publicUrl: string, number: string): string {
  return `${publicUrl}/certificate/${presentNumber(number)}`;
}

export function paperAddress(publicUrl: string, number: string): string {
  return `${certificateAddress(publicUrl, number)}/certificate.pdf`;
}
