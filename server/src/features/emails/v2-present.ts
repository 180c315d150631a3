import { formatPacific } from "../../http/v2/dates.ts";
import { yesNo } from "../../http/v2/flags.ts";
import { calendarReminderChoices } from "./calendar-reminder-choices.ts";
import type { EmailKind } from "./email-kinds.ts";
import type { CalendarReminder, Email as EmailRow } from "./queries.ts";
import { findTiming } from "./timings.ts";
import type { Email, UpdatedCalendarReminder } from "./v2-schema.ts";

/** "Reminder Email #1" and #2 are published; the others follow their manner. */
const emailTypes: Readonly<Record<EmailKind, string>> = {
  confirmation: "Confirmation Email",
  "reminder-1": "Reminder Email #1",
  "reminder-2": "Reminder Email #2",
  "reminder-3": "Reminder Email #3",
  "follow-up-attended": "Follow Up Email - Attendees",
  "follow-up-missed": "Follow Up Email - No Shows",
};

/** @param mailFrom the address that all mail is sent from. */
export function presentEmail(email: EmailRow, mailFrom: string): Email {
  const timing = findTiming(email.timing);
  return {
    emailid: email.id,
    emailtype: emailTypes[email.kind as EmailKind],
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

export function presentCalendarReminder(reminder: CalendarReminder): UpdatedCalendarReminder {
  const choice = calendarReminderChoices.find(({ minutesBefore }) => minutesBefore === reminder.minutesBefore);
  return {
    reminder: choice?.word ?? `${reminder.minutesBefore} Minutes`,
    subject: reminder.subject,
    location: reminder.location,
    body: reminder.body,
  };
}
