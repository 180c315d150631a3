import type { MailKind } from "../../base/outbox/mail-kinds.ts";

/** Names a mail: the key of its row. */
export interface MailKey {
  readonly clientId: number;
  readonly registrantId: number;
  readonly kind: MailKind;
  readonly occasion: string;
}

/** A mail that is due. */
export interface DueMail extends MailKey {
  readonly eventId: number;
}

export interface MailAddress {
  /** One line; may be empty. */
  readonly name: string;
  readonly address: string;
}

/** A mail as it goes out, ready for nodemailer or the mailbox. */
export interface ComposedMail {
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly replyTo: string | undefined;
  /** One line. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** RFC 5545, and its method, which the part's content type names too. */
  readonly calendar: { readonly method: "REQUEST" | "CANCEL"; readonly content: string } | undefined;
  /** With its angle brackets; the same each time the mail is composed. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
  /** RFC 5321: where bounces go. */
  readonly envelopeFrom: string;
}

/** A mail that is not wanted any more, and why, for the operator to read. */
export interface Suppressed {
  readonly suppressed: string;
}

export function isSuppressed(outcome: ComposedMail | Suppressed): outcome is Suppressed {
  return "suppressed" in outcome;
}
