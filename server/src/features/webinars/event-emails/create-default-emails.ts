import type { Db } from "../../../db/database.ts";
import { type EmailKind, emailKinds } from "../../base/outbox/email-kinds.ts";
import { AT_REGISTRATION, type TimingKey } from "../../base/outbox/timings.ts";
import { defaultTextsIn } from "./default-texts.ts";
import { insertCalendarReminder, insertEmails } from "./queries.ts";

/** Letters and digits only, as published; people see it before the address. */
const DEFAULT_FROM_LABEL = "Webcast";
const DEFAULT_REMINDER_MINUTES = 15;

/** Follow-ups are off: nothing goes out after the event that its producer has not looked at. */
const plan: Readonly<Record<EmailKind, { timing: TimingKey; isActivated: boolean }>> = {
  confirmation: { timing: AT_REGISTRATION, isActivated: true },
  "reminder-1": { timing: "1-day-before", isActivated: true },
  "reminder-2": { timing: "1-hour-before", isActivated: true },
  "reminder-3": { timing: "15-minutes-before", isActivated: false },
  "follow-up-attended": { timing: "1-day-after", isActivated: false },
  "follow-up-missed": { timing: "1-day-after", isActivated: false },
};

/** Gives a new event its six e-mails and its calendar reminder, in its language. */
export async function createDefaultEmails(
  db: Db,
  { clientId, id, languageCode }: { clientId: number; id: number; languageCode: string },
): Promise<void> {
  const { emails, calendarReminder } = defaultTextsIn(languageCode);
  const rows = emailKinds.map((kind) => ({ kind, ...plan[kind], fromLabel: DEFAULT_FROM_LABEL, ...emails[kind] }));
  await insertEmails(db, clientId, id, rows);
  await insertCalendarReminder(db, clientId, id, { minutesBefore: DEFAULT_REMINDER_MINUTES, ...calendarReminder });
}
