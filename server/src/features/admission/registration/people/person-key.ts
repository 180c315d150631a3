import type { Sealer } from "../../../../lib/sealer.ts";

/**
 * What a key opens: "person" is in somebody's own mails and lets in, cancels and unsubscribes; "pass" is in the cookie
 * of a browser that has only told an address, and lets in to the lobby and webinar; "ticket" is shown at the entrance of a
 * hybrid event, and lets in there only.
 */
export type KeyPurpose = "person" | "pass" | "ticket";

/** The words that are signed; cookies and mails out there hold them. */
const signedAs = { person: "person", pass: "seat", ticket: "ticket" } as const;

/** A key that names a registrant and that nobody else can make. It stays good; what the person may do is asked each time. */
export function personKeyOf(sealer: Sealer, registrantId: number, purpose: KeyPurpose = "person"): string {
  const id = registrantId.toString(36);
  return `${id}-${sealer.sign(signedAs[purpose], id)}`;
}

/** The registrant that a key names; undefined for what we never signed. */
export function readPersonKey(sealer: Sealer, key: string, purpose: KeyPurpose = "person"): number | undefined {
  const [, id = "", signature = ""] = /^([\da-z]{1,10})-([\w-]{22})$/.exec(key) ?? [];
  return id !== "" && sealer.isSigned(signedAs[purpose], id, signature) ? Number.parseInt(id, 36) : undefined;
}
