import { yesNo } from "../../../http/flags.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import type { EventEmailKind } from "../../base/outbox/mail-kinds.ts";
import { findTiming } from "../../base/outbox/timings.ts";
import { calendarReminderChoices } from "./calendar-reminder-choices.ts";
import type { CalendarReminder, EventEmail, EventEmailTotals } from "./queries.ts";
import type { Email, EmailTotal, UpdatedCalendarReminder } from "./v2-schema.ts";

/** "Reminder Email #1" and #2 are published; the others follow their manner. */
const emailTypes: Readonly<Record<EventEmailKind, string>> = {
  confirmation: "Confirmation Email",
  "reminder-1": "Reminder Email #1",
  "reminder-2": "Reminder Email #2",
  "reminder-3": "Reminder Email #3",
  "follow-up-attended": "Follow Up Email - Attendees",
  "follow-up-missed": "Follow Up Email - No Shows",
};

/** @param mailFrom the address that the client's mail is sent from. */
export function presentEmail(email: EventEmail, mailFrom: string): Email {
  const timing = findTiming(email.timing);
  return {
    emailid: email.id,
    emailtype: emailTypes[email.kind as EventEmailKind],
    activated: yesNo(email.isActivated),
    ...(timing && { whentosend: timing.word }),
    ...(email.customAt && { goodafter: formatPacific(email.customAt) }),
    from: mailFrom,
    fromlabel: email.fromLabel,
    replyto: email.replyTo ?? mailFrom,
    subject: email.subject,
    body: email.body,
  };
}

/** Rates as in the published example: shares of what was sent, clicks also of what was opened; 0 where nothing was. */
export function presentEmailTotals({ kind, subject, sent, bounced, opened, clicked }: EventEmailTotals): EmailTotal {
  const delivered = Math.max(0, sent - bounced);
  return {
    email: emailTypes[kind as EventEmailKind],
    subject,
    sent,
    opened,
    openrate: share(opened, sent),
    delivered,
    deliveryrate: share(delivered, sent),
    clicked,
    clickedthroughrate: share(clicked, sent),
    clicktoopenrate: share(clicked, opened),
  };
}

/** Four decimals. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

export function presentCalendarReminder(reminder: CalendarReminder): UpdatedCalendarReminder {
  const choice = calendarReminderChoices.find(({ minutesBefore }) => minutesBefore === reminder.minutesBefore);
  return {
    reminder: choice?.word ?? `${reminder.minutesBefore} Minutes`,
    subject: reminder.subject,
    location: reminder.location,
    body: reminder.body,
  };
}
