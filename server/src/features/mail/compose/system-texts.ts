import { mailKinds, type SystemMailKind } from "../../base/outbox/mail-kinds.ts";
import { bodyOf, phrases, type ReadTexts } from "../../webinars/event-emails/default-texts.ts";
import type { Spoken } from "../../webinars/event-emails/event-language.ts";
import { findMailLanguage, type MailLanguage } from "../../webinars/event-emails/mail-languages.ts";
import { chinese, japanese, korean } from "./system-texts/asian.ts";
import { dutch, english, german } from "./system-texts/germanic.ts";
import { french, italian, portuguese, spanish } from "./system-texts/romance.ts";
import { arabic, hebrew } from "./system-texts/semitic.ts";
import type { SystemPhrases } from "./system-texts/system-phrases.ts";

const systemPhrases: Readonly<Record<MailLanguage, SystemPhrases>> = {
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

/** The text of a mail of our own in the reader's language; in English where mails know no other. */
export function systemTextsFor(kind: SystemMailKind, reader: Spoken): ReadTexts {
  const language = findMailLanguage(reader.languageCode) ?? "en";
  const own = systemPhrases[language];
  const [subject, says] = own.mails[kind];
  const body = bodyOf(says, mailKinds[kind].parts, { ...phrases[language], ...own });
  const writtenIn = language === reader.languageCode ? reader : { languageCode: language, countryCode: null };
  return { subject, body, writtenIn };
}
