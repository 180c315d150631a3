import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "./languages.ts";
import { placePattern, pluralSuffix, readTexts } from "./read-texts.ts";

const english = readTexts("en");

/** What has to be put into a text, by us (`{{name}}`) or for each mail (`#NAME#`). */
function placesOf(text: string): string[] {
  const places = text.matchAll(new RegExp(`${placePattern.source}|#[A-Z]+#`, "g"));
  return [...new Set(Array.from(places, ([place]) => place))].sort();
}

/** The keys that a language has to have: where English has a plural, all the forms that the language knows. */
function keysIn(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = [...english.keys()].flatMap((key) =>
    pluralSuffix.test(key) ? forms.map((form) => key.replace(pluralSuffix, `_${form}`)) : [key],
  );
  return [...new Set(keys)].sort();
}

test("the languages of the list are the folders of locales, each once", () => {
  const folders = readdirSync(new URL("locales", import.meta.url)).sort();
  expect(languages.map(({ code }) => code).toSorted()).toEqual(folders);
});

describe.each(languages as readonly Language[])("$name", ({ code, direction }) => {
  const texts = readTexts(code);

  test("has every text, with every form that its plurals take, and no other", () => {
    expect([...texts.keys()].sort()).toEqual(keysIn(code));
    for (const [key, text] of texts) expect(text.trim(), key).toMatch(/\S/);
  });

  /** Whether a form is said of one number only, and needs no figure then: "two items". */
  function isOneNumber(key: string): boolean {
    const [, form] = pluralSuffix.exec(key) ?? [];
    const rules = new Intl.PluralRules(code);
    return Array.from({ length: 1000 }, (_, number) => rules.select(number)).filter((one) => one === form).length === 1;
  }

  test("has in each text the places that the English one has", () => {
    for (const [key, text] of texts) {
      const other = english.get(key) ?? english.get(key.replace(pluralSuffix, "_other")) ?? "";
      const wanted = placesOf(other).filter(
        (place) => !isOneNumber(key) || !place.startsWith("{{count") || text.includes(place),
      );
      expect({ [key]: placesOf(text) }).toEqual({ [key]: wanted });
    }
  });

  test("is written in the direction of its script", () => {
    const { script } = new Intl.Locale(code).maximize();
    expect(direction).toBe(script === "Arab" || script === "Hebr" ? "rtl" : "ltr");
  });
});

test("the English files say what i18next would read in them", () => {
  for (const catalogue of readdirSync(new URL("locales/en", import.meta.url))) {
    expect(catalogue).toMatch(/^[a-z-]+\.json$/);
    const text = readFileSync(new URL(`locales/en/${catalogue}`, import.meta.url), "utf8");
    // Its separators of catalogue, path and plural form, and its way to put one text into another.
    for (const [, key] of text.matchAll(/"([^"]+)": /g)) expect(key).toMatch(/^[A-Za-z][\w-]*$/);
    expect(text).not.toContain("$t(");
  }
});
