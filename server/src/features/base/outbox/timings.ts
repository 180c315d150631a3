import { DateTime, type DurationLikeObject } from "luxon";

/** What a mail's time is counted from; "custom" is a time of the producer's own. */
export type Anchor = "before" | "start" | "after" | "custom";

interface TimingRow<Key extends string> {
  readonly key: Key;
  /** As published; read in any letter case. */
  readonly word: string;
  readonly anchor: Anchor;
  readonly offset: DurationLikeObject;
}

/** Every published timing: the word on the wire, the key in the table, and the time it stands for. */
export const timings = [
  row("2-weeks-before", "2 Weeks Before Event", "before", { weeks: -2 }),
  row("1-week-before", "1 Week Before Event", "before", { weeks: -1 }),
  row("5-days-before", "5 Days Before Event", "before", { days: -5 }),
  row("3-days-before", "3 Days Before Event", "before", { days: -3 }),
  row("2-days-before", "2 Days Before Event", "before", { days: -2 }),
  row("1-day-before", "1 Day Before Event", "before", { days: -1 }),
  row("12-hours-before", "12 Hours Before Event", "before", { hours: -12 }),
  row("6-hours-before", "6 Hours Before Event", "before", { hours: -6 }),
  row("5-hours-before", "5 Hours Before Event", "before", { hours: -5 }),
  row("4-hours-before", "4 Hours Before Event", "before", { hours: -4 }),
  row("3-hours-before", "3 Hours Before Event", "before", { hours: -3 }),
  row("2-hours-before", "2 Hours Before Event", "before", { hours: -2 }),
  row("1-hour-before", "1 Hour Before Event", "before", { hours: -1 }),
  row("30-minutes-before", "30 Minutes Before Event", "before", { minutes: -30 }),
  row("15-minutes-before", "15 Minutes Before Event", "before", { minutes: -15 }),
  row("1-hour-after", "1 Hour After Event", "after", { hours: 1 }),
  row("2-hours-after", "2 Hours After Event", "after", { hours: 2 }),
  row("3-hours-after", "3 Hours After Event", "after", { hours: 3 }),
  row("4-hours-after", "4 Hours After Event", "after", { hours: 4 }),
  row("5-hours-after", "5 Hours After Event", "after", { hours: 5 }),
  row("6-hours-after", "6 Hours After Event", "after", { hours: 6 }),
  row("12-hours-after", "12 Hours After Event", "after", { hours: 12 }),
  row("1-day-after", "1 Day After Event", "after", { days: 1 }),
  row("2-days-after", "2 Days After Event", "after", { days: 2 }),
  row("3-days-after", "3 Days After Event", "after", { days: 3 }),
  row("5-days-after", "5 Days After Event", "after", { days: 5 }),
  row("1-week-after", "1 Week After Event", "after", { weeks: 1 }),
  row("2-weeks-after", "2 Weeks After Event", "after", { weeks: 2 }),
  row("when-event-starts", "When Event Starts", "start", {}),
  // The published list has "Custom Date And Time", every published answer this.
  row("custom", "Custom Date and Time", "custom", {}),
];

function row<const Key extends string>(
  key: Key,
  word: string,
  anchor: Anchor,
  offset: DurationLikeObject,
): TimingRow<Key> {
  return { key, word, anchor, offset };
}

export type Timing = (typeof timings)[number];

/** The timing of a confirmation, which has no word: it goes out with the registration. */
export const AT_REGISTRATION = "at-registration";

export type TimingKey = Timing["key"] | typeof AT_REGISTRATION;

/** The published list has lost the number of this one. */
const THREE_DAYS_MISPRINT = "days before event";

export function findTimingByWord(word: string): Timing | undefined {
  const wanted = word.trim().toLowerCase();
  const meant = wanted === THREE_DAYS_MISPRINT ? "3 days before event" : wanted;
  return timings.find((timing) => timing.word.toLowerCase() === meant);
}

/** Undefined for a confirmation. */
export function findTiming(key: string): Timing | undefined {
  const timing = timings.find((one) => one.key === key);
  if (!timing && key !== AT_REGISTRATION) throw new Error(`No timing is called ${key}`);
  return timing;
}

export interface EventClock {
  /** The announced start. */
  readonly startsAt: Date;
  /** When the producer started by hand, which counts when it was earlier. */
  readonly startedAt: Date | null;
  readonly liveEndsAt: Date;
  /** When the producer ended by hand, early or late. */
  readonly endedAt: Date | null;
  readonly timeZone: string;
}

/**
 * When a mail is due; undefined for a confirmation, which follows the registration. "Before" counts from the announced
 * start, "after" from the end as it came. Days and weeks are days of the calendar in the event's zone, so that a webinar
 * at nine is announced at nine across a change of the clocks too; hours and minutes are passing time.
 */
export function sendAt(email: { timing: string; customAt: Date | null }, event: EventClock): Date | undefined {
  const timing = findTiming(email.timing);
  if (!timing) return undefined;
  if (timing.anchor === "custom") return email.customAt ?? undefined;
  const from = {
    before: event.startsAt,
    start: event.startedAt && event.startedAt < event.startsAt ? event.startedAt : event.startsAt,
    after: event.endedAt ?? event.liveEndsAt,
  };
  return DateTime.fromJSDate(from[timing.anchor], { zone: event.timeZone }).plus(timing.offset).toJSDate();
}
