import fc from "fast-check";
import { expect, test } from "vitest";
import { sealer } from "../../../../test/harness.ts";
import { createSealer } from "../../../lib/sealer.ts";
import { allMailKinds } from "../../base/outbox/mail-kinds.ts";
import { bounceAddress } from "./mail-headers.ts";
import { readMailKey, writeMailKey } from "./mail-key.ts";

const mail = fc.record({
  clientId: fc.nat(),
  registrantId: fc.nat(),
  kind: fc.constantFrom(...allMailKinds),
  occasion: fc.oneof(fc.constant(""), fc.nat().map(String), fc.string({ maxLength: 18, unit: "grapheme-ascii" })),
});

test("a key names its mail, in capitals too, and fits into an address", () => {
  fc.assert(
    fc.property(mail, (one) => {
      const key = writeMailKey(sealer, one);
      expect(readMailKey(sealer, key)).toEqual(one);
      expect(readMailKey(sealer, key.toUpperCase())).toEqual(one);
      const [local = ""] = bounceAddress({ mailFrom: "a@b.de", bounceTo: "bounce@example.com" }, key).split("@");
      expect(local.length).toBeLessThanOrEqual(64);
    }),
  );
});

test("nobody makes a key: a changed one, another installation's and nonsense name nothing", () => {
  const key = writeMailKey(sealer, { clientId: 5, registrantId: 9, kind: "moved", occasion: "3" });
  expect(key).toMatch(/^5-9-mo-3-[\da-z]{20,25}$/);
  const other = createSealer("another-key-of-the-tests-0123456789abcdef");
  expect(readMailKey(other, key)).toBeUndefined();
  for (const changed of [
    key.replace("5-9", "5-a"),
    key.replace("-3-", "-4-"),
    key.replace("mo", "cx"),
    `${key}0`,
    key.replace("-3-", "-3-0"),
  ])
    expect(readMailKey(sealer, changed), changed).toBeUndefined();
  for (const nonsense of ["", "-", "5-9-mo-3-", "5-9-mo-3-zzzzzzzzzzzzzzzzzzzzzzzzz", key.replace("mo", "zz"), "../x"])
    expect(readMailKey(sealer, nonsense), nonsense).toBeUndefined();
});

test("the address that a mail bounces to is its own where one is set", () => {
  const key = writeMailKey(sealer, { clientId: 5, registrantId: 9, kind: "confirmation", occasion: "" });
  const mailFrom = "webinars@example.com";
  expect(bounceAddress({ mailFrom, bounceTo: undefined }, key)).toBe(mailFrom);
  expect(bounceAddress({ mailFrom, bounceTo: "bounce@example.com" }, key)).toBe(`bounce+${key}@example.com`);
  const long = `${"b".repeat(60)}@example.com`;
  expect(bounceAddress({ mailFrom, bounceTo: long }, key)).toBe(long);
});
