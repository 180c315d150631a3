import { fail } from "../../../../errors.ts";
import type { Sealer } from "../../../../lib/sealer.ts";

const LIFE_MS = 3_600_000;

interface TestOf {
  readonly clientId: number;
  readonly providerId: number;
  /** Whose registration page says which fields are needed. */
  readonly eventId?: number | undefined;
}

/** An address that shows for an hour what a sign-in would do. */
export function testLinkOf(
  { sealer, publicUrl }: { sealer: Sealer; publicUrl: string },
  test: TestOf,
  now: Date,
): { url: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  const expires = expiresAt.getTime().toString(36);
  const key = `${expires}-${sealer.sign("saml-test", textOf(test, expires))}`;
  const event = test.eventId === undefined ? "" : `event=${test.eventId}&`;
  return { url: `${publicUrl}/saml/${test.clientId}/${test.providerId}/test?${event}key=${key}`, expiresAt };
}

/** Refuses what we never signed, and what is an hour old. */
export function checkTestKey(sealer: Sealer, test: TestOf, key: string, now: Date): void {
  const [, expires = "", signature = ""] = /^([\da-z]{1,10})-([\w-]{22})$/.exec(key) ?? [];
  const isOurs = sealer.isSigned("saml-test", textOf(test, expires), signature);
  if (!isOurs || Number.parseInt(expires, 36) <= now.getTime()) fail("sso.testKey");
}

function textOf({ clientId, providerId, eventId }: TestOf, expires: string): string {
  return [clientId, providerId, eventId ?? "", expires].join("/");
}
