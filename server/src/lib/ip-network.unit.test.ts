import { expect, test } from "vitest";
import { networkOf } from "./ip-network.ts";

test.each([
  ["192.0.2.77", "192.0.2/24", "2001:db8:0:0/64"],
  ["2001:db8::1", "", "2001:db8:0:0/64"],
  ["2001:db8:0:0:ffff::9", "", "2001:db8:0:0/64"],
  ["2001:DB8:0001:2::", "", "2001:db8:1:2/64"],
  ["::1", "", "0:0:0:0/64"],
  ["::", "", "0:0:0:0/64"],
  ["64:ff9b::192.0.2.1", "", "64:ff9b:0:0/64"],
  ["1:2:3:4:5:6:192.0.2.1", "", "1:2:3:4/64"],
])("%s is in its network", (address, ofIpv4, ofIpv6) => {
  expect(networkOf(address, { ipv4: 24, ipv6: 64 })).toBe(address.includes(":") ? ofIpv6 : ofIpv4);
});

test("the whole of an IPv4 address is a network too, and what is no address its own name", () => {
  expect(networkOf("192.0.2.77", { ipv4: 32, ipv6: 64 })).toBe("192.0.2.77/32");
  expect(networkOf("unknown", { ipv4: 32, ipv6: 64 })).toBe("unknown");
});
