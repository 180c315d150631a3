import { expect, test } from "vitest";
import { asciiDigits, digitsOf, isNumber } from "./digits.ts";

test("every digit of Unicode is the one it stands for", () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (/\p{Nd}/u.test(character)) expect(digitsOf(character)).toMatch(/^\d$/);
  }
  for (const row of [
    "0123456789",
    "０１２３４５６７８９",
    "٠١٢٣٤٥٦٧٨٩",
    "۰۱۲۳۴۵۶۷۸۹",
    "०१२३४५६७८९",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
  ])
    expect(digitsOf(row)).toBe("0123456789");
});

test("dashes become hyphens, and what is no digit stays", () => {
  for (const dash of "-‐‑‒–—−－ー﹣") expect(asciiDigits(`1${dash}２`)).toBe("1-2");
  expect(asciiDigits("+１ (415) x７")).toBe("+1 (415) x7");
});

test.each(["0", "-5", "+1,234.5", "1 234", "1’234", "12.", "١٬٢٣٤".replace(/[^٬]/g, "1")])("%s is a number", (text) => {
  expect(isNumber(text)).toBe(true);
});

test.each(["", "-", ".", "x", "1x", "1-2", "--1", "1e5", `${"1".repeat(1_000_000)}x`, `${" ".repeat(1_000_000)}x`])(
  "%.20s is none",
  (text) => {
    expect(isNumber(text)).toBe(false);
  },
);
