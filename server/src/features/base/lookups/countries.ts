import { createRequire } from "node:module";
import { languages } from "@lectern/texts/languages";
// The package's front door would load its names in 80 languages; this one loads none.
import isoCountries, { type LocaleData } from "i18n-iso-countries/index.js";

// Node 20 warns about `import ... with { type: "json" }` on every start.
const english = createRequire(import.meta.url)("i18n-iso-countries/langs/en.json") as LocaleData;
isoCountries.registerLocale(english);

/** Where the package's first English name is not the one that people look for in a list. */
const commonNames: Record<string, string> = {
  AX: "Aland Islands",
  BN: "Brunei",
  CD: "Congo, Democratic Republic of the",
  CG: "Congo",
  CN: "China",
  FK: "Falkland Islands",
  FM: "Micronesia",
  GM: "Gambia",
  IR: "Iran",
  LA: "Laos",
  MD: "Moldova",
  MF: "Saint Martin",
  MK: "North Macedonia",
  PN: "Pitcairn Islands",
  PS: "Palestine",
  RU: "Russia",
  SX: "Sint Maarten",
  SY: "Syria",
  TR: "Turkey",
  TW: "Taiwan",
  TZ: "Tanzania",
  US: "United States",
  VA: "Vatican City",
  VG: "British Virgin Islands",
  VI: "US Virgin Islands",
};

/** Names met in forms and CRM exports that neither the package nor Unicode's data has; several to a country. */
const furtherNames: Record<string, string[]> = {
  AE: ["Emirates"],
  BO: ["Bolivia, Plurinational State of"],
  CD: ["Congo, The Democratic Republic of the", "DR Congo", "DRC", "Zaire"],
  CN: ["Mainland China", "PRC"],
  FK: ["Falkland Islands (Malvinas)"],
  GB: ["England", "Scotland", "Wales", "Northern Ireland", "United Kingdom of Great Britain and Northern Ireland"],
  HK: ["Hong Kong SAR", "Hong Kong, China"],
  IR: ["Iran, Islamic Republic of"],
  KP: ["Korea, Democratic People's Republic of", "Korea, North"],
  KR: ["Korea", "Korea, South"],
  LA: ["Lao PDR"],
  MD: ["Republic of Moldova"],
  MK: ["Macedonia", "Macedonia, the former Yugoslav Republic of"],
  MM: ["Burma"],
  MO: ["Macau"],
  NL: ["Holland"],
  PS: ["Palestinian Territory", "Palestinian Territory, Occupied", "Palestine, State of"],
  SH: ["Saint Helena, Ascension and Tristan da Cunha"],
  SK: ["Slovak Republic"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  TZ: ["Tanzania, United Republic of"],
  US: ["America"],
  VA: ["Vatican", "Holy See"],
  VE: ["Venezuela, Bolivarian Republic of"],
};

const nameByCode = new Map(
  Object.entries(isoCountries.getNames("en", { select: "official" })).map(([code, name]) => [
    code,
    commonNames[code] ?? name,
  ]),
);

/** Every ISO country by its common English name, in alphabetical order: the options of the country field. */
export const countryNames: readonly string[] = [...nameByCode.values()].sort(new Intl.Collator("en").compare);

const codeByName = new Map([...nameByCode].map(([code, name]) => [name, code]));

/** ISO 3166 alpha-2, of a name on the list. */
export function findCountryCode(name: string): string | undefined {
  return codeByName.get(name);
}

const nameByKey = collectKeys();

/** Own names come first, then codes, then other names, so that "Congo" and "Georgia" stay what they are. */
function collectKeys(): Map<string, string> {
  const keys = new Map<string, string>();
  const add = (text: string, name: string) => {
    const key = keyOf(text);
    if (!keys.has(key)) keys.set(key, name);
  };
  for (const name of nameByCode.values()) add(name, name);
  for (const [code, name] of nameByCode)
    for (const iso of [code, isoCountries.alpha2ToAlpha3(code) ?? code]) add(iso, name);
  const packageNames = isoCountries.getNames("en", { select: "all" });
  for (const [code, name] of nameByCode)
    for (const other of [...(packageNames[code] ?? []), ...(furtherNames[code] ?? [])]) add(other, name);
  return keys;
}

let namesBrowsersWrite: ReadonlyMap<string, string> | undefined;

/**
 * What browsers and CRMs call countries, in English and in every language of ours, as Unicode's data has it. Made when the
 * first name is met that no list above knows; a name that two languages give to two countries is nobody's.
 */
function collectNamesBrowsersWrite(): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const shared = new Set<string>();
  for (const { code: language } of languages)
    for (const style of ["long", "short"] as const) {
      const names = new Intl.DisplayNames([language], { type: "region", style });
      for (const [code, name] of nameByCode) {
        const key = keyOf(names.of(code) ?? name);
        if ((keys.get(key) ?? name) !== name) shared.add(key);
        keys.set(key, name);
      }
    }
  for (const key of shared) keys.delete(key);
  return keys;
}

/** Spellings that differ in case, accents, punctuation, "&", "St." or a "the" only are the same name. */
function keyOf(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}|[.'’]/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .replace(/\bst\b/g, "saint")
    .replace(/\bthe\b/g, "")
    .replace(/ +/g, " ")
    .trim();
}

const exactNames = new Set(countryNames);

/** Longer than any country's name in any spelling. */
const MAX_LENGTH = 100;

/**
 * The common English name of a country given by that name, by another usual one in any language of ours or by its ISO code
 * of two or three letters, in any letter case; undefined for anything else.
 */
export function findCountry(text: string): string | undefined {
  // Most forms send what their own list offers.
  if (exactNames.has(text)) return text;
  if (text.length > MAX_LENGTH) return undefined;
  const key = keyOf(text);
  const name = nameByKey.get(key);
  if (name !== undefined || key === "") return name;
  namesBrowsersWrite ??= collectNamesBrowsersWrite();
  return namesBrowsersWrite.get(key);
}
