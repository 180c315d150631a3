import type { RegistrantStatus } from "../../admission/registration/people/registrant-status.ts";
import { isLive } from "../../base/lookups/event-types.ts";
import type { MailKind } from "../../base/outbox/mail-kinds.ts";
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

/** Where a person stands when a mail is meant for them; whoever has gone on since has other mail. */
const meantFor: Readonly<Record<MailKind, RegistrantStatus>> = {
  confirmation: "active",
  "reminder-1": "active",
  "reminder-2": "active",
  "reminder-3": "active",
  "follow-up-attended": "active",
  "follow-up-missed": "active",
  "confirm-address": "unconfirmed",
  "approval-pending": "pending",
  denied: "denied",
  waitlisted: "waitlisted",
  moved: "active",
  cancelled: "active",
};

/** They answer what a person just did, so that they come also when all else was unsubscribed. */
const answers: ReadonlySet<MailKind> = new Set([
  "confirmation",
  "confirm-address",
  "approval-pending",
  "denied",
  "waitlisted",
]);

/** Of no use any more once there is nothing to come to. */
const announcements: ReadonlySet<MailKind> = new Set(["reminder-1", "reminder-2", "reminder-3", "moved"]);

/** Why a mail is not wanted any more; undefined when it is. Decided when it is composed: much happens between owing and sending. */
export function findObjection(mail: DueMail, { event, person, ...rest }: Circumstances): string | undefined {
  if (!event) return "The event is gone.";
  if (!person) return "The person is gone.";
  return objectionOfPerson(mail, person, rest) ?? objectionOfEvent(mail, event, rest);
}

function objectionOfPerson(
  { kind }: DueMail,
  person: ComposedPerson,
  { hasUnsubscribed }: Pick<Circumstances, "hasUnsubscribed">,
): string | undefined {
  if (person.isAnonymous) return "The person gave no address.";
  if (person.status !== meantFor[kind]) return `The person is ${person.status} now.`;
  if (person.isBlocked) return "The person is blocked.";
  if (answers.has(kind)) return undefined;
  if (hasUnsubscribed) return "The person has unsubscribed.";
  return /^n(o)?$/i.test(person.eventEmail ?? "") ? "The person wants no e-mails about the event." : undefined;
}

function objectionOfEvent(
  { kind, occasion }: DueMail,
  event: MailedEvent,
  { isActivated, now }: Pick<Circumstances, "isActivated" | "now">,
): string | undefined {
  if (kind === "cancelled") return event.deletedAt ? undefined : "The event takes place.";
  if (event.deletedAt) return "The event is deleted.";
  if (!event.isActive) return "The event is inactive.";
  if (!isActivated) return "The e-mail has been switched off.";
  if (announcements.has(kind) && isOver(event, now)) return "The event is over.";
  if (kind === "moved" && occasion !== String(event.calendarSequence)) return "The event has changed again.";
  return undefined;
}

/** Whether nothing is to come any more: live events end, recorded ones are there until they expire. */
export function isOver(event: EventCourse, now: Date): boolean {
  const phase = phaseOf(event, now);
  return phase === "expired" || (isLive(event.type) && (phase === "ended" || phase === "on-demand"));
}
