import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const locales = join(dirname(createRequire(import.meta.url).resolve("@lectern/texts/package.json")), "locales");

/** All that is said in one language, by `catalogue:path.to.text`, the key that i18next knows it by too. */
export function readTexts(language: string): Map<string, string> {
  const folder = join(locales, language);
  const catalogues = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort();
  return new Map(
    catalogues.flatMap((file) => {
      const catalogue: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
      return flatten(`${file.slice(0, -".json".length)}:`, catalogue);
    }),
  );
}

function flatten(key: string, value: unknown): [key: string, text: string][] {
  if (typeof value === "string") return [[key, value]];
  const prefix = key.endsWith(":") ? key : `${key}.`;
  return Object.entries(value as object).flatMap(([name, inner]) => flatten(prefix + name, inner));
}

/** What a text has places for: `{{name}}`, and `{{count, number}}` for a number as the language writes it. */
export const placePattern = /\{\{([^{}]+)\}\}/;

/** The end of a key whose text is one of several plural forms, as i18next writes it. */
export const pluralSuffix = /_(zero|one|two|few|many|other)$/;
