import { expect, test } from "vitest";
import { newCertificateNumber, presentNumber, readNumber } from "./certificate-number.ts";

test("a number is read as it is shown", () => {
  const numbers = Array.from({ length: 200 }, newCertificateNumber);
  expect(new Set(numbers).size).toBe(200);
  for (const number of numbers) {
    expect(presentNumber(number)).toMatch(/^([\dA-HJKMNP-TV-Z]{4}-){3}[\dA-HJKMNP-TV-Z]{4}$/);
    expect(readNumber(presentNumber(number))).toBe(number);
  }
});

test.each([
  ["oooo iiii llll 7q4m", "0000111111117Q4M"],
  ["7Q4MXK2P9RTDH3V", undefined],
  ["7Q4MXK2P9RTDH3VBB", undefined],
  [" ".repeat(100_000), undefined],
])("%s", (typed, number) => expect(readNumber(typed)).toBe(number));
