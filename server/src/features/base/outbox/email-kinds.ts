import type { Anchor } from "./timings.ts";

/** The six e-mails of an event, in the order they are listed. */
export const emailKinds = [
  "confirmation",
  "reminder-1",
  "reminder-2",
  "reminder-3",
  "follow-up-attended",
  "follow-up-missed",
] as const;

export type EmailKind = (typeof emailKinds)[number];

const reminder: readonly Anchor[] = ["before", "start", "custom"];
const followUp: readonly Anchor[] = ["after", "custom"];

/** What each kind may be timed by: a reminder after the event, or a follow-up before it, would be nonsense to its reader. */
export const anchorsOf: Readonly<Record<EmailKind, readonly Anchor[]>> = {
  confirmation: [],
  "reminder-1": reminder,
  "reminder-2": reminder,
  "reminder-3": reminder,
  "follow-up-attended": followUp,
  "follow-up-missed": followUp,
};
