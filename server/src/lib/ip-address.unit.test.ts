import { expect, test } from "vitest";
import { readIpAddress } from "./ip-address.ts";

test.each([
  ["198.51.100.7", "198.51.100.7"],
  ["198.51.100.7:51234", "198.51.100.7"],
  ["2001:db8::7", "2001:db8::7"],
  ["2001:0DB8:0:0:0:0:0:7", "2001:db8::7"],
  ["[2001:db8::7]", "2001:db8::7"],
  ["[2001:db8::7]:443", "2001:db8::7"],
  ["::ffff:198.51.100.7", "198.51.100.7"],
  ["[::ffff:198.51.100.7]:51234", "198.51.100.7"],
  ["::ffff:c633:6407", "198.51.100.7"],
  ["unknown", undefined],
  ["_hidden", undefined],
  ["", undefined],
  [undefined, undefined],
  ["198.51.100", undefined],
  ["198.51.100.7:", undefined],
  ["198.51.100.7:123456", undefined],
  ["198.51.100.300", undefined],
  ["[198.51.100.7]:443", undefined],
  ["[2001:db8::7", undefined],
  ["fe80::1%eth0", undefined],
  ["198.51.100.7, 203.0.113.9", undefined],
  ["0x7f000001", undefined],
  ["2130706433", undefined],
  [`${"1".repeat(100_000)}x`, undefined],
])("%s -> %s", (text, address) => {
  expect(readIpAddress(text)).toBe(address);
});
