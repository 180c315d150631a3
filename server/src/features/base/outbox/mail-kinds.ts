import { type EmailKind, emailKinds } from "./email-kinds.ts";

/** Mails with texts of our own: what happens before and after the e-mails that an event's producer writes. */
export const systemMailKinds = [
  /** Double opt-in: asks to confirm the address. */
  "confirm-address",
  "approval-pending",
  "denied",
  "waitlisted",
  /** The event's time, place or title is another now; one for each move. */
  "moved",
  /** The event takes place no more. */
  "cancelled",
] as const;

export type SystemMailKind = (typeof systemMailKinds)[number];
export type MailKind = EmailKind | SystemMailKind;

export const mailKinds: readonly MailKind[] = [...emailKinds, ...systemMailKinds];
