import { localeOf } from "../../webinars/event-emails/event-language.ts";
import { findMailLanguage, type MailLanguage } from "../../webinars/event-emails/mail-languages.ts";
import { languageAskedFor, type Words, wordsFor } from "../personal-links/link-words.ts";
import { chinese, japanese, korean } from "./texts/asian.ts";
import { dutch, english, german } from "./texts/germanic.ts";
import type { PageTexts } from "./texts/page-texts.ts";
import { french, italian, portuguese, spanish } from "./texts/romance.ts";
import { arabic, hebrew } from "./texts/semitic.ts";

const translations: Readonly<Record<MailLanguage, PageTexts>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
  ja: japanese,
  ko: korean,
  zh: chinese,
  ar: arabic,
  he: hebrew,
};

/** The words of a page, and those that it shares with the pages behind a person's own links. */
export interface PageWords extends Omit<Words, "texts"> {
  readonly languageCode: MailLanguage;
  /** BCP 47, of what the producer wrote. */
  readonly eventLocale: string;
  readonly texts: PageTexts;
  readonly linkTexts: Words["texts"];
}

/**
 * In the language that the address names, otherwise in the one stored with the person, otherwise in what the browser asks
 * for, otherwise in the event's.
 */
export function pageWords(
  asked: { lang: string | undefined; stored?: string | null; acceptLanguage: string | undefined },
  event: { languageCode: string; countryCode: string | null },
): PageWords {
  const wanted =
    findMailLanguage(asked.lang ?? null) ??
    findMailLanguage(asked.stored ?? null) ??
    languageAskedFor(asked.acceptLanguage) ??
    findMailLanguage(event.languageCode) ??
    "en";
  const { texts: linkTexts, ...words } = wordsFor(wanted, event);
  const own = { languageCode: wanted, texts: translations[wanted], linkTexts };
  return { ...words, ...own, locale: localeOf(words), eventLocale: localeOf(event) };
}

/** Each language as its readers call it. */
export const languageNames: Readonly<Record<MailLanguage, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  it: "Italiano",
  pt: "Português",
  nl: "Nederlands",
  ja: "日本語",
  ko: "한국어",
  zh: "中文",
  ar: "العربية",
  he: "עברית",
};
