import { fail } from "../../../errors.ts";
import { findFlag } from "../../../http/flags.ts";
import { type Fields, one, oneEmail } from "../../../http/forms.ts";
import { parseLiveStart } from "../../../http/v2/dates.ts";
import { findTimingByWord, type TimingKey } from "../../base/outbox/timings.ts";
import { calendarReminderChoices } from "./calendar-reminder-choices.ts";
import type { CalendarReminderUpdate } from "./update-calendar-reminder.ts";
import type { EventEmailUpdate } from "./update-event-email.ts";

/** @param timeZone the event's, for a goodafter without an offset in the US format. */
export function readEventEmailUpdate(form: Fields, timeZone: string): EventEmailUpdate {
  return withoutUndefined({
    isActivated: readActivated(form),
    timing: readTiming(form),
    customAt: readSendTime(form, timeZone),
    fromLabel: one(form, "fromlabel"),
    replyTo: oneEmail(form, "replyto"),
    subject: one(form, "subject"),
    body: one(form, "body"),
  });
}

export function readCalendarReminderUpdate(form: Fields): CalendarReminderUpdate {
  return withoutUndefined({
    minutesBefore: readReminder(form),
    subject: one(form, "subject"),
    location: one(form, "location"),
    body: one(form, "body"),
  });
}

/** Y or N in any of their spellings; a switch that is written must not be taken for not sent, as in a filter. */
function readActivated(form: Fields): boolean | undefined {
  if (one(form, "activated") === undefined) return undefined;
  return findFlag(form, "activated") ?? fail("parameter.invalid", { name: "activated" });
}

function readTiming(form: Fields): TimingKey | undefined {
  const word = one(form, "whentosend");
  if (word === undefined) return undefined;
  return findTimingByWord(word)?.key ?? fail("parameter.invalid", { name: "whentosend" });
}

function readSendTime(form: Fields, timeZone: string): Date | undefined {
  const text = one(form, "goodafter");
  if (text === undefined) return undefined;
  return parseLiveStart(text, timeZone) ?? fail("parameter.invalid", { name: "goodafter" });
}

function readReminder(form: Fields): number | null | undefined {
  const wanted = one(form, "reminder")?.trim().toLowerCase();
  if (wanted === undefined) return undefined;
  const choice = calendarReminderChoices.find(({ word }) => word.toLowerCase() === wanted);
  return choice ? choice.minutesBefore : fail("parameter.invalid", { name: "reminder" });
}

function withoutUndefined<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
