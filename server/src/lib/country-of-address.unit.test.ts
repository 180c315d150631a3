import { expect, it } from "vitest";
import { countryOfAddress } from "./country-of-address.ts";

// Blocks that their holders have had for decades.
it.each([
  ["8.8.8.8", "US"],
  ["193.99.144.80", "DE"],
  ["2001:4860:4860::8888", "US"],
  ["2A01:4F8::1", "DE"],
  ["::ffff:193.99.144.80", "DE"],
  ["::FFFF:c163:9050", "DE"],
  ["0:0:0:0:0:ffff:193.99.144.80", "DE"],
])("places %s in %s", (ipAddress, country) => {
  expect(countryOfAddress(ipAddress)).toBe(country);
});

it.each([
  "10.0.0.1",
  "127.0.0.1",
  "::1",
  "fe80::1",
  "fe80::1%eth0",
  "192.168.1.1",
  "::ffff:192.168.1.1",
  "2001:db8::1",
  "0.0.0.0",
  "",
  "8.8.8",
  "8.8.8.8/8",
])("places %j nowhere", (ipAddress) => {
  expect(countryOfAddress(ipAddress)).toBeUndefined();
});
