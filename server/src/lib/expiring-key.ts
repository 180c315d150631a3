import type { Sealer } from "./sealer.ts";

/** A key that only we can make for a text and purpose, and that tells itself when it ends. */
export function makeExpiringKey(sealer: Sealer, purpose: string, text: string, expiresAt: Date): string {
  const expires = expiresAt.getTime().toString(36);
  return `${expires}-${sealer.sign(purpose, `${text}/${expires}`)}`;
}

/** When a key that we made for this text and purpose ends; undefined for any other, and once it has ended. */
export function readExpiringKey(
  sealer: Sealer,
  purpose: string,
  text: string,
  key: string,
  now: Date,
): Date | undefined {
  const [, expires = "", signature = ""] = /^([\da-z]{1,10})-([\w-]{22})$/.exec(key) ?? [];
  if (!sealer.isSigned(purpose, `${text}/${expires}`, signature)) return undefined;
  const expiresAt = new Date(Number.parseInt(expires, 36));
  return expiresAt > now ? expiresAt : undefined;
}
