import type { SystemMailKind } from "../../base/outbox/mail-kinds.ts";
import { paragraphs, phrases, type ReadTexts } from "../../webinars/event-emails/default-texts.ts";
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
  const [subject] = systemPhrases[language].mails[kind];
  const writtenIn = language === reader.languageCode ? reader : { languageCode: language, countryCode: null };
  return { subject, body: bodyOf(kind, language), writtenIn };
}

function bodyOf(kind: SystemMailKind, language: MailLanguage): string {
  const say = phrases[language];
  const { mails, confirm, notYou, apology } = systemPhrases[language];
  const [, says] = mails[kind];
  const bodies: Readonly<Record<SystemMailKind, string>> = {
    // No link to unsubscribe here: this may be a stranger's address, and nothing more comes unless it is confirmed.
    "confirm-address": paragraphs(says, confirm, say.when, notYou),
    "approval-pending": paragraphs(says, say.when, [say.cancel, say.help]),
    denied: paragraphs(says, say.help),
    waitlisted: paragraphs(says, say.when, [say.cancel, say.help]),
    moved: paragraphs(says, say.when, [say.join, say.addToCalendar, say.cancel], [say.help, say.unsubscribe]),
    cancelled: paragraphs(says, apology),
  };
  return bodies[kind];
}
