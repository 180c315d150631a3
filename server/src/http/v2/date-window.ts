import { DateTime } from "luxon";
import { fail } from "../../errors.ts";
import { type Fields, one } from "../forms.ts";
import { PACIFIC, parseDateParam } from "./dates.ts";

/** Both bounds belong to the window; a missing one leaves that side open. */
export interface DateWindow {
  from?: Date;
  to?: Date;
}

export interface DateWindowOptions {
  now: Date;
  /**
   * What counts where the caller names no date: "none" leaves the window open, `days` reaches that many days back from
   * its end. The end is the end of today unless `openEnded`, as lists of things still to come want it. `minutes` reaches
   * that many minutes back from its end, which is now.
   */
  defaults: "none" | { days: number; openEnded?: boolean } | { minutes: number };
  /** The longest window, in minutes, and its last second whole; or in months or days of the calendar, the last day whole. */
  maxMinutes?: number;
  maxMonths?: number;
  maxDays?: number;
  isKnownTimeZone(zone: string): boolean;
}

/**
 * Reads the time window of a list: `startdate` and `enddate`, or the rolling `dateinterval` with `dateintervaloffset` and
 * `dateintervaltimezone`. The rolling window is whole days of its zone: `dateinterval` of them, the last one the day that
 * lies `dateintervaloffset` days before today (0: today itself). A start without an end reaches to the end of today, or
 * stays open when it lies in the future. Refuses dates.format, dates.order, dates.range and the four interval.* codes.
 */
export function readDateWindow(query: Fields, options: DateWindowOptions): DateWindow {
  const startText = one(query, "startdate");
  const endText = one(query, "enddate");
  const rolling = readRollingWindow(query, options, startText !== undefined || endText !== undefined);
  if (rolling) return rolling;
  const start = startText === undefined ? undefined : parseDateParam(startText, "start");
  const end = endText === undefined ? undefined : wholeSecond(parseDateParam(endText, "end"));
  if (start && end && end < start) fail("dates.order");
  const window = withDefaults(start, end, options);
  checkLength(window, options);
  return window;
}

/** Answers carry seconds, so the people of a second belong together: a bound read in seconds reaches to its end. */
function wholeSecond(end: Date): Date {
  return end.getUTCMilliseconds() === 0 ? new Date(end.getTime() + 999) : end;
}

function withDefaults(
  start: Date | undefined,
  end: Date | undefined,
  { now, defaults }: DateWindowOptions,
): DateWindow {
  if (defaults === "none") return { ...(start && { from: start }), ...(end && { to: end }) };
  if ("minutes" in defaults) {
    const to = end ?? now;
    return { from: start ?? DateTime.fromJSDate(to).minus(defaults).toJSDate(), to };
  }
  const today = DateTime.fromJSDate(now, { zone: PACIFIC });
  const isOpen = defaults.openEnded === true || (start !== undefined && start > now);
  const to = end ?? (isOpen ? undefined : today.endOf("day").toJSDate());
  const lastDay = end ? DateTime.fromJSDate(end, { zone: PACIFIC }) : today;
  const from = start ?? lastDay.minus({ days: defaults.days }).startOf("day").toJSDate();
  return { from, ...(to && { to }) };
}

function checkLength({ from, to }: DateWindow, { now, maxMinutes, maxMonths, maxDays }: DateWindowOptions): void {
  if (!from) return;
  // A window without an end is as long as the time that has passed in it.
  const last = to ?? now;
  if (maxMinutes !== undefined && last.getTime() - from.getTime() > maxMinutes * 60_000 + 999)
    fail("dates.range", { range: `${maxMinutes} minutes` });
  const first = DateTime.fromJSDate(from, { zone: PACIFIC });
  const isTooLong = (limit: DateTime) => last.getTime() > limit.endOf("day").toMillis();
  if (maxMonths !== undefined && isTooLong(first.plus({ months: maxMonths })))
    fail("dates.range", { range: `${maxMonths} months` });
  if (maxDays !== undefined && isTooLong(first.plus({ days: maxDays })))
    fail("dates.range", { range: `${maxDays} days` });
}

function readRollingWindow(
  query: Fields,
  options: DateWindowOptions,
  hasDates: boolean,
): Required<DateWindow> | undefined {
  const daysText = one(query, "dateinterval");
  const offsetText = one(query, "dateintervaloffset");
  const zoneText = one(query, "dateintervaltimezone");
  if (daysText === undefined && offsetText === undefined && zoneText === undefined) return undefined;
  if (hasDates) fail("interval.withDates");
  if (daysText === undefined) fail("interval.missing");
  const days = /^\d{1,3}$/.test(daysText) ? Number(daysText) : 0;
  if (days < 1 || days > 180) fail("interval.range");
  // Five digits reach back 273 years; a negative offset looks ahead, which lists of events can use.
  if (offsetText !== undefined && !/^-?\d{1,5}$/.test(offsetText)) fail("interval.offset");
  const zone = readZone(zoneText, options);
  const lastDay = DateTime.fromJSDate(options.now, { zone }).minus({ days: Number(offsetText ?? 0) });
  const firstDay = lastDay.minus({ days: days - 1 });
  return { from: firstDay.startOf("day").toJSDate(), to: lastDay.endOf("day").toJSDate() };
}

/** No zone has a space in its name, so one was the `+` of Etc/GMT+8 before the query was decoded. */
function readZone(text: string | undefined, { isKnownTimeZone }: DateWindowOptions): string {
  const zone = text?.replaceAll(" ", "+") ?? PACIFIC;
  return isKnownTimeZone(zone) ? zone : fail("interval.timeZone");
}
