import { type Html, html } from "../../../http/pages/html.ts";
import { localeOf, type Spoken } from "../../webinars/event-emails/event-language.ts";
import { findMailLanguage, type MailLanguage } from "../../webinars/event-emails/mail-languages.ts";
import { chinese, japanese, korean } from "./texts/asian.ts";
import { dutch, english, german } from "./texts/germanic.ts";
import type { LinkTexts } from "./texts/link-texts.ts";
import { french, italian, portuguese, spanish } from "./texts/romance.ts";
import { arabic, hebrew } from "./texts/semitic.ts";

const translations: Readonly<Record<MailLanguage, LinkTexts>> = {
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

/** What a page says, and the language that it is all in, dates too. */
export interface Words extends Spoken {
  readonly texts: LinkTexts;
  /** BCP 47. */
  readonly locale: string;
}

/** In the person's language, otherwise in the event's, otherwise in English. */
export function wordsFor(personLanguage: string | null, event: Spoken): Words {
  const languageCode = findMailLanguage(personLanguage) ?? findMailLanguage(event.languageCode) ?? "en";
  const countryCode = languageCode === event.languageCode ? event.countryCode : null;
  const spoken = { languageCode, countryCode };
  return { ...spoken, texts: translations[languageCode], locale: localeOf(spoken) };
}

/** In what the browser asks for, where nothing is known of person and event. */
export function wordsAskedFor(acceptLanguage: string | undefined): Words {
  return wordsFor(languageAskedFor(acceptLanguage) ?? null, { languageCode: "en", countryCode: null });
}

/** What a browser asks for most, of the languages there are. */
export function languageAskedFor(acceptLanguage: string | undefined): MailLanguage | undefined {
  const tags = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag = "", q] = part.trim().split(/\s*;\s*q=/i);
    return { tag, weight: Number(q ?? 1) || 0 };
  });
  const wanted = tags.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return wanted.map(({ tag }) => findMailLanguage(tag)).find((language) => language !== undefined);
}

/** Puts values into a text; each keeps its own direction of writing. */
export function fillWith(text: string, values: Readonly<Record<string, string>>): Html {
  const pieces = text.split(/\{(\w+)\}/);
  // Every second piece is a name.
  return html`${pieces.map((piece, index) => (index % 2 === 0 ? piece : html`<bdi>${values[piece] ?? ""}</bdi>`))}`;
}
