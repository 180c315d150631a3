import type { SystemMailKind } from "../../../base/outbox/mail-kinds.ts";

/** What our own mails say in one language beside the phrases of all e-mails; tokens as in a producer's texts. */
export interface SystemPhrases {
  readonly mails: Readonly<Record<SystemMailKind, readonly [subject: string, says: string]>>;
  /** The button of "confirm-address". */
  readonly confirm: string;
  /** Below it, for somebody whose address another person gave. */
  readonly notYou: string;
  /** Below the news that an event is cancelled. */
  readonly apology: string;
}
