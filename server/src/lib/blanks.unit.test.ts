import fc from "fast-check";
import { expect, test } from "vitest";
import { isBlank, trimBlanks } from "./blanks.ts";

const blanks = [
  " ",
  "\t",
  "\r\n",
  "\u00a0",
  "\u3000",
  "\u200b",
  "\u200e",
  "\ufeff",
  "\u00ad",
  "\u3164",
  "\u2800",
  "\u{e0020}",
  "\0",
];

test("what shows nothing is blank, alone and together", () => {
  for (const blank of ["", ...blanks, blanks.join("")]) expect(isBlank(blank)).toBe(true);
  for (const text of ["a", " 0 ", "\ufffd", "😀", "\u0301", "ا"]) expect(isBlank(text)).toBe(false);
});

test("drops blanks at the ends, and no others", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...blanks)),
      fc.array(fc.constantFrom("a", "é", "😀", "👨‍👩‍👧", " ", "\u200d")).map((some) => `x${some.join("")}😀`),
      fc.array(fc.constantFrom(...blanks)),
      (before, text, after) => {
        expect(trimBlanks(before.join("") + text + after.join(""))).toBe(text);
      },
    ),
  );
  expect(trimBlanks(`a${"\u200b".repeat(1_000_000)}b${" ".repeat(1_000_000)}`)).toHaveLength(1_000_002);
  expect(trimBlanks(blanks.join(""))).toBe("");
  expect(trimBlanks("\udc00\ud800")).toBe("\udc00\ud800");
});
