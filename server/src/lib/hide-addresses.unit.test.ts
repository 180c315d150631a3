import { expect, test } from "vitest";
import { hideAddresses } from "./hide-addresses.ts";

test.each([
  ["550 5.1.1 <ada@example.com>: no such user", "550 5.1.1 (address): no such user"],
  ["ada@example.com, bob@example.com; gone", "(address), (address); gone"],
  ["'ada@example.com' or \"bob@example.com\"", "'(address)' or \"(address)\""],
  ["rfc822;ada@example.com", "(address)"],
  ["a@b@example.com", "(address)"],
  ["@here and <me@> and @ <b>", "@here and <me@> and @ <b>"],
  ["", ""],
])("%s -> %s", (text, hidden) => {
  expect(hideAddresses(text)).toBe(hidden);
});
