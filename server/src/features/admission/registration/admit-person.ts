import { randomUUID } from "node:crypto";
import Bowser from "bowser";
import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { cutText } from "../../../lib/cut-text.ts";
import { emailKey } from "../../../lib/email-address.ts";
import type { AdmissionEvent } from "./admission-event.ts";
import { checkPerson, type PersonRules } from "./form/check-person.ts";
import type { Person } from "./form/fields.ts";
import { checkGates, checkNewcomer, keepsNewcomersOut } from "./gates/check-gates.ts";
import { decideStatus, type Terms, termsOf } from "./gates/decide-status.ts";
import type { Arrival, Door } from "./gates/doors.ts";
import { hasWaiting } from "./gates/gates.ts";
import { findByAddress } from "./people/address-queries.ts";
import type { RegistrantWriter } from "./writer/registrant-writer.ts";
import type { RegistrantWrite, Trace, WrittenRegistrant } from "./writer/write-registrants.ts";

export interface Admission {
  readonly door: Door;
  readonly arrival?: Arrival;
  readonly event: AdmissionEvent;
  readonly given: Person;
  readonly rules: PersonRules;
  readonly sourceEventId?: number;
  /** As in changes.actor. */
  readonly actor: string;
}

export interface AdmittedPerson extends WrittenRegistrant {
  /** As stored by this call. */
  readonly person: Person;
  readonly sourceEventId: number | undefined;
}

/**
 * Lets a person in to an event by any door, or updates the one with the same address. The gates before the door may
 * refuse (403), or make the person wait: that is no refusal, see `status`. Durable when it answers.
 */
export async function admitPerson(
  { db, writer }: { db: Db; writer: RegistrantWriter },
  admission: Admission,
): Promise<AdmittedPerson> {
  const { event, door, arrival = {}, rules, actor, sourceEventId } = admission;
  const person = checkPerson(event.registrationFields, admission.given, rules);
  await checkGates(event, { door, arrival, email: person.email });
  const email = person.email ?? makeAddress();
  if (keepsNewcomersOut(event, door)) await checkKnown(db, event, { door, arrival, email });
  const terms = termsOf(event, door);
  const write: RegistrantWrite = {
    clientId: event.clientId,
    eventId: event.id,
    email,
    emailKey: emailKey(email),
    person,
    door,
    trace: traceOf(arrival),
    isAnonymous: person.email === undefined,
    sourceEventId,
    actor,
    isConfirmedByMail: event.isConfirmedByMail,
  };
  const written = await submit(writer, write, terms, hasWaiting(event));
  return { ...written, person: { ...person, email }, sourceEventId };
}

/** Somebody who waits, or had cancelled, is decided anew, also at an event where nobody has to wait any more. */
async function submit(
  writer: RegistrantWriter,
  write: RegistrantWrite,
  terms: Terms,
  isDecided: boolean,
): Promise<WrittenRegistrant> {
  if (isDecided) return writer.submit({ ...write, terms });
  const written = await writer.submit(write);
  return decideStatus(written.status, terms, false) === written.status ? written : writer.submit({ ...write, terms });
}

/** Refuses whoever is not registered, or has cancelled and would come in anew; who asks for many of them, with no answer. */
async function checkKnown(
  db: Db,
  event: AdmissionEvent,
  { door, arrival, email }: { door: Door; arrival: Arrival; email: string },
): Promise<void> {
  const { guardKnown = (isRight) => isRight() } = arrival;
  const isKnown = await guardKnown(async () => {
    const known = await findByAddress(db, { clientId: event.clientId, eventId: event.id, email });
    const isComingAnew = known?.status === "deleted" && termsOf(event, door).isRevived;
    return known !== undefined && !isComingAnew;
  });
  if (!isKnown) checkNewcomer(event, door);
}

const MOST_TRACED = 100;

/** What an arrival tells of the person beside their own words. */
function traceOf({ ipAddress, userAgent, languageCode }: Arrival): Trace {
  const { browser, os } = userAgent ? Bowser.parse(userAgent) : {};
  const nameOf = (part: { name?: string; version?: string } | undefined) =>
    part?.name && cutText([part.name, part.version].filter(Boolean).join(" "), MOST_TRACED);
  const [browserName, osName] = [nameOf(browser), nameOf(os)];
  return {
    ...(ipAddress !== undefined && { ip_address: ipAddress }),
    ...(languageCode !== undefined && { language_code: languageCode }),
    ...(browserName && { browser: browserName }),
    ...(osName && { os: osName }),
  };
}

/** All that the compatible API tells of who is not let in: no registrant has such a status there. */
export function requireLetIn({ status }: AdmittedPerson, eventId: number): void {
  if (status === "unconfirmed" || status === "pending" || status === "waitlisted" || status === "denied")
    fail(`admission.${status}`, { eventId });
}

/** An address that no mail ever reaches (RFC 2606), for people registered without one. */
function makeAddress(): string {
  return `anonymous-${randomUUID()}@lectern.invalid`;
}
