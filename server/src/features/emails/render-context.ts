import type { Addresses } from "./addresses.ts";
import type { MailedEvent, Recipient } from "./queries.ts";

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
}
