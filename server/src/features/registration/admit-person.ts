import { randomUUID } from "node:crypto";
import type { Db } from "../../db/database.ts";
import { fail } from "../../errors.ts";
import type { EventRecord } from "../../http/v2/directory.ts";
import { checkPerson, type PersonRules } from "./check-person.ts";
import type { Door, Visit } from "./doors.ts";
import type { Person } from "./fields.ts";
import { isRegistered } from "./queries.ts";
import type { RegistrantStatus } from "./registrant-status.ts";
import type { RegistrantWriter, WrittenRegistrant } from "./registrant-writer.ts";

export interface Admission {
  readonly door: Door;
  readonly visit?: Visit;
  readonly event: EventRecord;
  readonly given: Person;
  readonly rules: PersonRules;
  readonly sourceEventId?: number;
  /** As in changes.actor. */
  readonly actor: string;
}

export interface AdmittedPerson extends WrittenRegistrant {
  /** "active" is let in; who waits, or was denied, is no registrant yet. */
  readonly status: RegistrantStatus;
  /** As stored by this call. */
  readonly person: Person;
  readonly sourceEventId: number | undefined;
}

/**
 * Registers a person for an event, or updates the one with the same address, who is also let through when registration
 * is closed. Durable when it answers.
 */
export async function admitPerson(
  { db, writer }: { db: Db; writer: RegistrantWriter },
  admission: Admission,
): Promise<AdmittedPerson> {
  const { event, rules, actor, sourceEventId } = admission;
  const person = checkPerson(event.registrationFields, admission.given, rules);
  const isAnonymous = person.email === undefined;
  const email = person.email ?? makeAddress();
  if (!event.isRegistrationOpen && !(await isRegistered(db, event.clientId, event.id, email)))
    fail("registration.closed", { eventId: event.id });
  const written = await writer.submit({
    clientId: event.clientId,
    eventId: event.id,
    email,
    person,
    isAnonymous,
    sourceEventId,
    actor,
  });
  const status = (written.stored?.status ?? "active") as RegistrantStatus;
  return { ...written, status, person: { ...person, email }, sourceEventId };
}

/** An address that no mail ever reaches (RFC 2606), for people registered without one. */
function makeAddress(): string {
  return `anonymous-${randomUUID()}@lectern.invalid`;
}
