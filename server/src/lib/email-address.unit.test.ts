import fc from "fast-check";
import { expect, test } from "vitest";
import { mailboxes, spell, spellings } from "../../test/mailbox-spellings.ts";
import { domainKey, emailKey, isEmailAddress, readEmailAddress } from "./email-address.ts";

const same: readonly (readonly string[])[] = [
  ["ada@acme.example", "Ada@ACME.Example", " ada@acme.example\u00a0", "\ufeffada@acme.example"],
  [
    "ada@müller.example",
    "ada@xn--mller-kva.example",
    "ADA@MÜLLER.EXAMPLE",
    "ada@mu\u0308ller.example",
    "ada@XN--Mller-KVA.example",
  ],
  ["andré@acme.example", "andre\u0301@acme.example", "ANDRé@acme.example"],
  ["ada@acme.example", "ada@ａｃｍｅ.example"],
  // A mark that joins the small letter only.
  ["J\u030c@acme.example", "j\u030c@acme.example", "\u01f0@acme.example"],
  ["ada@straße.example", "ada@xn--strae-oqa.example"],
];

test.each(same)("%s is also %s", (first, ...others) => {
  for (const other of others) expect(emailKey(other)).toBe(emailKey(first));
});

test.each([
  "\u200b",
  "\u200e",
  "\u202c",
  "\u00ad",
  "\u2060",
  "\u3164",
  "\ufffd",
  "\u2800",
  "\u{e0001}",
  "\ufe0f",
  "\u0000",
])("%j after an address does not count, and inside it there is no address", (character) => {
  const address = "ada@acme.example";
  expect(readEmailAddress(address + character)).toEqual({ text: address, key: address });
  expect(readEmailAddress(address + character + character)).toEqual({ text: address, key: address });
  for (const [index] of [...address].entries())
    if (index > 0) expect(readEmailAddress(address.slice(0, index) + character + address.slice(index))).toBeUndefined();
});

test.each([
  // A letter that is I with a dot in Turkish: another domain.
  ["victim@github.example", "victim@g\u0130thub.example"],
  ["ida@acme.example", "\u0130da@acme.example"],
  ["ida@acme.example", "\u0131da@acme.example"],
  ["sam@acme.example", "\u017fam@acme.example"],
  ["ÄDA@acme.example", "äda@acme.example"],
  ["ada@strasse.example", "ada@straße.example"],
  ["ada@acme.example", "ada@mail.acme.example"],
])("%s is not %s", (one, other) => {
  expect(readEmailAddress(one)?.key).not.toBe(readEmailAddress(other)?.key);
});

test.each([
  // The sign for kelvin, which Unicode takes for a K.
  "\u212aate@acme.example",
  "kate@\u212aarls.example",
  // Lost bytes at the start may have been a letter.
  "\ufffdsa@acme.example",
  // What a reader of web addresses would cut off or decode.
  "ada@acme.example#x",
  "ada@acme.example/x",
  "ada@acme.example?x",
  "ada@acme.example:25",
  "ada@ac%6de.example",
  "ada@ü%2eexample.org",
  "ada@１.２",
  "ada@acme",
  "ada@acme..example",
  "ada@acme.example.",
  "ada@ü\u0009.example",
  "ada@a@acme.example",
  "ada @acme.example",
  "<ada@acme.example>",
  "@acme.example",
  "",
  "100000001-deleted",
  `${"a".repeat(250)}@acme.example`,
  `ada@acme.example${" ".repeat(100_000)}`,
])("%.40j is none, and is looked up as it stands", (text) => {
  expect(readEmailAddress(text)).toBeUndefined();
  expect(isEmailAddress(text)).toBe(false);
  expect(emailKey(text)).toBe(text);
});

test("two texts have the same key exactly when they are the same mailbox", () => {
  fc.assert(
    fc.property(mailboxes, mailboxes, spellings, spellings, (one, other, first, second) => {
      const key = emailKey(spell(one, first));
      expect(emailKey(spell(one, second))).toBe(key);
      const isSame = one.local === other.local && one.domain === other.domain;
      expect(emailKey(spell(other, second)) === key).toBe(isSame);
    }),
    { numRuns: 2_000 },
  );
});

test("a key is its own key, and a text without blanks around it its own text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), mailboxes, (local, { domain }) => {
      const read = readEmailAddress(`${local}@${domain}`);
      if (read === undefined) return;
      expect(emailKey(read.key)).toBe(read.key);
      expect(readEmailAddress(read.text)).toEqual(read);
      expect(isEmailAddress(read.text)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ["büro.example", "xn--bro-hoa.example"],
  ["Com", "com"],
  ["acme.example", "acme.example"],
  ["*.acme.example", undefined],
  ["a b.example", undefined],
  ["", undefined],
  [".", undefined],
])("the domain %j goes over the wire as %j", (domain, key) => {
  expect(domainKey(domain)).toBe(key);
});
