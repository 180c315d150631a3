import { createHash } from "node:crypto";
import ICAL from "ical.js";
import { mailtoOf } from "../../../lib/wire-address.ts";
import type { Addresses } from "../../webinars/event-emails/addresses.ts";
import { calendarTextsFor } from "../../webinars/event-emails/default-texts.ts";
import { isHtml, renderHtmlBody } from "../../webinars/event-emails/html-body.ts";
import { htmlToText } from "../../webinars/event-emails/html-to-text.ts";
import type { CalendarReminder, InvitedPerson, MailedEvent, Recipient } from "../../webinars/event-emails/queries.ts";
import type { RenderContext } from "../../webinars/event-emails/render-context.ts";
import { renderText } from "../../webinars/event-emails/render-mail.ts";
import { oneLine } from "../../webinars/event-emails/token-values.ts";
import { inLanguageOf } from "../../webinars/events/event-language.ts";

export interface Invitation {
  readonly event: RenderContext["event"] & Pick<MailedEvent, "audienceKey" | "calendarSequence">;
  readonly registrant: InvitedPerson;
  readonly addresses: Addresses;
  /** Default texts and no alarm without one. */
  readonly reminder: Pick<CalendarReminder, "subject" | "location" | "body" | "minutesBefore"> | undefined;
  /** REQUEST and CANCEL go out by mail; PUBLISH is the same entry, for somebody who fetches it. */
  readonly method: "REQUEST" | "CANCEL" | "PUBLISH";
  /** Who it comes from: an update counts only from whom the invite came. */
  readonly organizer: { readonly name: string; readonly email: string };
  readonly now: Date;
}

// A line goes on after a blank, which is not counted otherwise.
ICAL.foldLength = 74;

/** A person's entry in the calendar (RFC 5545), in the person's language: with its method it creates, moves or removes it. */
export function inviteOf(invitation: Invitation): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Lectern//Webinars//EN");
  calendar.addPropertyWithValue("method", invitation.method);
  calendar.addSubcomponent(entryOf(invitation));
  return `${calendar}\r\n`;
}

/** The same for all mails of a person and event, and for nobody else, on other installations too. */
export function calendarUid(event: { id: number; audienceKey: string }, registrant: { id: number }): string {
  const whole = createHash("sha256").update(`${event.id} ${event.audienceKey} ${registrant.id}`).digest("hex");
  return `${whole.slice(0, 32)}@lectern`;
}

/**
 * Higher each time the entry changes: with the event, and each time the person goes (by one) or comes back (by another).
 * Calendars ignore what has a lower one than they have seen.
 */
function sequenceOf(event: { calendarSequence: number }, { cancellations, status }: InvitedPerson): number {
  return event.calendarSequence + 2 * cancellations - (status === "deleted" ? 1 : 0);
}

function entryOf({ event, registrant, addresses, reminder, method, organizer, now }: Invitation): ICAL.Component {
  const spoken = inLanguageOf(event, registrant.languageCode);
  const context = { event: spoken, recipient: registrant, addresses };
  const texts = calendarTextsFor(reminder, spoken.languageCode);
  const summary = oneLine(renderText(texts.subject, context));
  const isCancelled = method === "CANCEL";
  const entry = new ICAL.Component("vevent");
  entry.addPropertyWithValue("uid", calendarUid(event, registrant));
  entry.addPropertyWithValue("sequence", sequenceOf(event, registrant));
  entry.addPropertyWithValue("dtstamp", ICAL.Time.fromJSDate(now, true));
  entry.addPropertyWithValue("dtstart", ICAL.Time.fromJSDate(event.startsAt, true));
  entry.addPropertyWithValue("dtend", ICAL.Time.fromJSDate(event.liveEndsAt, true));
  entry.addPropertyWithValue("summary", summary);
  entry.addPropertyWithValue("location", oneLine(renderText(texts.location, context)));
  entry.addPropertyWithValue("description", withoutControls(bodyText(texts.body, context)));
  entry.addPropertyWithValue("url", addresses.join);
  entry.addPropertyWithValue("status", isCancelled ? "CANCELLED" : "CONFIRMED");
  entry.addPropertyWithValue("x-microsoft-cdo-busystatus", isCancelled ? "FREE" : "BUSY");
  entry.addProperty(personOf("organizer", organizer));
  // RFC 5546: an entry that is fetched invites nobody.
  if (method !== "PUBLISH") entry.addProperty(attendeeOf(registrant));
  const minutesBefore = reminder?.minutesBefore ?? null;
  if (!isCancelled && minutesBefore !== null) entry.addSubcomponent(alarmOf(minutesBefore, summary));
  return entry;
}

function alarmOf(minutesBefore: number, summary: string): ICAL.Component {
  const alarm = new ICAL.Component("valarm");
  alarm.addPropertyWithValue("action", "DISPLAY");
  alarm.addPropertyWithValue("trigger", ICAL.Duration.fromSeconds(-minutesBefore * 60));
  alarm.addPropertyWithValue("description", summary);
  return alarm;
}

function bodyText(body: string, context: RenderContext): string {
  return isHtml(body) ? htmlToText(renderHtmlBody(body, context)) : renderText(body, context);
}

/** Whoever registered has accepted already: no answer is asked for. */
function attendeeOf({ email, firstName, lastName }: Recipient): ICAL.Property {
  const attendee = personOf("attendee", { name: [firstName, lastName].filter(Boolean).join(" "), email });
  attendee.setParameter("role", "REQ-PARTICIPANT");
  attendee.setParameter("cutype", "INDIVIDUAL");
  attendee.setParameter("partstat", "ACCEPTED");
  attendee.setParameter("rsvp", "FALSE");
  return attendee;
}

function personOf(property: "organizer" | "attendee", { name, email }: { name: string; email: string }): ICAL.Property {
  const person = new ICAL.Property(property);
  person.setValue(mailtoOf(email));
  const common = quotable(name);
  if (common !== "") person.setParameter("cn", common);
  return person;
}

/** RFC 5545 has no way to write a quotation mark or a control character into a parameter. */
function quotable(text: string): string {
  return oneLine(text.replaceAll('"', "'").replaceAll("\\", "/"));
}

function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "").replace(/[\p{Zl}\p{Zp}]/gu, "\n");
}
