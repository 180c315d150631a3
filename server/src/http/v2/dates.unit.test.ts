import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../errors.ts";
import { formatEventLocal, formatPacific, PACIFIC, parseDateParam, parseLiveStart } from "./dates.ts";

const century = { min: new Date("1990-01-01T00:00:00Z"), max: new Date("2100-12-31T23:59:59Z"), noInvalidDate: true };

function refusalCode(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe("formatPacific", () => {
  test("summer and winter", () => {
    expect(formatPacific(new Date("2015-05-19T18:01:42.999Z"))).toBe("2015-05-19T11:01:42-07:00");
    expect(formatPacific(new Date("2024-01-01T07:59:59Z"))).toBe("2023-12-31T23:59:59-08:00");
  });

  test("agrees with Luxon, far from and around the changes of the clocks", () => {
    const changes = Array.from({ length: 110 }, (_, year) => [
      Date.UTC(1990 + year, 2, 11),
      Date.UTC(1990 + year, 10, 4),
    ]).flat();
    const nearChange = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -14 * 86_400_000, max: 14 * 86_400_000 }))
      .map(([change, distance]) => new Date(change + distance));
    fc.assert(
      fc.property(fc.oneof(fc.date(century), nearChange), (instant) => {
        const luxon = DateTime.fromJSDate(instant, { zone: PACIFIC }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
        expect(formatPacific(instant)).toBe(luxon);
      }),
      { numRuns: 30_000 },
    );
  });
});

describe("parseDateParam", () => {
  test.each([
    ["2015-05-19", "2015-05-19T00:00:00-07:00", "2015-05-19T23:59:59-07:00"],
    ["19-05-2015", "2015-05-19T00:00:00-07:00", "2015-05-19T23:59:59-07:00"],
    ["2024-02-29", "2024-02-29T00:00:00-08:00", "2024-02-29T23:59:59-08:00"],
    ["0001-01-01", "0001-01-01T00:00:00-07:52:58", "0001-01-01T23:59:59-07:52:58"],
  ])("%s is a day, from its first second to its last", (text, start, end) => {
    const instant = (iso: string) => DateTime.fromISO(iso.slice(0, 19), { zone: PACIFIC }).toMillis();
    expect(parseDateParam(text, "start").getTime()).toBe(instant(start));
    expect(parseDateParam(text, "end").getTime()).toBe(instant(end));
  });

  test.each([
    ["2015-05-19T11:01:42", "2015-05-19T18:01:42.000Z"],
    ["2015-05-19T11:01:42.5", "2015-05-19T18:01:42.500Z"],
    ["2015-05-19T11:01:42+02:00", "2015-05-19T09:01:42.000Z"],
    ["2015-05-19T11:01:42 02:00", "2015-05-19T09:01:42.000Z"],
    ["2015-05-19T11:01:42-07:00", "2015-05-19T18:01:42.000Z"],
    ["2015-05-19T11:01:42+05:45", "2015-05-19T05:16:42.000Z"],
    ["2015-05-19T11:01:42Z", "2015-05-19T11:01:42.000Z"],
    ["2015-05-19T11:01:42.1234567Z", "2015-05-19T11:01:42.123Z"],
    ["2024-03-10T01:59:59", "2024-03-10T09:59:59.000Z"],
    ["2024-03-10T03:00:00", "2024-03-10T10:00:00.000Z"],
    ["2024-03-10T02:30:00-08:00", "2024-03-10T10:30:00.000Z"],
  ])("%s is %s", (text, iso) => {
    expect(parseDateParam(text, "start").toISOString()).toBe(iso);
    expect(parseDateParam(text, "end").toISOString()).toBe(iso);
  });

  test("an hour that comes twice lies inside a range that starts or ends in it", () => {
    expect(parseDateParam("2024-11-03T01:30:00", "start").toISOString()).toBe("2024-11-03T08:30:00.000Z");
    expect(parseDateParam("2024-11-03T01:30:00", "end").toISOString()).toBe("2024-11-03T09:30:00.000Z");
  });

  test.each([
    "",
    " ",
    "today",
    "2024-02-30",
    "2023-02-29",
    "30-02-2024",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "0000-01-01",
    "2024-1-1",
    "24-01-01",
    "2024/01/01",
    "01/02/2024",
    "2024-03-10T02:00:00",
    "2024-03-10T02:59:59",
    "2024-01-01T24:00:00",
    "2024-01-01T10:60:00",
    "2024-01-01T10:00:60",
    "2024-01-01T10:00",
    "2024-01-01 10:00:00",
    "2024-01-01T10:00:00+25:00",
    "2024-01-01T10:00:00+02:60",
    "2024-01-01T10:00:00+0200",
    "2024-01-01T10:00:00X",
    "2024-01-01\n",
    "1704067200",
    "NaN",
    "99999-01-01",
    "2024-01-01T10:00:00.Z",
    "-2024-01-01",
    "２０２４-01-01",
  ])("%j is refused", (text) => {
    expect(refusalCode(() => parseDateParam(text, "start"))).toBe("dates.format");
    expect(refusalCode(() => parseDateParam(text, "end"))).toBe("dates.format");
  });

  test("reads what formatPacific writes, and what JavaScript writes", () => {
    fc.assert(
      fc.property(fc.date(century), (instant) => {
        const seconds = Math.floor(instant.getTime() / 1000) * 1000;
        expect(parseDateParam(formatPacific(instant), "end").getTime()).toBe(seconds);
        expect(parseDateParam(instant.toISOString(), "start")).toEqual(instant);
      }),
    );
  });

  test("whatever arrives, the answer is a date or dates.format", () => {
    const nearlyDates = fc.stringMatching(/^\d{2,4}-\d\d-\d{2,4}(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+ -]\d\d:\d\d)?)?$/);
    fc.assert(
      fc.property(fc.oneof(nearlyDates, fc.string()), fc.constantFrom("start", "end"), (text, edge) => {
        const code = refusalCode(() => expect(parseDateParam(text, edge).getTime()).not.toBeNaN());
        expect([undefined, "dates.format"]).toContain(code);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("parseLiveStart", () => {
  test.each([
    ["08/26/2016 09:00 AM", "Europe/Berlin", "2016-08-26T07:00:00.000Z"],
    ["08/26/2016 12:30 am", "America/New_York", "2016-08-26T04:30:00.000Z"],
    ["8/6/2016 9:05PM", "Asia/Kolkata", "2016-08-06T15:35:00.000Z"],
    [" 08/26/2016 12:00 PM ", "UTC", "2016-08-26T12:00:00.000Z"],
    ["2016-08-26T09:00:00", "Europe/Berlin", "2016-08-26T16:00:00.000Z"],
    ["2016-08-26T09:00:00-07:00", "Europe/Berlin", "2016-08-26T16:00:00.000Z"],
    ["2016-08-26T09:00:00 02:00", "Europe/Berlin", "2016-08-26T07:00:00.000Z"],
    ["2016-08-26T09:00:00.000Z", "Europe/Berlin", "2016-08-26T09:00:00.000Z"],
    ["Wed Apr 04 2018 16:12:41 GMT+0200 (CEST)", "UTC", "2018-04-04T14:12:41.000Z"],
    ["Wed Apr 04 2018 16:12:41 GMT 0200 (CEST) )", "UTC", "2018-04-04T14:12:41.000Z"],
    ["Wed Apr 04 2018 16:12:41 GMT-0700", "UTC", "2018-04-04T23:12:41.000Z"],
  ])("%j in %s is %s", (text, timeZone, iso) => {
    expect(parseLiveStart(text, timeZone)?.toISOString()).toBe(iso);
  });

  test.each([
    "",
    "soon",
    "2016-08-26",
    "26/08/2016 09:00 AM",
    "02/30/2016 09:00 AM",
    "08/26/2016 00:30 AM",
    "08/26/2016 13:00 PM",
    "08/26/2016 09:60 AM",
    "08/26/2016 09:00",
    "03/13/2016 02:30 AM",
    "Wed Feb 30 2018 16:12:41 GMT+0200",
    "Wed Apr 04 2018 16:12:41",
    "Wed Apr 04 2018 16:12:41 GMT+9900",
  ])("%j is no start", (text) => {
    expect(parseLiveStart(text, "America/New_York")).toBeUndefined();
  });

  test("reads what formatEventLocal writes, in any zone", () => {
    const zones = fc.constantFrom(
      PACIFIC,
      "Europe/London",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "Etc/GMT+12",
    );
    fc.assert(
      fc.property(fc.date(century), zones, (instant, zone) => {
        const text = formatEventLocal(instant, zone);
        const read = parseLiveStart(text, zone);
        expect(read && formatEventLocal(read, zone)).toBe(text);
        // An hour that comes twice is read as its first coming, so up to an hour may lie between.
        expect(Math.abs((read?.getTime() ?? 0) - instant.getTime())).toBeLessThan(3_660_000);
      }),
    );
  });

  test("reads Date.toString() and never throws", () => {
    fc.assert(
      fc.property(fc.date(century), fc.string(), (instant, garbage) => {
        expect(parseLiveStart(instant.toString(), "UTC")?.getTime()).toBe(Math.floor(instant.getTime() / 1000) * 1000);
        expect(() => parseLiveStart(garbage, "UTC")).not.toThrow();
      }),
    );
  });
});

test.each([
  ["2017-12-20T16:45:00Z", PACIFIC, "12/20/2017 08:45 AM"],
  ["2017-07-20T16:45:00Z", PACIFIC, "07/20/2017 09:45 AM"],
  ["2017-07-20T10:00:00Z", "Europe/Berlin", "07/20/2017 12:00 PM"],
  ["2017-12-20T23:00:00Z", "Europe/Berlin", "12/21/2017 12:00 AM"],
  ["2017-12-20T12:00:00Z", "Europe/London", "12/20/2017 12:00 PM"],
  ["2017-12-20T12:00:00Z", "UTC", "12/20/2017 12:00 PM"],
  ["2017-12-20T12:00:00Z", "Asia/Kolkata", "12/20/2017 05:30 PM"],
  ["2017-12-20T12:00:00Z", "Asia/Tokyo", "12/20/2017 09:00 PM"],
  ["2017-12-20T12:00:00Z", "Asia/Kathmandu", "12/20/2017 05:45 PM"],
])("%s in %s is %s", (iso, zone, local) => {
  expect(formatEventLocal(new Date(iso), zone)).toBe(local);
});
