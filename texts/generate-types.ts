import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { placePattern, pluralSuffix, readTexts } from "./read-texts.ts";

// Writes generated/texts.ts from the English catalogues; with --check only compares it. TypeScript knows the keys of a
// JSON file, but not the places in its texts.

const root = dirname(createRequire(import.meta.url).resolve("@lectern/texts/package.json"));
const file = join(root, "generated", "texts.ts");

const generated = describe(readTexts("en"));
if (!process.argv.includes("--check")) writeFileSync(file, generated);
else if (readFileSync(file, "utf8") !== generated) {
  console.error("texts/generated/texts.ts differs from texts/locales/en: run `npm run generate`.");
  process.exitCode = 1;
}

function describe(texts: ReadonlyMap<string, string>): string {
  const placesByKey = new Map<string, Set<string>>();
  for (const [key, text] of texts) {
    const name = key.replace(pluralSuffix, "");
    const places = placesByKey.get(name) ?? new Set(name === key ? [] : ["count"]);
    // Linear: a place holds no brace.
    for (const [, place = ""] of text.matchAll(new RegExp(placePattern, "g"))) places.add(place.split(", ")[0] ?? "");
    placesByKey.set(name, places);
  }
  const lines = [...placesByKey].map(([key, places]) => `  ${JSON.stringify(key)}: ${unionOf(places)};`);
  return [
    "// Generated from locales/en by `npm run generate`; do not edit.\n",
    "/** Every text by its key, with the names of what it has places for. */",
    `export interface Texts {\n${lines.join("\n")}\n}\n`,
  ].join("\n");
}

function unionOf(names: ReadonlySet<string>): string {
  return [...names].map((name) => JSON.stringify(name)).join(" | ") || "never";
}
