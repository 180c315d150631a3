import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { eventTypes } from "../../base/lookups/event-types.ts";
import { type EventCourse, expiresAt, hasBegun, phaseOf, phases } from "./event-phase.ts";
import { eventTimes, timesAfter } from "./event-times.ts";

const MINUTE = 60_000;

function planned(plan: Partial<Parameters<typeof eventTimes>[0]> & Partial<EventCourse> = {}): EventCourse {
  const announced = {
    type: "webcam",
    timeZone: "America/Los_Angeles",
    startsAt: new Date("2026-06-01T16:00:00Z"),
    durationMinutes: 60,
    ...plan,
  };
  const rest = { isArchiveAvailable: true, startedAt: null, endedAt: null };
  return { ...rest, ...announced, ...eventTimes(announced), ...plan };
}

/** The phase at minutes after the announced start. */
function at(event: EventCourse, minutes: number): string {
  return phaseOf(event, new Date(event.startsAt.getTime() + minutes * MINUTE));
}

const YEAR = 365 * 1440;

test("without a producer, a live event follows its announced times; bounds belong to the later phase", () => {
  const event = planned();
  const course = [-16, -15, -1, 0, 59, 60, 89, 90, 89 + YEAR, 90 + YEAR].map((minutes) => at(event, minutes));
  expect(course).toEqual([
    "scheduled",
    "lobby",
    "lobby",
    "live",
    "live",
    "ended",
    "ended",
    "on-demand",
    "on-demand",
    "expired",
  ]);
});

test("a producer's start makes it live earlier, be it before the lobby would have opened", () => {
  const early = planned({ startedAt: new Date("2026-06-01T15:55:00Z") });
  expect([-6, -5, 0].map((minutes) => at(early, minutes))).toEqual(["lobby", "live", "live"]);
  const first = planned({ startedAt: new Date("2026-06-01T15:20:00Z") });
  expect([-41, -40, -15].map((minutes) => at(first, minutes))).toEqual(["scheduled", "live", "live"]);
});

test("a webinar that a producer started goes on until it is ended, or four hours too long", () => {
  const forgotten = planned({ startedAt: new Date("2026-06-01T16:02:00Z") });
  expect([1, 61, 91, 299, 300].map((minutes) => at(forgotten, minutes))).toEqual([
    "live",
    "live",
    "live",
    "live",
    "on-demand",
  ]);
});

test.each([
  ["early", 20],
  ["late", 100],
])("ended %s, it is over then, and its archive follows", (_when, minutes) => {
  const endedAt = new Date(Date.UTC(2026, 5, 1, 16, minutes));
  const startedAt = new Date("2026-06-01T16:00:00Z");
  const event = planned({ startedAt, endedAt, ...timesAfter("America/Los_Angeles", endedAt) });
  const course = [minutes - 1, minutes, minutes + 29, minutes + 30].map((after) => at(event, after));
  expect(course).toEqual(["live", "ended", "ended", "on-demand"]);
});

test("without an archive, an event expires where the archive would have begun", () => {
  const event = planned({ isArchiveAvailable: false });
  expect([59, 60, 89, 90].map((minutes) => at(event, minutes))).toEqual(["live", "ended", "ended", "expired"]);
  expect(expiresAt(event)).toEqual(event.archiveStartsAt);
  expect(expiresAt(planned())).toEqual(planned().archiveEndsAt);
});

test("an on-demand webinar is there from its start and never live", () => {
  const event = planned({ type: "ondemand" });
  expect([-1, 0, YEAR - 1, YEAR].map((minutes) => at(event, minutes))).toEqual([
    "scheduled",
    "on-demand",
    "on-demand",
    "expired",
  ]);
  expect(event.liveStartsAt).toEqual(event.liveEndsAt);
  expect(at(planned({ type: "ondemand", isArchiveAvailable: false }), 0)).toBe("expired");
});

test.each(["simulive", "sim2live"])("%s begins and ends by itself as announced", (type) => {
  expect([-15, 0, 60].map((minutes) => at(planned({ type }), minutes))).toEqual(["lobby", "live", "ended"]);
});

test.each(["video", "pdf", "webpage", "article", "image", "podcast", "Engagement Hub"])(
  "%s is there from its start on and does not run out",
  (type) => {
    expect([-1, 0, 50 * YEAR].map((minutes) => at(planned({ type }), minutes))).toEqual([
      "scheduled",
      "on-demand",
      "on-demand",
    ]);
  },
);

test("the published times: 8:45, 10:00, 10:30, and the same a year later", () => {
  const timeZone = "America/Los_Angeles";
  const startsAt = DateTime.fromObject({ year: 2017, month: 12, day: 20, hour: 9 }, { zone: timeZone }).toJSDate();
  const times = eventTimes({ type: "webcam", timeZone, startsAt, durationMinutes: 60 });
  const local = (instant: Date) => DateTime.fromJSDate(instant, { zone: timeZone }).toFormat("MM/dd/yyyy hh:mm a");
  expect(Object.values(times).map(local)).toEqual([
    "12/20/2017 08:45 AM",
    "12/20/2017 10:00 AM",
    "12/20/2017 10:30 AM",
    "12/20/2018 10:30 AM",
  ]);
});

// Starts half an hour before a change of clocks (where the zone has any), so that the webinar runs through it.
test.each([
  ["America/Los_Angeles", "2026-03-08T01:30", "2026-03-08T03:30", "2027-03-08T04:00"],
  ["America/Los_Angeles", "2026-11-01T01:30-07:00", "2026-11-01T01:30", "2027-11-01T02:00"],
  ["Europe/Berlin", "2026-03-29T01:30", "2026-03-29T03:30", "2027-03-29T04:00"],
  ["Europe/Berlin", "2026-10-25T02:30+02:00", "2026-10-25T02:30", "2027-10-25T03:00"],
  ["Australia/Lord_Howe", "2026-04-05T01:30", "2026-04-05T02:00", "2027-04-05T02:30"],
  ["Australia/Lord_Howe", "2026-10-04T01:30", "2026-10-04T03:00", "2027-10-04T03:30"],
  ["America/Santiago", "2026-09-05T23:30", "2026-09-06T01:30", "2027-09-06T02:00"],
  ["Asia/Kathmandu", "2026-03-29T01:30", "2026-03-29T02:30", "2027-03-29T03:00"],
  ["UTC", "2026-03-29T01:30", "2026-03-29T02:30", "2027-03-29T03:00"],
])(
  "%s, from %s: 60 minutes are 60 minutes, and the archive ends at the time of day it began",
  (zone, from, end, until) => {
    const start = DateTime.fromISO(from, { zone });
    const times = eventTimes({ type: "fav", timeZone: zone, startsAt: start.toJSDate(), durationMinutes: 60 });
    const local = (instant: Date) => DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
    expect(times.liveEndsAt.getTime() - start.toMillis()).toBe(60 * MINUTE);
    expect(start.toMillis() - times.liveStartsAt.getTime()).toBe(15 * MINUTE);
    expect(times.archiveStartsAt.getTime() - times.liveEndsAt.getTime()).toBe(30 * MINUTE);
    expect([local(times.liveEndsAt), local(times.archiveEndsAt)]).toEqual([end, until]);
    const event = planned({ type: "fav", timeZone: zone, startsAt: start.toJSDate() });
    expect([-15, 0, 59, 60, 90].map((minutes) => at(event, minutes))).toEqual([
      "lobby",
      "live",
      "live",
      "ended",
      "on-demand",
    ]);
  },
);

const zones = [
  "America/Los_Angeles",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/Santiago",
  "UTC",
];
const day = 1440 * MINUTE;
const someTime = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
const somewhen = fc.option(someTime, { nil: null });

/** Any event, also one whose times no producer would choose. */
const events = fc
  .record({
    type: fc.constantFrom(...eventTypes.map(({ value }) => value)),
    timeZone: fc.constantFrom(...zones),
    startsAt: someTime,
    durationMinutes: fc.integer({ min: 1, max: 2000 }),
    isArchiveAvailable: fc.boolean(),
    startedAt: somewhen,
    endedAt: somewhen,
  })
  .map((event) => planned(event));

test("phases only move forward as the clock runs, whatever the event's times are", () => {
  fc.assert(
    fc.property(events, fc.array(someTime, { minLength: 2, maxLength: 30 }), (event, clock) => {
      const own = [event.startsAt, event.liveEndsAt, event.archiveStartsAt, event.archiveEndsAt];
      const instants = [...clock, ...own].sort((a, b) => a.getTime() - b.getTime());
      const ranks = instants.map((instant) => phases.indexOf(phaseOf(event, instant)));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(ranks).not.toContain(-1);
    }),
  );
});

test("every event is scheduled long before and expired long after, and has begun in between", () => {
  fc.assert(
    fc.property(events, (event) => {
      const before = new Date(Math.min(event.startsAt.getTime(), event.startedAt?.getTime() ?? Infinity) - day);
      expect(phaseOf(event, before)).toBe("scheduled");
      expect(hasBegun(event, before)).toBe(false);
      expect(hasBegun(event, event.startsAt)).toBe(true);
      expect(phaseOf(event, expiresAt(event))).toBe("expired");
      expect(phaseOf(event, new Date(expiresAt(event).getTime() - 1))).not.toBe("expired");
    }),
  );
});

test("an archive of 365 days ends at the time of day it began, in every zone on any day", () => {
  const times = fc.record({ timeZone: fc.constantFrom(...zones), startsAt: someTime });
  fc.assert(
    fc.property(times, (plan) => {
      const { archiveStartsAt, archiveEndsAt } = eventTimes({ type: "fav", durationMinutes: 60, ...plan });
      const start = DateTime.fromJSDate(archiveStartsAt, { zone: plan.timeZone });
      const end = DateTime.fromJSDate(archiveEndsAt, { zone: plan.timeZone });
      // A time of day that clocks skip on the last day is met as late as it can be: half an hour or an hour after.
      const late = (end.hour - start.hour) * 60 + end.minute - start.minute;
      expect([0, 30, 60]).toContain(late);
      expect(Math.round((archiveEndsAt.getTime() - archiveStartsAt.getTime()) / day)).toBe(365);
    }),
  );
});
