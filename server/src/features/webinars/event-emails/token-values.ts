import { replacementTokens, type TokenName } from "../../base/lookups/replacement-tokens.ts";
import { formatLocalised, formatWithZone, zoneNameOf } from "../events/event-language.ts";
import type { Addresses } from "./addresses.ts";
import type { Recipient } from "./queries.ts";
import type { RenderContext } from "./render-context.ts";

export interface TokenValue {
  /** An address becomes a link; a text never does. */
  readonly isAddress: boolean;
  readonly isEventName?: true;
  /** What stands in the token's place; empty when there is nothing to tell. */
  valueIn(context: RenderContext): string;
}

/** The value of every token of the table that /tokens serves: a token without one does not compile. */
const tokenValues: Readonly<Record<TokenName, TokenValue>> = {
  EVENTTITLE: { ...about((event) => oneLine(event.title)), isEventName: true },
  EVENTDATE: about((event) => formatWithZone(event.startsAt, event, { dateStyle: "full", timeStyle: "short" })),
  EVENTDAY: about((event) => formatLocalised(event.startsAt, event, { dateStyle: "full" })),
  EVENTTIME: about((event) => formatWithZone(event.startsAt, event, { timeStyle: "short" })),
  EVENTENDTIME: about((event) => formatWithZone(event.liveEndsAt, event, { timeStyle: "short" })),
  EVENTTIMEZONE: about((event) => zoneNameOf(event.startsAt, event)),
  EVENTDURATION: about((event) => String(event.durationMinutes)),
  EVENTABSTRACT: about((event) => event.abstract),
  EVENTSUMMARY: about((event) => event.promotionalSummary),
  EVENTID: about((event) => String(event.id)),
  AUDIENCEURL: address("audience"),
  PRESENTERNAMES: about((event) => [...new Set(event.presenterNames)].join(", ")),
  CLIENTNAME: about((event) => event.clientName),
  VENUE: about((event) => event.venue),
  VENUEADDRESS: about((event) => event.address),
  EMAIL: person("email"),
  FIRSTNAME: person("firstName"),
  LASTNAME: person("lastName"),
  COMPANY: person("company"),
  JOBTITLE: person("jobTitle"),
  EVENTUSERID: { isAddress: false, valueIn: ({ recipient }) => String(recipient.id) },
  JOINURL: address("join"),
  CALENDARURL: address("calendar"),
  CONFIRMURL: address("confirm"),
  TICKETURL: address("ticket"),
  CANCELURL: address("cancel"),
  EVENTHELPURL: address("help"),
  UNSUBSCRIBEURL: address("unsubscribe"),
};

function about(tell: (event: RenderContext["event"]) => string | null): TokenValue {
  return { isAddress: false, valueIn: ({ event }) => tell(event) ?? "" };
}

/** What people say of themselves is one line, whatever they sent. */
function person(field: Exclude<keyof Recipient, "id">): TokenValue {
  return { isAddress: false, valueIn: ({ recipient }) => oneLine(recipient[field] ?? "") };
}

function address(name: keyof Addresses): TokenValue {
  return { isAddress: true, valueIn: ({ addresses }) => addresses[name] ?? "" };
}

/** Control characters and line breaks of any kind become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

const valueByToken = new Map(
  replacementTokens.map(({ value }) => [value as string, tokenValues[value.slice(1, -1) as TokenName]]),
);

/** A token in any letter case; what looks like one and is none stays text. */
// Linear: fixed words.
const tokenPattern = new RegExp(replacementTokens.map(({ value }) => value).join("|"), "gi");

/**
 * Replaces every token by what `write` makes of it; each other piece of the template goes through `literal`.
 * Values are put in once: a person called #JOINURL# stays #JOINURL#.
 */
export function replaceTokens(
  template: string,
  write: (token: TokenValue, index: number) => string,
  literal: (text: string) => string = (text) => text,
): string {
  let result = "";
  let end = 0;
  for (const match of template.matchAll(tokenPattern)) {
    const token = valueByToken.get(match[0].toUpperCase());
    if (!token) continue;
    result += literal(template.slice(end, match.index)) + write(token, match.index);
    end = match.index + match[0].length;
  }
  return result + literal(template.slice(end));
}
