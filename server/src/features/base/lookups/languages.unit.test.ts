import { expect, test } from "vitest";
import { findLanguage, languages } from "./languages.ts";

test("every language is found by its own codes and stands in the list once", () => {
  for (const language of languages)
    expect(findLanguage(language.languageCode.toUpperCase(), language.countryCode?.toLowerCase())).toBe(language);
  expect(new Set(languages.map(({ label }) => label)).size).toBe(languages.length);
});

test("every code is a language to the runtime too", () => {
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  for (const { languageCode } of languages) expect(names.of(languageCode)).toBeDefined();
});

test.each([
  ["en", undefined, "English"],
  ["en", "UK", "English (UK)"],
  ["zh", "CN", "Chinese (Simplified)"],
  ["ZH", "tw", "Chinese (Traditional)"],
  ["fr", undefined, "French"],
])("%s %s is %s", (languageCode, countryCode, label) => {
  expect(findLanguage(languageCode, countryCode)?.label).toBe(label);
});

test.each([
  ["zh", undefined],
  ["zh", "HK"],
  ["fr", "FR"],
  ["en", "US"],
  ["en", "GB"],
  ["xx", undefined],
  ["", undefined],
])("%s %s is none", (languageCode, countryCode) => {
  expect(findLanguage(languageCode, countryCode)).toBeUndefined();
});
