import type { Addresses } from "./addresses.ts";
import type { MailedEvent, Recipient } from "./queries.ts";

export interface Tracking {
  /** Where a link of the HTML part leads instead. */
  follow(url: string): string;
  /** Of the picture that tells of an opened mail. */
  readonly pixel: string;
}

/** All that a mail can tell: the event, the person it goes to, and where its links lead. */
export interface RenderContext {
  readonly event: Pick<
    MailedEvent,
    | "id"
    | "title"
    | "abstract"
    | "promotionalSummary"
    | "startsAt"
    | "liveEndsAt"
    | "durationMinutes"
    | "timeZone"
    | "languageCode"
    | "countryCode"
    | "venue"
    | "address"
    | "clientName"
    | "presenterNames"
  >;
  readonly recipient: Recipient;
  readonly addresses: Addresses;
  /** Counts who follows a link and who opens the mail; nothing is counted without it. */
  readonly tracking?: Tracking;
}
