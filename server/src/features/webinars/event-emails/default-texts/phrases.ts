import type { EventEmailKind } from "../../../base/outbox/mail-kinds.ts";

/** What the default texts of one language are put together from; tokens as in a producer's own texts. */
export interface Phrases {
  /** Lines that most mails have. One that is a few words and a link becomes a button or the link itself. */
  readonly when: string;
  readonly join: string;
  readonly addToCalendar: string;
  readonly cancel: string;
  readonly help: string;
  readonly unsubscribe: string;
  readonly keepPrivate: string;
  /** The subject and what is said; links follow. */
  readonly mails: Readonly<Record<EventEmailKind, readonly [subject: string, says: string]>>;
  /** Instead of `join` after the event. */
  readonly watchAgain: string;
  readonly watch: string;
  readonly entry: { readonly subject: string; readonly location: string; readonly says: string };
}
