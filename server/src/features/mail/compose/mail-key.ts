import type { Sealer } from "../../../lib/sealer.ts";
import { allMailKinds, mailKinds } from "../../base/outbox/mail-kinds.ts";
import type { MailKey } from "./composed-mail.ts";

const PURPOSE = "mail";

/**
 * A mail's name in its links, its Message-ID and the address that it bounces to: signed, so that nobody can make one up,
 * and in small letters and digits, because some servers change the case of addresses.
 */
export function writeMailKey(sealer: Sealer, { clientId, registrantId, kind, occasion }: MailKey): string {
  const name = [clientId.toString(36), registrantId.toString(36), mailKinds[kind].code, writeOccasion(occasion)].join(
    "-",
  );
  return `${name}-${toSmallLetters(sealer.sign(PURPOSE, name))}`;
}

/** The mail of a key in any letter case; undefined for what we never signed. */
export function readMailKey(sealer: Sealer, key: string): MailKey | undefined {
  const parts = /^([\da-z]{1,10})-([\da-z]{1,10})-([a-z\d]{1,2})-([\da-z_]{0,40})-([1-9a-z][\da-z]{0,24})$/.exec(
    key.toLowerCase(),
  );
  if (!parts) return undefined;
  const [, client = "", registrant = "", code = "", occasion = "", signature = ""] = parts;
  const kind = allMailKinds.find((one) => mailKinds[one].code === code);
  if (!kind || !sealer.isSigned(PURPOSE, parts.slice(1, 5).join("-"), fromSmallLetters(signature))) return undefined;
  return {
    clientId: Number.parseInt(client, 36),
    registrantId: Number.parseInt(registrant, 36),
    kind,
    occasion: readOccasion(occasion),
  };
}

/** Small letters and digits, as most are, stay themselves. */
function writeOccasion(occasion: string): string {
  return /^[\da-z]*$/.test(occasion) ? occasion : `_${Buffer.from(occasion).toString("hex")}`;
}

function readOccasion(written: string): string {
  return written.startsWith("_") ? Buffer.from(written.slice(1), "hex").toString() : written;
}

function toSmallLetters(signature: string): string {
  return BigInt(`0x${Buffer.from(signature, "base64url").toString("hex")}`).toString(36);
}

function fromSmallLetters(text: string): string {
  let number = 0n;
  for (const letter of text) number = number * 36n + BigInt(Number.parseInt(letter, 36));
  return Buffer.from(number.toString(16).padStart(32, "0"), "hex").toString("base64url");
}
