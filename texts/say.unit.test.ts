import { readdirSync, readFileSync } from "node:fs";
import { createInstance, type i18n } from "i18next";
import { describe, expect, test } from "vitest";
import type { Texts } from "./generated/texts.ts";
import { languages } from "./languages.ts";
import { placePattern, pluralSuffix, readTexts } from "./read-texts.ts";
import { speak } from "./say.ts";

test("a text is said with its values, or told in pieces", () => {
  const say = speak("de");
  expect(say("form:registerButton")).toBe("Anmelden");
  expect(say("pages:slide", { page: 2, pages: 10 })).toBe("Folie 2 von 10");
  expect(say("form:signInWith", { name: "{{name}} & Söhne" })).toBe("Mit {{name}} & Söhne anmelden");
  expect(say.pieces("pages:slide", { page: 2, pages: 10 })).toEqual(["Folie ", "2", " von ", "10", ""]);
  expect(say.pieces("form:registerButton")).toEqual(["Anmelden"]);
});

test("keys and values are checked by the compiler", () => {
  const say = speak("en");
  // @ts-expect-error there is no such text
  expect(say("form:nothing")).toBe("");
  // @ts-expect-error its value is missing
  expect(say("form:signInWith")).toContain("{{name}}");
});

/** The same files as a web application reads them. */
async function i18nextIn(code: string): Promise<i18n> {
  const folder = new URL(`locales/${code}/`, import.meta.url);
  const catalogues = readdirSync(folder).map(
    (file) => [file.slice(0, -".json".length), JSON.parse(readFileSync(new URL(file, folder), "utf8"))] as const,
  );
  const instance = createInstance();
  await instance.init({
    lng: code,
    fallbackLng: false,
    resources: { [code]: Object.fromEntries(catalogues) },
    // A page escapes what it shows; so does React.
    interpolation: { escapeValue: false },
  });
  return instance;
}

describe.each(languages)("$name", ({ code }) => {
  test("is said by i18next in the same words", async () => {
    const { t } = await i18nextIn(code);
    const say = speak(code) as (key: string, values?: object) => string;
    for (const [key, text] of readTexts(code)) {
      const places = Array.from(text.matchAll(new RegExp(placePattern, "g")), ([, place = ""]) => place.split(", ")[0]);
      const values = Object.fromEntries(places.map((name) => [name, `<${name}>`]));
      const counts = pluralSuffix.test(key) ? [0, 1, 2, 3, 5, 11, 21, 101, 1234, 1_000_000] : [undefined];
      for (const count of counts) {
        const given = count === undefined ? values : { ...values, count };
        const name = key.replace(pluralSuffix, "") as keyof Texts;
        expect(say(name, given)).toBe(t(name, given));
        expect(say(name, given)).not.toBe("");
      }
    }
  });
});
