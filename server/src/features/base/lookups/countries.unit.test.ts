import { languages } from "@lectern/texts/languages";
import fc from "fast-check";
import { expect, test } from "vitest";
import { countryNames, findCountry, findCountryCode } from "./countries.ts";

test("the full list, once each and in order", () => {
  expect(countryNames).toHaveLength(250);
  expect(new Set(countryNames).size).toBe(250);
  expect(countryNames.slice(0, 3)).toEqual(["Afghanistan", "Aland Islands", "Albania"]);
  expect([...countryNames].sort(new Intl.Collator("en").compare)).toEqual(countryNames);
  for (const name of ["United States", "United Kingdom", "South Korea", "Vietnam", "Russia", "Germany"])
    expect(countryNames).toContain(name);
});

test.each([
  ["united states", "United States"],
  ["US", "United States"],
  ["usa", "United States"],
  ["U.S.A.", "United States"],
  ["The United States of America", "United States"],
  ["UK", "United Kingdom"],
  ["gbr", "United Kingdom"],
  ["Great Britain", "United Kingdom"],
  ["england", "United Kingdom"],
  ["DE", "Germany"],
  ["Deutschland", "Germany"],
  ["Russian Federation", "Russia"],
  ["Korea, Republic of", "South Korea"],
  ["Viet Nam", "Vietnam"],
  ["Czechia", "Czech Republic"],
  ["Türkiye", "Turkey"],
  ["Cote d'Ivoire", "Cote d'Ivoire"],
  ["CÔTE D’IVOIRE", "Cote d'Ivoire"],
  ["Ivory Coast", "Cote d'Ivoire"],
  ["Trinidad & Tobago", "Trinidad and Tobago"],
  ["St. Lucia", "Saint Lucia"],
  ["Congo", "Congo"],
  ["Democratic Republic of the Congo", "Congo, Democratic Republic of the"],
  ["The Netherlands", "Netherlands"],
  ["Georgia", "Georgia"],
  [" Hong Kong ", "Hong Kong"],
  ["Congo - Kinshasa", "Congo, Democratic Republic of the"],
  ["Congo - Brazzaville", "Congo"],
  ["Myanmar (Burma)", "Myanmar"],
  ["Slovak Republic", "Slovakia"],
  ["Österreich", "Austria"],
  ["ÖSTERREICH", "Austria"],
  ["Österrike", "Austria"],
  ["Allemagne", "Germany"],
  ["Brasil", "Brazil"],
  ["Suíça", "Switzerland"],
  ["Schweiz", "Switzerland"],
  ["España", "Spain"],
  ["日本", "Japan"],
  ["대한민국", "South Korea"],
  ["德国", "Germany"],
  ["ألمانيا", "Germany"],
  ["ישראל", "Israel"],
  ["Hong Kong SAR China", "Hong Kong"],
  ["Macao SAR China", "Macao"],
  ["UK", "United Kingdom"],
])("%j is %s", (text, name) => {
  expect(findCountry(text)).toBe(name);
});

test.each(["", " ", "the", "Atlantis", "XX", "U", "__proto__", "constructor", "840", "x".repeat(100_000)])(
  "%.20j is none",
  (text) => {
    expect(findCountry(text)).toBeUndefined();
  },
);

test("what a browser calls a country in a language of ours is that country, or nobody's", () => {
  for (const { code: language } of languages) {
    const names = new Intl.DisplayNames([language], { type: "region" });
    const missed = countryNames.filter((name) => findCountry(names.of(findCountryCode(name) ?? "") ?? "") !== name);
    // Languages differ over a few: what is one country's name here is another's there.
    expect(missed.length).toBeLessThan(6);
    for (const name of missed)
      expect([undefined, name]).toContain(findCountry(names.of(findCountryCode(name) ?? "") ?? ""));
  }
});

test("every name finds itself in any letter case, and nothing else ever comes out", () => {
  for (const name of countryNames) {
    expect(findCountry(name)).toBe(name);
    expect(findCountry(name.toUpperCase())).toBe(name);
  }
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const found = findCountry(text);
      if (found !== undefined) expect(countryNames).toContain(found);
    }),
  );
});
