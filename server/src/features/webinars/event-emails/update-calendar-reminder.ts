import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { hasBegun } from "../events/event-phase.ts";
import { findEvent } from "../events/queries.ts";
import { eventEmailChanges } from "./changes.ts";
import { type CalendarReminder, lockCalendarReminder, updateCalendarReminderRow } from "./queries.ts";
import { isBody, isLineWithin, MAX_SUBJECT } from "./update-event-email.ts";

/** What a producer changes of the calendar reminder; absent = stays. */
export interface CalendarReminderUpdate {
  /** Null = no reminder. */
  minutesBefore?: number | null;
  subject?: string;
  location?: string;
  body?: string;
}

const MAX_LOCATION = 250;

/**
 * Changes what is given of an event's calendar reminder, or refuses all of it. Answers the reminder as it is then.
 * Once the event has started its minutes stay as they are; sending the same ones again changes nothing and is no fault.
 */
export async function updateCalendarReminder(
  db: Db,
  place: { clientId: number; eventId: number },
  update: CalendarReminderUpdate,
  context: { actor: string; now: Date },
): Promise<CalendarReminder> {
  const { clientId, eventId } = place;
  return inTransaction(db, async (tx) => {
    const reminder = (await lockCalendarReminder(tx, clientId, eventId)) ?? fail("event.unknown", { eventId });
    checkTexts(update);
    if (Object.keys(update).length === 0) return reminder;
    if (update.minutesBefore !== undefined && update.minutesBefore !== reminder.minutesBefore) {
      const event = (await findEvent(tx, clientId, eventId)) ?? fail("event.unknown", { eventId });
      if (hasBegun(event, context.now)) fail("calendarReminder.locked");
    }
    const changed = await updateCalendarReminderRow(tx, clientId, eventId, update);
    await eventEmailChanges.record(tx, "calendar-reminder.updated", { clientId, eventId, actor: context.actor });
    return changed;
  });
}

function checkTexts({ subject, location, body }: CalendarReminderUpdate): void {
  if (subject !== undefined && !isLineWithin(subject, MAX_SUBJECT))
    fail("eventEmail.fieldInvalid", { field: "subject" });
  if (location !== undefined && !isLineWithin(location, MAX_LOCATION))
    fail("eventEmail.fieldInvalid", { field: "location" });
  if (body !== undefined && !isBody(body)) fail("eventEmail.fieldInvalid", { field: "body" });
}
