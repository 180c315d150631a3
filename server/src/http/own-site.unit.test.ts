import { expect, test } from "vitest";
import { isOwnHost, siteOf } from "./own-site.ts";

const from = (origin: string | undefined, host: string, publicUrl: string) =>
  siteOf({ headers: origin === undefined ? {} : { origin }, host }, publicUrl);

test.each([
  ["http://lectern.example", "lectern.example", ""],
  ["https://lectern.example", "lectern.example:443", ""],
  ["http://lectern.example", "LECTERN.example:80", ""],
  ["http://lectern.example:3000", "lectern.example:3000", ""],
  ["http://[2001:db8::1]", "[2001:db8::1]:80", ""],
  // A proxy that asks under a name of its own.
  ["https://webinars.example", "10.0.0.7:3000", "https://webinars.example"],
  ["https://webinars.example", "lectern:3000", "https://webinars.example:443/"],
  ["https://webinars.example:8443", "lectern:3000", "https://webinars.example:8443"],
])("a form of %s, sent to %s where PUBLIC_URL is %j, is our own", (origin, host, publicUrl) => {
  expect(from(origin, host, publicUrl)).toBe("own");
});

test.each([
  ["https://evil.example", "lectern.example", "https://webinars.example"],
  ["https://lectern.example.evil.example", "lectern.example", ""],
  ["http://lectern.example:3001", "lectern.example:3000", ""],
  ["http://lectern.example:8080", "lectern.example", ""],
  // What somebody on the way could serve in the public address's name.
  ["http://webinars.example", "lectern:3000", "https://webinars.example"],
  ["https://webinars.example", "", ""],
  ["nonsense", "lectern.example", ""],
])("a form of %s, sent to %s where PUBLIC_URL is %j, is another site's", (origin, host, publicUrl) => {
  expect(from(origin, host, publicUrl)).toBe("foreign");
});

test("what the browser says by itself counts before its origin, and no origin says nothing", () => {
  const host = "lectern.example";
  const said = (site: string) => siteOf({ headers: { "sec-fetch-site": site, origin: `http://${host}` }, host }, "");
  expect(["same-origin", "none", "same-site", "cross-site"].map(said)).toEqual([
    "own",
    "unknown",
    "foreign",
    "foreign",
  ]);
  expect([from(undefined, host, ""), from("null", host, "")]).toEqual(["unknown", "unknown"]);
});

test("the public host is ours whatever usual port is named", () => {
  const publicUrl = "https://webinars.example";
  expect(isOwnHost({ host: "webinars.example:443" }, publicUrl)).toBe(true);
  expect(isOwnHost({ host: "Webinars.Example" }, publicUrl)).toBe(true);
  expect(isOwnHost({ host: "webinars.example:3000" }, publicUrl)).toBe(false);
  expect(isOwnHost({ host: "forms.example" }, publicUrl)).toBe(false);
});
