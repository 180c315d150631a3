import { expect, test } from "vitest";
import { readYesNo } from "./yes-no.ts";

test.each([
  [["Y", "y", "yes", "YES", "true", "1", "on", " On ", "\u200byes"], true],
  [["N", "n", "no", "False", "0", "off", "OFF\u00a0"], false],
  [["", " ", "maybe", "yess", "noon", "2", "-1", "null", "constructor", "ye s", "ｙ"], undefined],
] as const)("%j says %s", (texts, meant) => {
  for (const text of texts) expect(readYesNo(text)).toBe(meant);
});
