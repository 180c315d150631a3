import type { Db } from "../../../../db/database.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { fail } from "../../../../errors.ts";
import type { LoadCache } from "../../../../lib/load-cache.ts";
import type { Sealer } from "../../../../lib/sealer.ts";
import type { AdmissionEvent } from "../../../admission/registration/admission-event.ts";
import { type AdmittedPerson, admitPerson } from "../../../admission/registration/admit-person.ts";
import type { Arrival } from "../../../admission/registration/gates/doors.ts";
import type { RegistrantWriter } from "../../../admission/registration/writer/registrant-writer.ts";
import type { PageEvent } from "../../../webinars/events/page-queries.ts";
import { type AttributeMapping, personOf } from "../saml/attribute-mapping.ts";
import type { Assertion } from "../saml/check-response.ts";
import { deleteAudienceSessions, insertSsoSession } from "./session-queries.ts";
import { ssoSessionOf } from "./sso-session.ts";

export interface AudienceDeps {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly events: LoadCache<number, AdmissionEvent>;
  readonly registrantWriter: RegistrantWriter;
  now(): Date;
}

/** How long a single logout finds the registrant. */
const SESSION_DAYS = 30;

/** Registers whom an identity provider names for an event, or knows them again. */
export async function signInAudience(
  { db, sealer, events, registrantWriter, now }: AudienceDeps,
  assertion: Assertion,
  event: Pick<PageEvent, "id" | "clientId" | "isActive" | "isClientActive">,
  arrival: Arrival,
): Promise<AdmittedPerson> {
  const { provider } = assertion;
  if (!provider.purposes.includes("audience") || event.clientId !== provider.clientId) fail("sso.unknown");
  const record = await events.get(event.id);
  if (!record || !event.isActive || !event.isClientActive) fail("event.inactive", { eventId: event.id });
  const given = personOf(assertion, provider.attributes as AttributeMapping);
  if (given.email === undefined) fail("sso.noEmail");
  const admitted = await admitPerson(
    { db, writer: registrantWriter },
    {
      door: "saml",
      arrival,
      event: record,
      given,
      // Nobody is there to be asked for more.
      rules: { isRequiredHonored: false, areOptionsHonored: false, onInvalid: "leave-out" },
      actor: `saml:${provider.id}`,
    },
  );
  const expiresAt = new Date(now().getTime() + SESSION_DAYS * 86_400_000);
  const session = ssoSessionOf(sealer, assertion, expiresAt);
  if (session && admitted.status === "active")
    await inTransaction(db, async (tx) => {
      await deleteAudienceSessions(tx, provider.clientId, provider.id, admitted.id);
      await insertSsoSession(tx, { ...session, eventId: event.id, registrantId: admitted.id });
    });
  return admitted;
}
