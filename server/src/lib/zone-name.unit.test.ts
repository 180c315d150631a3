import { expect, test } from "vitest";
import { shortZoneName } from "./zone-name.ts";

test.each([
  ["2017-12-20T16:45:00Z", "America/Los_Angeles", "PST"],
  ["2017-07-20T16:45:00Z", "America/Los_Angeles", "PDT"],
  ["2017-07-20T10:00:00Z", "Europe/Berlin", "CEST"],
  ["2017-12-20T23:00:00Z", "Europe/Berlin", "CET"],
  ["2017-12-20T12:00:00Z", "Europe/London", "GMT"],
  ["2017-12-20T12:00:00Z", "UTC", "UTC"],
  ["2017-12-20T12:00:00Z", "Asia/Kolkata", "IST"],
  ["2017-12-20T12:00:00Z", "Asia/Tokyo", "JST"],
  ["2017-12-20T12:00:00Z", "Asia/Kathmandu", "GMT+5:45"],
])("at %s %s is called %s", (iso, zone, name) => {
  expect(shortZoneName(new Date(iso), zone)).toBe(name);
});
