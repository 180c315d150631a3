import { type EventEmailKind, eventEmailKinds, eventEmails, type MailPart } from "../../base/outbox/mail-kinds.ts";
import { chinese, japanese, korean } from "./default-texts/asian.ts";
import { dutch, english, german } from "./default-texts/germanic.ts";
import type { Phrases } from "./default-texts/phrases.ts";
import { french, italian, portuguese, spanish } from "./default-texts/romance.ts";
import { arabic, hebrew } from "./default-texts/semitic.ts";
import type { Spoken } from "./event-language.ts";
import { findMailLanguage, type MailLanguage, mailLanguages } from "./mail-languages.ts";

export interface EmailTexts {
  readonly subject: string;
  /** Plain text or HTML, with tokens. */
  readonly body: string;
}

export interface CalendarTexts extends EmailTexts {
  readonly location: string;
}

export interface DefaultTexts {
  readonly emails: Readonly<Record<EventEmailKind, EmailTexts>>;
  readonly calendarReminder: CalendarTexts;
}

export const phrases: Readonly<Record<MailLanguage, Phrases>> = {
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

/** A mail's own words, and below them its parts: paragraphs, and in them lines. */
export function bodyOf<Part extends MailPart>(
  says: string,
  parts: readonly (Part | readonly Part[])[],
  phrase: Readonly<Record<Part, string>>,
): string {
  const lines = parts.map((part) =>
    typeof part === "string" ? phrase[part] : part.map((one) => phrase[one]).join("\n"),
  );
  return [says, ...lines].join("\n\n");
}

function textsOf(say: Phrases): DefaultTexts {
  const emails = eventEmailKinds.map((kind): [EventEmailKind, EmailTexts] => {
    const [subject, says] = say.mails[kind];
    return [kind, { subject, body: bodyOf(says, eventEmails[kind].parts, say) }];
  });
  return {
    emails: Object.fromEntries(emails) as DefaultTexts["emails"],
    calendarReminder: {
      subject: say.entry.subject,
      location: say.entry.location,
      body: bodyOf(say.entry.says, ["when", "join"], say),
    },
  };
}

const defaultTexts = Object.fromEntries(
  mailLanguages.map((language) => [language, textsOf(phrases[language])]),
) as Readonly<Record<MailLanguage, DefaultTexts>>;

/** The texts of a new event, in its language; in English where mails know no other. */
export function defaultTextsIn(languageCode: string): DefaultTexts {
  return defaultTexts[findMailLanguage(languageCode) ?? "en"];
}

/** Texts as somebody reads them, and the language they are in. */
export interface ReadTexts extends EmailTexts {
  readonly writtenIn: Spoken;
}

/** What nobody has rewritten is said in the reader's language; a producer's own text stays, in the event's language. */
export function emailTextsFor(email: EmailTexts & { kind: string }, event: Spoken, reader: Spoken): ReadTexts {
  const kind = eventEmailKinds.find((one) => one === email.kind);
  const stored = mailLanguages.find((language) => {
    const texts = kind && defaultTexts[language].emails[kind];
    return texts?.subject === email.subject && texts.body === email.body;
  });
  if (!stored || !kind) return { subject: email.subject, body: email.body, writtenIn: event };
  const language = findMailLanguage(reader.languageCode) ?? stored;
  const writtenIn = language === reader.languageCode ? reader : { languageCode: language, countryCode: null };
  return { ...defaultTexts[language].emails[kind], writtenIn };
}

/** The same for the entry in a calendar; the default one where an event has none. */
export function calendarTextsFor(entry: CalendarTexts | undefined, languageCode: string): CalendarTexts {
  const isDefault = mailLanguages.some((language) => {
    const { subject, location, body } = defaultTexts[language].calendarReminder;
    return subject === entry?.subject && location === entry.location && body === entry.body;
  });
  return entry && !isDefault ? entry : defaultTextsIn(languageCode).calendarReminder;
}
