import { describe, expect, test } from "vitest";
import { findReaderLanguage, readerLanguage } from "./reader-language.ts";

test("what a reader asked for counts before what is stored, the browser's wish, and the event's language", () => {
  const all = { asked: "fr", stored: "de", acceptLanguage: "es", event: "it" };
  expect(readerLanguage(all)).toBe("fr");
  expect(readerLanguage({ ...all, asked: undefined })).toBe("de");
  expect(readerLanguage({ ...all, asked: "qaa", stored: null })).toBe("es");
  expect(readerLanguage({ acceptLanguage: "qaa", event: "it" })).toBe("it");
  expect(readerLanguage({ event: "qaa" })).toBe("en");
  expect(findReaderLanguage({ acceptLanguage: "" })).toBeUndefined();
});

test.each(["pt-BR", "PT_br", "pt"])("a tag of any form is its language (%s)", (tag) => {
  expect(readerLanguage({ stored: tag })).toBe("pt");
});

describe("what a browser asks for", () => {
  test.each([
    ["de", "de"],
    ["de-CH, de;q=0.9, en;q=0.8", "de"],
    ["en;q=0.5, nl", "nl"],
    ["en;q=0.5,nl;Q=0.7 ,ja ; q=0.6", "nl"],
    ["fr;level=1;q=0.4, it;q=0.5", "it"],
    ["fr;q=0, *", undefined],
    ["fr;q=x", undefined],
    ["qaa, he;q=0.1", "he"],
    [",,;,q=", undefined],
    [`fr${", fr".repeat(200)}`, "fr"],
    [`fr${", fr".repeat(300)}`, undefined],
  ])("%s", (acceptLanguage, language) => {
    expect(findReaderLanguage({ acceptLanguage })).toBe(language);
  });

  // A pattern that tries each blank anew takes minutes for the longer ones.
  test.each([15_000, 15_001, 100_000])("and %i blanks, in no time", (blanks) => {
    for (const text of [`en${" ".repeat(blanks)}x`, `en${";".repeat(blanks)}q`, `${",".repeat(blanks)}en`])
      expect(findReaderLanguage({ acceptLanguage: text })).toBeUndefined();
    expect(readerLanguage({ asked: `en${" ".repeat(blanks)}x`, stored: "-".repeat(blanks) })).toBe("en");
  });
});
