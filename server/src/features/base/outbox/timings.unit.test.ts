import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { type EventClock, findTimingByWord, sendAt, timings } from "./timings.ts";

function clock(start: string, zone: string, durationMinutes = 60): EventClock {
  const startsAt = DateTime.fromISO(start, { zone }).toJSDate();
  const liveEndsAt = new Date(startsAt.getTime() + durationMinutes * 60_000);
  return { startsAt, startedAt: null, liveEndsAt, endedAt: null, timeZone: zone };
}

function due(timing: string, event: EventClock): string | null | undefined {
  const at = sendAt({ timing, customAt: null }, event);
  return at && DateTime.fromJSDate(at, { zone: event.timeZone }).toFormat("yyyy-MM-dd HH:mm ZZ");
}

const published = `2 Weeks Before Event|1 Week Before Event|5 Days Before Event|Days Before Event|2 Days Before Event|
1 Day Before Event|12 Hours Before Event|6 Hours Before Event|5 Hours Before Event|4 Hours Before Event|
3 Hours Before Event|2 Hours Before Event|1 Hour Before Event|30 Minutes Before Event|15 Minutes Before Event|
1 Hour After Event|2 Hours After Event|3 Hours After Event|4 Hours After Event|5 Hours After Event|6 Hours After Event|
12 Hours After Event|1 Day After Event|2 Days After Event|3 Days After Event|5 Days After Event|1 Week After Event|
2 Weeks After Event|When Event Starts|Custom Date And Time`
  .split("|")
  .map((word) => word.trim());

test("every published word is understood, in any letter case, and each means something else", () => {
  const meant = published.map((word) => findTimingByWord(word)?.key);
  expect(meant).toEqual(timings.map(({ key }) => key));
  expect(published.map((word) => findTimingByWord(word.toUpperCase())?.key)).toEqual(meant);
  expect(new Set(meant).size).toBe(published.length);
  expect(findTimingByWord("3 Days Before Event")?.key).toBe("3-days-before");
  expect(findTimingByWord("Custom Date and Time")?.key).toBe("custom");
  expect(findTimingByWord("4 Days Before Event")).toBeUndefined();
});

test("every word counts what it says", () => {
  const event = clock("2027-06-15T09:00", "Europe/Paris");
  const minutesOf = { Weeks: 10_080, Week: 10_080, Days: 1440, Day: 1440, Hours: 60, Hour: 60, Minutes: 1 };
  for (const { word, key, anchor } of timings) {
    const [, count, unit] = /^(\d+) (\w+)/.exec(word) ?? [];
    if (count === undefined) continue;
    const minutes = Number(count) * minutesOf[unit as keyof typeof minutesOf];
    const from = anchor === "before" ? event.startsAt : event.liveEndsAt;
    const at = from.getTime() + (anchor === "before" ? -1 : 1) * minutes * 60_000;
    expect([word, sendAt({ timing: key, customAt: null }, event)?.getTime()]).toEqual([word, at]);
  }
});

test("a confirmation follows the registration, a custom time is itself, a start by hand counts", () => {
  const event = clock("2027-06-15T09:00", "Europe/Paris");
  const customAt = new Date("2027-06-01T00:00:00Z");
  expect(sendAt({ timing: "at-registration", customAt: null }, event)).toBeUndefined();
  expect(sendAt({ timing: "custom", customAt }, event)).toEqual(customAt);
  expect(due("when-event-starts", event)).toBe("2027-06-15 09:00 +02:00");
  const byHand = { ...event, startedAt: new Date("2027-06-15T06:55Z"), endedAt: new Date("2027-06-15T08:30Z") };
  expect(due("when-event-starts", byHand)).toBe("2027-06-15 08:55 +02:00");
  expect(due("when-event-starts", { ...byHand, startedAt: new Date("2027-06-15T07:05Z") })).toBe(
    "2027-06-15 09:00 +02:00",
  );
  expect(due("15-minutes-before", byHand)).toBe("2027-06-15 08:45 +02:00");
  expect(due("1-hour-after", byHand)).toBe("2027-06-15 11:30 +02:00");
  expect(() => sendAt({ timing: "some-day", customAt: null }, event)).toThrow("some-day");
});

// Clocks change on the night before: a day is 23 or 25 hours, hours stay hours.
test.each([
  ["America/Los_Angeles", "2027-03-14T09:00", "1-day-before", "2027-03-13 09:00 -08:00"],
  ["America/Los_Angeles", "2027-03-14T09:00", "12-hours-before", "2027-03-13 20:00 -08:00"],
  ["America/Los_Angeles", "2027-11-07T09:00", "1-day-before", "2027-11-06 09:00 -07:00"],
  ["America/Los_Angeles", "2027-11-07T09:00", "12-hours-before", "2027-11-06 22:00 -07:00"],
  ["Europe/Berlin", "2027-03-28T10:00", "1-week-before", "2027-03-21 10:00 +01:00"],
  ["Europe/Berlin", "2027-10-30T10:00", "2-days-after", "2027-11-01 11:00 +01:00"],
  ["Europe/Berlin", "2027-10-30T22:00", "6-hours-after", "2027-10-31 04:00 +01:00"],
  ["Australia/Lord_Howe", "2027-10-03T12:00", "1-day-before", "2027-10-02 12:00 +10:30"],
  ["Australia/Lord_Howe", "2027-10-03T12:00", "12-hours-before", "2027-10-02 23:30 +10:30"],
  ["Asia/Kolkata", "2027-03-14T09:00", "2-weeks-before", "2027-02-28 09:00 +05:30"],
  // Skipped: an hour later. Doubled: on the clock that the event itself has.
  ["America/New_York", "2027-03-15T02:30", "1-day-before", "2027-03-14 03:30 -04:00"],
  ["America/New_York", "2027-11-08T01:30", "1-day-before", "2027-11-07 01:30 -05:00"],
  ["America/New_York", "2027-11-06T00:30", "1-day-after", "2027-11-07 01:30 -04:00"],
])("%s, %s, %s: %s", (zone, start, timing, expected) => {
  expect(due(timing, clock(start, zone))).toBe(expected);
});

test("before is never after the start, after never before the end, whatever the zone and day", () => {
  const zones = fc.constantFrom("America/Sao_Paulo", "Europe/London", "Africa/Cairo", "Asia/Tokyo", "Pacific/Chatham");
  const starts = fc.date({ min: new Date("2015-01-01Z"), max: new Date("2040-01-01Z"), noInvalidDate: true });
  fc.assert(
    fc.property(zones, starts, fc.constantFrom(...timings), (timeZone, startsAt, { key, anchor }) => {
      const liveEndsAt = new Date(startsAt.getTime() + 3_600_000);
      const at = sendAt(
        { timing: key, customAt: null },
        { startsAt, startedAt: null, liveEndsAt, endedAt: null, timeZone },
      );
      if (anchor === "before") expect(at?.getTime()).toBeLessThan(startsAt.getTime());
      if (anchor === "after") expect(at?.getTime()).toBeGreaterThan(liveEndsAt.getTime());
    }),
  );
});
