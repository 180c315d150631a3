export interface Language {
  /** ISO 639-1, the name of its folder in locales/. */
  readonly code: string;
  /** As its readers call it. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

/** The languages that Lectern speaks, in the order that people choose from. */
export const languages = [
  { code: "en", name: "English", direction: "ltr" },
  { code: "de", name: "Deutsch", direction: "ltr" },
  { code: "fr", name: "Français", direction: "ltr" },
  { code: "es", name: "Español", direction: "ltr" },
  { code: "it", name: "Italiano", direction: "ltr" },
  { code: "pt", name: "Português", direction: "ltr" },
  { code: "nl", name: "Nederlands", direction: "ltr" },
  { code: "sv", name: "Svenska", direction: "ltr" },
  { code: "ja", name: "日本語", direction: "ltr" },
  { code: "ko", name: "한국어", direction: "ltr" },
  { code: "zh", name: "中文", direction: "ltr" },
  { code: "ar", name: "العربية", direction: "rtl" },
  { code: "he", name: "עברית", direction: "rtl" },
] as const satisfies readonly Language[];

export type LanguageCode = (typeof languages)[number]["code"];

/** The language of a code or tag in any form (`pt-BR`), if Lectern speaks it. */
export function findLanguageCode(tag: string | null | undefined): LanguageCode | undefined {
  const code = primaryCodeOf(tag ?? "");
  return languages.find((language) => language.code === code)?.code;
}

/** Written from the right, beside those of the list: producers write in more languages than we do. */
const othersFromTheRight = new Set(["ckb", "dv", "fa", "ps", "sd", "ug", "ur", "yi"]);

/** Which way a language is written, by its code or tag. */
export function directionOf(tag: string): "ltr" | "rtl" {
  const code = primaryCodeOf(tag);
  const spoken: Language | undefined = languages.find((language) => language.code === code);
  return spoken?.direction ?? (othersFromTheRight.has(code) ? "rtl" : "ltr");
}

/** Characters; a tag of BCP 47 has fewer. */
const LONGEST_TAG = 100;

function primaryCodeOf(tag: string): string {
  const [code = ""] = tag.slice(0, LONGEST_TAG).split(/[-_]/);
  return code.toLowerCase();
}
