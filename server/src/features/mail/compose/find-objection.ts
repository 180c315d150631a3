import { isLive } from "../../base/lookups/event-types.ts";
import { mailKinds } from "../../base/outbox/mail-kinds.ts";
import { occasionOfStay } from "../../base/outbox/stays.ts";
import type { MailedEvent } from "../../webinars/event-emails/queries.ts";
import { type EventCourse, phaseOf } from "../../webinars/events/event-phase.ts";
import type { ComposedPerson } from "./compose-queries.ts";
import type { DueMail } from "./composed-mail.ts";

export interface Circumstances {
  readonly event: MailedEvent | undefined;
  readonly person: ComposedPerson | undefined;
  /** Of an e-mail of the event, whether it is on; always true of our own. */
  readonly isActivated: boolean;
  readonly hasUnsubscribed: boolean;
  readonly now: Date;
}

/** Why a mail is not wanted any more; undefined when it is. Decided when it is composed: much happens between owing and sending. */
export function findObjection(mail: DueMail, { event, person, ...rest }: Circumstances): string | undefined {
  if (!event) return "The event is gone.";
  if (!person) return "The person is gone.";
  return objectionOfPerson(mail, person, rest) ?? objectionOfEvent(mail, event, rest);
}

function objectionOfPerson(
  { kind, occasion }: DueMail,
  person: ComposedPerson,
  { hasUnsubscribed }: Pick<Circumstances, "hasUnsubscribed">,
): string | undefined {
  if (person.isAnonymous) return "The person gave no address.";
  if (!isMeantFor(kind, person)) return `The person is ${person.status} now.`;
  if (person.isBlocked) return "The person is blocked.";
  // What was due when they went, the mail server being away perhaps, is due still.
  if (mailKinds[kind].isOfStay && occasion !== occasionOfStay(person)) return "The person has come back since.";
  if (kind === "registration-cancelled" && occasion !== String(person.cancellations))
    return "The person has come back and cancelled again.";
  if (mailKinds[kind].reach === "answer") return undefined;
  if (hasUnsubscribed) return "The person has unsubscribed.";
  return /^n(o)?$/i.test(person.eventEmail ?? "") ? "The person wants no e-mails about the event." : undefined;
}

function isMeantFor(kind: DueMail["kind"], { status }: Pick<ComposedPerson, "status">): boolean {
  return mailKinds[kind].meantFor.some((one) => one === status);
}

function objectionOfEvent(
  { kind, occasion }: DueMail,
  event: MailedEvent,
  { isActivated, now }: Pick<Circumstances, "isActivated" | "now">,
): string | undefined {
  if (mailKinds[kind].isForComing && isOver(event, now)) return "The event is over.";
  if (kind === "registration-cancelled") return undefined;
  if (kind === "cancelled") return event.deletedAt ? undefined : "The event takes place.";
  if (event.deletedAt) return "The event is deleted.";
  if (!event.isActive) return "The event is inactive.";
  if (!isActivated) return "The e-mail has been switched off.";
  if (kind === "moved" && occasion !== String(event.calendarSequence)) return "The event has changed again.";
  return undefined;
}

/** Whether nothing is to come any more: live events end, recorded ones are there until they expire. */
export function isOver(event: EventCourse, now: Date): boolean {
  const phase = phaseOf(event, now);
  return phase === "expired" || (isLive(event.type) && (phase === "ended" || phase === "on-demand"));
}
