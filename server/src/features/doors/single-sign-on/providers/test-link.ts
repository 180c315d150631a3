import { fail } from "../../../../errors.ts";
import { makeExpiringKey, readExpiringKey } from "../../../../lib/expiring-key.ts";
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
  const key = makeExpiringKey(sealer, "saml-test", textOf(test), expiresAt);
  const event = test.eventId === undefined ? "" : `event=${test.eventId}&`;
  return { url: `${publicUrl}/saml/${test.clientId}/${test.providerId}/test?${event}key=${key}`, expiresAt };
}

/** Refuses what we never signed, and what is an hour old. */
export function checkTestKey(sealer: Sealer, test: TestOf, key: string, now: Date): void {
  readExpiringKey(sealer, "saml-test", textOf(test), key, now) ?? fail("sso.testKey");
}

function textOf({ clientId, providerId, eventId }: TestOf): string {
  return [clientId, providerId, eventId ?? ""].join("/");
}
