import { describe, expect, it } from "vitest";
import { isInRange, isRange, isReserved } from "./address-range.ts";

describe("isInRange", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["203.0.113.7", "203.0.113.0/24"],
    ["203.0.113.255", "203.0.113.9/24"],
    ["203.0.113.7", "0.0.0.0/0"],
    ["::ffff:203.0.113.7", "203.0.113.0/24"],
    ["::ffff:cb00:7107", "203.0.113.7"],
    ["2001:db8::7", "2001:DB8::/32"],
    ["2001:db8:0:0::7", "2001:db8::7"],
  ])("%s is in %s", (ipAddress, range) => {
    expect(isInRange(ipAddress, range)).toBe(true);
  });

  it.each([
    ["203.0.114.0", "203.0.113.0/24"],
    ["203.0.113.70", "203.0.113.7"],
    ["2001:db9::", "2001:db8::/32"],
    ["2001:db8::7", "203.0.113.0/24"],
    ["", "203.0.113.0/24"],
    ["203.0.113.7", ""],
    ["203.0.113.7", "203.0.113.0/33"],
    ["203.0.113.7", "203.0.113.0/"],
    ["nobody", "0.0.0.0/0"],
  ])("%j is not in %j", (ipAddress, range) => {
    expect(isInRange(ipAddress, range)).toBe(false);
  });
});

describe("isRange", () => {
  it.each(["203.0.113.7", "203.0.113.0/24", "0.0.0.0/0", "::/0", "2001:db8::/32", "::1/128", "::ffff:10.0.0.0/104"])(
    "knows %s",
    (text) => {
      expect(isRange(text)).toBe(true);
    },
  );

  it.each([
    "",
    "/",
    "/24",
    "203.0.113",
    "203.0.113.256",
    "203.0.113.0/33",
    "203.0.113.0/-1",
    "203.0.113.0/2.5",
    "203.0.113.0/",
    "203.0.113.0/24/24",
    "2001:db8::/129",
    "fe80::1%eth0",
    "fe80::%eth0/64",
    "example.com",
    " 203.0.113.7",
  ])("knows %j for none", (text) => {
    expect(isRange(text)).toBe(false);
  });
});

it("tells addresses of nobody from those of the internet", () => {
  const reserved = ["10.1.2.3", "172.31.0.1", "192.168.0.1", "127.0.0.1", "169.254.0.1", "255.255.255.255"];
  expect([...reserved, "::1", "::", "fd00::1", "fe80::1", "::ffff:10.1.2.3"].filter((ip) => !isReserved(ip))).toEqual(
    [],
  );
  const others = ["9.255.255.255", "172.32.0.1", "192.167.0.1", "8.8.8.8", "2001:4860::1", "::ffff:8.8.8.8"];
  expect(others.filter(isReserved)).toEqual([]);
});
