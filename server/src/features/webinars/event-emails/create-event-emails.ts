import type { Db } from "../../../db/database.ts";
import { eventEmailKinds, eventEmails } from "../../base/outbox/mail-kinds.ts";
import { defaultTextsIn } from "./default-texts.ts";
import { insertCalendarReminder, insertEventEmails } from "./queries.ts";

/** Letters and digits only, as published; people see it before the address. */
const DEFAULT_FROM_LABEL = "Webcast";
const DEFAULT_REMINDER_MINUTES = 15;

/** Gives a new event its six e-mails and its calendar reminder, in its language. */
export async function createEventEmails(
  db: Db,
  { clientId, id, languageCode, isHybrid }: { clientId: number; id: number; languageCode: string; isHybrid: boolean },
): Promise<void> {
  const { emails, calendarReminder } = defaultTextsIn(languageCode, isHybrid);
  const rows = eventEmailKinds.map((kind) => {
    const { initial: timing, isOn: isActivated } = eventEmails[kind].timing;
    return { kind, timing, isActivated, fromLabel: DEFAULT_FROM_LABEL, ...emails[kind] };
  });
  await insertEventEmails(db, clientId, id, rows);
  await insertCalendarReminder(db, clientId, id, { minutesBefore: DEFAULT_REMINDER_MINUTES, ...calendarReminder });
}
