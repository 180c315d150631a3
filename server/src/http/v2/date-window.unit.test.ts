import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../errors.ts";
import { type DateWindowOptions, readDateWindow } from "./date-window.ts";

const options: DateWindowOptions = {
  now: new Date("2024-07-10T05:00:00Z"), // July 9, 22:00, in California
  defaults: { days: 90 },
  maxMonths: 6,
  isKnownTimeZone: (zone) => ["America/Los_Angeles", "Asia/Tokyo", "Etc/GMT+8"].includes(zone),
};

function read(query: Record<string, string>, changes: Partial<DateWindowOptions> = {}) {
  const { from, to } = readDateWindow(query, { ...options, ...changes });
  return [from?.toISOString(), to?.toISOString()];
}

function refusal(query: Record<string, string>, changes: Partial<DateWindowOptions> = {}): string | undefined {
  try {
    readDateWindow(query, { ...options, ...changes });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

const endOfToday = "2024-07-10T06:59:59.999Z";

describe("start and end", () => {
  test("a day is inclusive to its last millisecond, as is a second", () => {
    expect(read({ startdate: "2024-05-01", enddate: "2024-05-01" })).toEqual([
      "2024-05-01T07:00:00.000Z",
      "2024-05-02T06:59:59.999Z",
    ]);
    expect(read({ startdate: "2024-05-01T10:00:00Z", enddate: "2024-05-01T10:00:00Z" })).toEqual([
      "2024-05-01T10:00:00.000Z",
      "2024-05-01T10:00:00.999Z",
    ]);
    expect(read({ startdate: "2024-05-01", enddate: "2024-05-01T10:00:00.250Z" })[1]).toBe("2024-05-01T10:00:00.250Z");
  });

  test("nothing given: the default days up to the end of today, or on without end, or no window at all", () => {
    expect(read({})).toEqual(["2024-04-10T07:00:00.000Z", endOfToday]);
    expect(read({}, { defaults: { days: 90, openEnded: true } })).toEqual(["2024-04-10T07:00:00.000Z", undefined]);
    expect(read({}, { defaults: "none" })).toEqual([undefined, undefined]);
  });

  test("only one given", () => {
    expect(read({ startdate: "2024-07-01" })).toEqual(["2024-07-01T07:00:00.000Z", endOfToday]);
    expect(read({ startdate: "2024-07-09" })).toEqual(["2024-07-09T07:00:00.000Z", endOfToday]);
    expect(read({ startdate: "2024-08-01" })).toEqual(["2024-08-01T07:00:00.000Z", undefined]);
    expect(read({ startdate: "2030-08-01" })).toEqual(["2030-08-01T07:00:00.000Z", undefined]);
    expect(read({ enddate: "2024-03-31" })).toEqual(["2024-01-01T08:00:00.000Z", "2024-04-01T06:59:59.999Z"]);
    expect(read({ startdate: "2020-01-01" }, { defaults: "none", maxMonths: 600 })).toEqual([
      "2020-01-01T08:00:00.000Z",
      undefined,
    ]);
    expect(read({ enddate: "2020-01-01" }, { defaults: "none" })).toEqual([undefined, "2020-01-02T07:59:59.999Z"]);
  });

  test("the end before the start, and dates that are none", () => {
    expect(refusal({ startdate: "2024-05-02", enddate: "2024-05-01" })).toBe("Error, end date is before start date.");
    expect(refusal({ startdate: "2024-05-02T10:00:01", enddate: "2024-05-02T10:00:00" })).toMatch(/before start/);
    expect(refusal({ startdate: "May 2" })).toBe("Error, incorrect date formats.");
    expect(refusal({ enddate: "2024-02-30" })).toBe("Error, incorrect date formats.");
  });

  test("180 days and six months of dates pass whenever they lie, 400 days never", () => {
    const day = (index: number) => new Date(Date.UTC(2023, 0, 1 + index)).toISOString().slice(0, 10);
    for (let start = 0; start < 1500; start++) {
      expect(refusal({ startdate: day(start), enddate: day(start + 180) })).toBeUndefined();
      expect(refusal({ startdate: day(start), enddate: day(start + 400) })).toMatch(/more than 6 months apart/);
    }
    expect(refusal({ startdate: "2024-01-15", enddate: "2024-07-15" })).toBeUndefined();
    expect(refusal({ startdate: "2024-01-15", enddate: "2024-07-16" })).toMatch(/6 months/);
  });

  test("a long window cannot be had by leaving the end out", () => {
    expect(refusal({ startdate: "2023-01-01" })).toMatch(/6 months/);
    expect(refusal({ startdate: "2023-01-01" }, { defaults: { days: 90, openEnded: true } })).toMatch(/6 months/);
  });

  test("a limit in days", () => {
    const year = { maxDays: 365, defaults: { days: 30 } };
    const leads = ({ maxMonths: _, ...rest }: DateWindowOptions) => ({ ...rest, ...year });
    expect(() => readDateWindow({ startdate: "2023-01-01", enddate: "2024-01-01" }, leads(options))).not.toThrow();
    expect(() => readDateWindow({ startdate: "2023-01-01", enddate: "2024-01-02" }, leads(options))).toThrow(
      /365 days/,
    );
    expect(() => readDateWindow({ startdate: "2000-01-01" }, { ...leads(options), defaults: "none" })).toThrow(
      /365 days/,
    );
  });
});

describe("rolling interval", () => {
  test("whole days of the zone, ending so many days back", () => {
    expect(read({ dateinterval: "1" })).toEqual(["2024-07-09T07:00:00.000Z", endOfToday]);
    expect(read({ dateinterval: "7", dateintervaloffset: "1" })).toEqual([
      "2024-07-02T07:00:00.000Z",
      "2024-07-09T06:59:59.999Z",
    ]);
    // In Tokyo it is July 10, 14:00, already.
    expect(read({ dateinterval: "1", dateintervaltimezone: "Asia/Tokyo" })).toEqual([
      "2024-07-09T15:00:00.000Z",
      "2024-07-10T14:59:59.999Z",
    ]);
    expect(read({ dateinterval: "1", dateintervaltimezone: "Etc/GMT 8" })[0]).toBe("2024-07-09T08:00:00.000Z");
    expect(read({ dateinterval: "2", dateintervaloffset: "-2" })[1]).toBe("2024-07-12T06:59:59.999Z");
    expect(read({ dateinterval: "180" })[0]).toBe("2024-01-12T08:00:00.000Z");
  });

  test("every published refusal", () => {
    const missing = "dateInterval is required when passing dateInterfalOffset or dateIntervalTimezone.";
    expect(refusal({ dateintervaloffset: "1" })).toBe(missing);
    expect(refusal({ dateintervaltimezone: "Asia/Tokyo" })).toBe(missing);
    for (const zone of ["Mars/Base", "asia/tokyo", "Etc/GMT+9"])
      expect(refusal({ dateinterval: "1", dateintervaltimezone: zone })).toBe("Invalid dateIntervalTimezone.");
    for (const days of ["0", "181", "-1", "1.5", "x", "1e2", "999999999999"])
      expect(refusal({ dateinterval: days })).toBe("dateInterval range must be between 1 and 180 inclusive.");
    for (const offset of ["x", "1.5", "1e3", "99999999999999999999"])
      expect(refusal({ dateinterval: "1", dateintervaloffset: offset })).toBe("dateIntervalOffset must be a number.");
    for (const dates of [{ startdate: "2024-01-01" }, { enddate: "x" }])
      expect(refusal({ dateinterval: "1", ...dates })).toBe(
        "Start/End date filters cannot be sent with Interval filters.",
      );
  });
});

test("whatever is asked, the answer is a window in order or a refusal", () => {
  const text = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.constantFrom("2024-05-01", "2024-06-30T10:00:00-07:00", "1970-01-01"),
  );
  const query = fc.record(
    { startdate: text, enddate: text, dateinterval: text, dateintervaloffset: text, dateintervaltimezone: text },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(query, (asked) => {
      if (refusal(asked) !== undefined) return;
      const { from, to } = readDateWindow(asked, options);
      if (from && to) expect(from.getTime()).toBeLessThanOrEqual(to.getTime());
    }),
    { numRuns: 2_000 },
  );
});

describe("windows of minutes", () => {
  const minutes = { defaults: { minutes: 5 }, maxMinutes: 60 } as const;
  const { maxMonths: _, ...plain } = options;
  const window = (query: Record<string, string>) => {
    const { from, to } = readDateWindow(query, { ...plain, ...minutes });
    return [from?.toISOString(), to?.toISOString()];
  };

  test("reach back from their end, which is now", () => {
    expect(window({})).toEqual(["2024-07-10T04:55:00.000Z", "2024-07-10T05:00:00.000Z"]);
    expect(window({ startdate: "2024-07-10T04:00:00Z" })).toEqual([
      "2024-07-10T04:00:00.000Z",
      "2024-07-10T05:00:00.000Z",
    ]);
    expect(window({ enddate: "2024-07-09T12:00:00.500Z" })).toEqual([
      "2024-07-09T11:55:00.500Z",
      "2024-07-09T12:00:00.500Z",
    ]);
  });

  test("hold their longest, and its last second, and no more", () => {
    const start = { startdate: "2024-07-01T10:00:00Z" };
    expect(window({ ...start, enddate: "2024-07-01T11:00:00Z" })).toEqual([
      "2024-07-01T10:00:00.000Z",
      "2024-07-01T11:00:00.999Z",
    ]);
    const sentence = "startDate and endDate can't be more than 60 minutes apart.";
    for (const query of [{ ...start, enddate: "2024-07-01T11:00:01Z" }, { startdate: "2024-07-10T03:59:59Z" }, start])
      expect(refusal(query, { ...minutes, maxMonths: 6 })).toBe(sentence);
  });
});
