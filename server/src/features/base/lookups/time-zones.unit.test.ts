import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { timeZoneAliases } from "./time-zone-aliases.ts";
import { isKnownTimeZone, listTimeZones, zoneOffsetMinutes } from "./time-zones.ts";

const january = new Date("2024-01-15T12:00:00Z");
const july = new Date("2024-07-15T12:00:00Z");

function labelOf(zone: string, at: Date): string | undefined {
  return listTimeZones(at).find(({ value }) => value === zone)?.label;
}

test("labels in the published style, with the offset of the day", () => {
  expect(labelOf("America/Los_Angeles", january)).toBe("(GMT -8:00) America/Los_Angeles");
  expect(labelOf("America/Los_Angeles", july)).toBe("(GMT -7:00) America/Los_Angeles");
  expect(labelOf("Europe/London", january)).toBe("(GMT) Europe/London");
  expect(labelOf("Europe/London", july)).toBe("(GMT +1:00) Europe/London");
  expect(labelOf("Asia/Calcutta", january)).toBe("(GMT +5:30) Asia/Calcutta");
  expect(labelOf("Pacific/Marquesas", january)).toBe("(GMT -9:30) Pacific/Marquesas");
  expect(labelOf("Etc/GMT+12", january)).toBe("(GMT -12:00) Etc/GMT+12");
  expect(labelOf("Etc/GMT-14", january)).toBe("(GMT +14:00) Etc/GMT-14");
});

test("sorted from west to east, then by name, every zone once", () => {
  const list = listTimeZones(july);
  const keys = list.map(({ value }) => ({ value, minutes: zoneOffsetMinutes(value, july) }));
  for (const [index, { value, minutes }] of keys.entries()) {
    const next = keys[index + 1];
    if (next) expect(minutes < next.minutes || (minutes === next.minutes && value < next.value)).toBe(true);
  }
  expect(list.length).toBeGreaterThan(580);
  expect(new Set(list.map(({ value }) => value)).size).toBe(list.length);
  expect(list.filter(({ value }) => value.startsWith("SystemV/"))).toEqual([]);
});

test("the list is kept for half an hour and follows the clocks", () => {
  const [first] = listTimeZones(new Date("2024-10-05T15:00:00Z"));
  expect(listTimeZones(new Date("2024-10-05T15:29:59.999Z"))[0]).toBe(first);
  expect(labelOf("Australia/Lord_Howe", new Date("2024-10-05T15:29:59.999Z"))).toMatch(/\+10:30/);
  expect(labelOf("Australia/Lord_Howe", new Date("2024-10-05T15:30:00Z"))).toMatch(/\+11:00/);
});

test.each([
  "US/Pacific",
  "Canada/Eastern",
  "Etc/GMT+8",
  "Asia/Calcutta",
  "Asia/Kolkata",
  "Europe/Kiev",
  "Europe/Kyiv",
  "UTC",
  "GMT",
  "PST8PDT",
  "America/Atka",
  "NZ-CHAT",
  "America/Argentina/Buenos_Aires",
  "America/Buenos_Aires",
])("%s is known", (zone) => {
  expect(isKnownTimeZone(zone)).toBe(true);
});

test.each(["", "us/pacific", "US/Pacific ", "Mars/Base", "__proto__", "GMT+8", "+08:00", "SystemV/PST8"])(
  "%j is not",
  (zone) => {
    expect(isKnownTimeZone(zone)).toBe(false);
  },
);

test("no alias is lost on this machine's ICU", () => {
  expect(timeZoneAliases.filter((zone) => !isKnownTimeZone(zone))).toEqual([]);
});

test("offsets agree with Luxon's calendar", () => {
  const zones = fc.constantFrom(...listTimeZones(january).map(({ value }) => value));
  const instants = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(zones, instants, (zone, at) => {
      expect(zoneOffsetMinutes(zone, at)).toBe(DateTime.fromJSDate(at, { zone }).offset);
    }),
  );
});
