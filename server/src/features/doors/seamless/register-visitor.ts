import type { Db } from "../../../db/database.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { admitPerson } from "../../admission/registration/admit-person.ts";
import type { PersonRules } from "../../admission/registration/form/check-person.ts";
import type { Person } from "../../admission/registration/form/fields.ts";
import type { Arrival } from "../../admission/registration/gates/doors.ts";
import { findPresent } from "../../admission/registration/people/address-queries.ts";
import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";
import { updateRegistrant } from "../../admission/registration/update-registrant.ts";
import type { RegistrantWriter } from "../../admission/registration/writer/registrant-writer.ts";

export interface VisitorRegistration {
  readonly event: AdmissionEvent;
  readonly given: Person & { email: string };
  readonly arrival: Arrival;
  /** Whether what is known of somebody already changes to what was sent. */
  readonly isUpdated: boolean;
  /** Keeps somebody out who is new. */
  readonly isBlocked: boolean;
  /** As in changes.actor. */
  readonly actor: string;
}

export interface Visitor {
  readonly id: number;
  readonly status: RegistrantStatus;
  readonly isBlocked: boolean;
  /** Whether this very call blocked the person, as it was told to. */
  readonly isBlockedNow: boolean;
}

/** The form is somebody else's: what the event's own page asks is not asked here, and names may be longer. */
const rules: PersonRules = {
  isRequiredHonored: false,
  areOptionsHonored: false,
  onInvalid: "leave-out",
  maxLengths: { firstName: 100, lastName: 100 },
};

/** Registers whoever a form elsewhere sends. Refuses what the engine refuses. */
export async function registerVisitor(
  { db, writer }: { db: Db; writer: RegistrantWriter },
  { event, given, arrival, isUpdated, isBlocked, actor }: VisitorRegistration,
): Promise<Visitor> {
  const address = { clientId: event.clientId, eventId: event.id, email: given.email };
  const known = isUpdated ? undefined : await findPresent(db, address);
  // The gates are passed anew, also by somebody of whom nothing else changes.
  const person = known ? { email: known.email } : given;
  const admitted = await admitPerson({ db, writer }, { door: "seamless", event, given: person, rules, arrival, actor });
  const { id, status, isNew } = admitted;
  // The key stands in every invitation, so it must not be enough to lock out, or to let in, who is there already.
  const isBlockedNow = isBlocked && isNew && status === "active";
  if (isBlockedNow) await updateRegistrant(db, event, rules, { given, isBlocked, actor });
  return { id, status, isBlockedNow, isBlocked: isBlockedNow || admitted.stored?.is_blocked === true };
}
