import type { LanguageCode } from "@lectern/texts/languages";
import { type ReaderHints, readerLanguage } from "@lectern/texts/reader-language";
import { type Say, speak } from "@lectern/texts/say";
import { keptWith } from "../../../lib/kept-with.ts";
import { localeOf, type Spoken, spokenIn } from "./event-language.ts";

/** What a page says to one reader, and the language that it is all in, dates too. */
export interface Words extends Spoken {
  readonly languageCode: LanguageCode;
  /** BCP 47. */
  readonly locale: string;
  /** BCP 47, of what the producer wrote. */
  readonly eventLocale: string;
  readonly say: Say;
}

const kept = keptWith<Spoken, Words>();

/** The words for a reader of an event's pages. */
export function wordsFor(hints: Omit<ReaderHints, "event">, event: Spoken): Words {
  const languageCode = readerLanguage({ ...hints, event: event.languageCode });
  return kept(event, languageCode, () => wordsIn(languageCode, event));
}

function wordsIn(languageCode: LanguageCode, event: Spoken): Words {
  const spoken = spokenIn(languageCode, event);
  return { ...spoken, languageCode, locale: localeOf(spoken), eventLocale: localeOf(event), say: speak(languageCode) };
}

/** Where no event is known: in what the browser asks for. */
export function wordsAskedFor(acceptLanguage: string | undefined): Words {
  return wordsFor({ acceptLanguage }, { languageCode: "en", countryCode: null });
}
