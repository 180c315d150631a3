import { createRequire } from "node:module";
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

/** Names met in forms and CRM exports that the package lacks; several to a country. */
const furtherNames: Record<string, string[]> = {
  AE: ["Emirates"],
  BO: ["Bolivia, Plurinational State of"],
  BR: ["Brasil"],
  CD: ["Congo, The Democratic Republic of the", "DR Congo", "DRC", "Zaire"],
  CG: ["Congo-Brazzaville"],
  CH: ["Schweiz", "Suisse"],
  CN: ["Mainland China", "PRC"],
  CV: ["Cabo Verde"],
  DE: ["Deutschland"],
  ES: ["España"],
  FK: ["Falkland Islands (Malvinas)"],
  GB: ["England", "Scotland", "Wales", "Northern Ireland", "United Kingdom of Great Britain and Northern Ireland"],
  HK: ["Hong Kong SAR", "Hong Kong SAR China", "Hong Kong, China"],
  IR: ["Iran, Islamic Republic of"],
  KP: ["Korea, Democratic People's Republic of", "Korea, North"],
  KR: ["Korea", "Korea, South"],
  LA: ["Lao PDR"],
  MD: ["Republic of Moldova"],
  MK: ["Macedonia", "Macedonia, the former Yugoslav Republic of"],
  MM: ["Burma"],
  MO: ["Macau", "Macao SAR China"],
  NL: ["Holland"],
  PS: ["Palestinian Territory", "Palestinian Territory, Occupied", "Palestine, State of"],
  SH: ["Saint Helena, Ascension and Tristan da Cunha"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  TZ: ["Tanzania, United Republic of"],
  US: ["America"],
  VA: ["Vatican", "Holy See"],
  VE: ["Venezuela, Bolivarian Republic of"],
  VN: ["Viet Nam"],
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
 * The common English name of a country given by that name, by another usual one or by its ISO code of two or three
 * letters, in any letter case; undefined for anything else.
 */
export function findCountry(text: string): string | undefined {
  // Most forms send what their own list offers.
  if (exactNames.has(text)) return text;
  return text.length > MAX_LENGTH ? undefined : nameByKey.get(keyOf(text));
}
