import { createHash } from "node:crypto";
import type { Insertable } from "kysely";
import type { SsoSessions } from "../../../../db/types.ts";
import type { Sealer } from "../../../../lib/sealer.ts";
import type { Assertion } from "../saml/check-response.ts";
import type { NameId } from "../saml/parsed-assertion.ts";
import type { SsoSession } from "./session-queries.ts";

/** Names may be e-mail addresses, which a plain hash would not hide. */
export function hashName(sealer: Sealer, value: string): Buffer {
  return createHash("sha256").update(sealer.sign("saml-name", value)).digest();
}

/** What is kept of a sign-in so that it can be ended from both sides; nothing without a name to end it by. */
export function ssoSessionOf(
  sealer: Sealer,
  { provider, nameId, sessionIndex }: Assertion,
  expiresAt: Date,
): Omit<Insertable<SsoSessions>, "registrantId" | "eventId" | "staffTokenHash"> | undefined {
  if (!nameId) return undefined;
  return {
    clientId: provider.clientId,
    identityProviderId: provider.id,
    nameIdHash: hashName(sealer, nameId.value),
    nameId: sealer.seal(JSON.stringify(nameId)),
    sessionIndex: sessionIndex ?? null,
    expiresAt,
  };
}

export function openName(sealer: Sealer, session: SsoSession): NameId {
  return JSON.parse(sealer.open(session.nameId)) as NameId;
}
