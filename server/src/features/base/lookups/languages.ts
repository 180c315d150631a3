export interface Language {
  /** English name, as a menu shows it. */
  label: string;
  /** ISO 639-1, lower case. */
  languageCode: string;
  /** Only where one language is offered in two forms; "UK" as published, though ISO says GB. */
  countryCode?: string;
}

/** The languages that registration pages and consoles are offered in. The pairs with a country are published. */
export const languages: readonly Language[] = [
  { label: "Arabic", languageCode: "ar" },
  { label: "Bengali", languageCode: "bn" },
  { label: "Bulgarian", languageCode: "bg" },
  { label: "Catalan", languageCode: "ca" },
  { label: "Chinese (Simplified)", languageCode: "zh", countryCode: "CN" },
  { label: "Chinese (Traditional)", languageCode: "zh", countryCode: "TW" },
  { label: "Croatian", languageCode: "hr" },
  { label: "Czech", languageCode: "cs" },
  { label: "Danish", languageCode: "da" },
  { label: "Dutch", languageCode: "nl" },
  { label: "English", languageCode: "en" },
  { label: "English (UK)", languageCode: "en", countryCode: "UK" },
  { label: "Estonian", languageCode: "et" },
  { label: "Finnish", languageCode: "fi" },
  { label: "French", languageCode: "fr" },
  { label: "German", languageCode: "de" },
  { label: "Greek", languageCode: "el" },
  { label: "Hebrew", languageCode: "he" },
  { label: "Hindi", languageCode: "hi" },
  { label: "Hungarian", languageCode: "hu" },
  { label: "Icelandic", languageCode: "is" },
  { label: "Indonesian", languageCode: "id" },
  { label: "Italian", languageCode: "it" },
  { label: "Japanese", languageCode: "ja" },
  { label: "Korean", languageCode: "ko" },
  { label: "Latvian", languageCode: "lv" },
  { label: "Lithuanian", languageCode: "lt" },
  { label: "Malay", languageCode: "ms" },
  { label: "Norwegian", languageCode: "no" },
  { label: "Persian", languageCode: "fa" },
  { label: "Polish", languageCode: "pl" },
  { label: "Portuguese", languageCode: "pt" },
  { label: "Romanian", languageCode: "ro" },
  { label: "Russian", languageCode: "ru" },
  { label: "Serbian", languageCode: "sr" },
  { label: "Slovak", languageCode: "sk" },
  { label: "Slovenian", languageCode: "sl" },
  { label: "Spanish", languageCode: "es" },
  { label: "Swedish", languageCode: "sv" },
  { label: "Tamil", languageCode: "ta" },
  { label: "Thai", languageCode: "th" },
  { label: "Turkish", languageCode: "tr" },
  { label: "Ukrainian", languageCode: "uk" },
  { label: "Urdu", languageCode: "ur" },
  { label: "Vietnamese", languageCode: "vi" },
];

/**
 * The language of a pair of codes, in any letter case. Chinese must name its country, and only the published pairs may
 * name one: French with FR is undefined, as it is refused by ON24.
 */
export function findLanguage(languageCode: string, countryCode: string | undefined): Language | undefined {
  const language = languageCode.toLowerCase();
  const country = countryCode?.toUpperCase();
  return languages.find((known) => known.languageCode === language && known.countryCode === country);
}
