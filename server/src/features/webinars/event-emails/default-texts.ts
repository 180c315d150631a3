import { findLanguageCode, type LanguageCode, languages } from "@lectern/texts/languages";
import { readerLanguage } from "@lectern/texts/reader-language";
import { type Say, speak } from "@lectern/texts/say";
import {
  type EventEmailKind,
  eventEmailKinds,
  type MailKind,
  type MailPart,
  mailKinds,
  type SystemMailKind,
} from "../../base/outbox/mail-kinds.ts";
import { type Spoken, spokenIn } from "../events/event-language.ts";

export interface MailTexts {
  readonly subject: string;
  /** Plain text or HTML, with tokens. */
  readonly body: string;
}

export interface CalendarTexts extends MailTexts {
  readonly location: string;
}

export interface DefaultTexts {
  readonly emails: Readonly<Record<EventEmailKind, MailTexts>>;
  readonly calendarReminder: CalendarTexts;
}

/** What a mail says where nobody has written it anew. */
function textsOf(kind: MailKind, say: Say, isHybrid = false): MailTexts {
  const parts = mailKinds[kind].parts.map((lines) => [lines].flat().filter((line) => isHybrid || line !== "ticket"));
  return {
    subject: say(`mails:${kind}.subject`),
    body: bodyOf(say(`mails:${kind}.says`), parts, say),
  };
}

/** A mail's own words, and below them its parts: paragraphs, and in them lines. */
function bodyOf(says: string, parts: readonly (MailPart | readonly MailPart[])[], say: Say): string {
  const paragraphs = parts.map((part) =>
    [part]
      .flat()
      .map((line) => say(`mails:parts.${line}`))
      .join("\n"),
  );
  return [says, ...paragraphs].join("\n\n");
}

function textsIn(language: LanguageCode, isHybrid: boolean): DefaultTexts {
  const say = speak(language);
  const emails = eventEmailKinds.map((kind) => [kind, textsOf(kind, say, isHybrid)]);
  return {
    emails: Object.fromEntries(emails),
    calendarReminder: {
      subject: say("mails:entry.subject"),
      location: say("mails:entry.location"),
      body: bodyOf(say("mails:entry.says"), ["when", "join"], say),
    },
  };
}

type TextsByLanguage = Readonly<Record<LanguageCode, DefaultTexts>>;

const textsOfAll = (isHybrid: boolean) =>
  Object.fromEntries(languages.map(({ code }) => [code, textsIn(code, isHybrid)])) as TextsByLanguage;

const onlineTexts = textsOfAll(false);
const hybridTexts = textsOfAll(true);

/** The texts of a new event, in its language; in English where Lectern does not speak it. Those of a hybrid one bring tickets. */
export function defaultTextsIn(languageCode: string, isHybrid = false): DefaultTexts {
  return (isHybrid ? hybridTexts : onlineTexts)[readerLanguage({ event: languageCode })];
}

/** Texts as somebody reads them, and the language they are in. */
export interface ReadTexts extends MailTexts {
  readonly writtenIn: Spoken;
}

/** What nobody has rewritten is said in the reader's language; a producer's own text stays, in the event's language. */
export function eventEmailTextsFor(email: MailTexts & { kind: string }, event: Spoken, reader: Spoken): ReadTexts {
  const kind = eventEmailKinds.find((one) => one === email.kind);
  for (const texts of kind ? [onlineTexts, hybridTexts] : []) {
    const stored = languages.find(({ code }) => isSame(texts[code].emails[kind as EventEmailKind], email));
    if (!stored || !kind) continue;
    const language = findLanguageCode(reader.languageCode) ?? stored.code;
    return { ...texts[language].emails[kind], writtenIn: spokenIn(language, reader) };
  }
  return { subject: email.subject, body: email.body, writtenIn: event };
}

const isSame = (one: MailTexts, other: MailTexts) => one.subject === other.subject && one.body === other.body;

/** The same for the entry in a calendar; the default one where an event has none. */
export function calendarTextsFor(entry: CalendarTexts | undefined, languageCode: string): CalendarTexts {
  const isDefault = languages.some(({ code }) => {
    const { subject, location, body } = onlineTexts[code].calendarReminder;
    return subject === entry?.subject && location === entry.location && body === entry.body;
  });
  return entry && !isDefault ? entry : defaultTextsIn(languageCode).calendarReminder;
}

/** The text of a mail of our own in the reader's language; in English where Lectern does not speak it. */
export function systemTextsFor(kind: SystemMailKind, reader: Spoken): ReadTexts {
  const language = readerLanguage({ stored: reader.languageCode });
  return { ...textsOf(kind, speak(language)), writtenIn: spokenIn(language, reader) };
}
