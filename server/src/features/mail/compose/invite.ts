import { createHash } from "node:crypto";
import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator";
import type { Addresses } from "../../webinars/event-emails/addresses.ts";
import { calendarTextsFor } from "../../webinars/event-emails/default-texts.ts";
import { inLanguageOf } from "../../webinars/event-emails/event-language.ts";
import { isHtml, renderHtmlBody } from "../../webinars/event-emails/html-body.ts";
import { htmlToText } from "../../webinars/event-emails/html-to-text.ts";
import type { CalendarReminder, MailedEvent, Recipient } from "../../webinars/event-emails/queries.ts";
import type { RenderContext } from "../../webinars/event-emails/render-context.ts";
import { renderText } from "../../webinars/event-emails/render-email.ts";
import { oneLine } from "../../webinars/event-emails/token-values.ts";

export interface Invitation {
  readonly event: RenderContext["event"] & Pick<MailedEvent, "audienceKey" | "calendarSequence">;
  readonly registrant: Recipient;
  readonly addresses: Addresses;
  /** Default texts and no alarm without one. */
  readonly reminder: Pick<CalendarReminder, "subject" | "location" | "body" | "minutesBefore"> | undefined;
  /** REQUEST and CANCEL go out by mail; PUBLISH is the same entry, for somebody who fetches it. */
  readonly method: "REQUEST" | "CANCEL" | "PUBLISH";
  /** Who it comes from: an update counts only from whom the invite came. */
  readonly organizer: { readonly name: string; readonly email: string };
  readonly now: Date;
}

/** A person's entry in the calendar (RFC 5545), in the person's language: with its method it creates, moves or removes it. */
export function inviteOf(invitation: Invitation): string {
  const { method } = invitation;
  const calendar = ical({
    prodId: { company: "Lectern", product: "Webinars", language: "EN" },
    method: method as ICalCalendarMethod,
  });
  calendar.createEvent({
    ...describe(invitation),
    id: calendarUid(invitation.event, invitation.registrant),
    sequence: invitation.event.calendarSequence,
    stamp: invitation.now,
    start: invitation.event.startsAt,
    end: invitation.event.liveEndsAt,
    organizer: { name: quotable(invitation.organizer.name), email: invitation.organizer.email },
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: method === "CANCEL" ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  });
  return calendar.toString();
}

/** The same for all mails of a person and event, and for nobody else, on other installations too. */
export function calendarUid(event: { id: number; audienceKey: string }, registrant: { id: number }): string {
  const whole = createHash("sha256").update(`${event.id} ${event.audienceKey} ${registrant.id}`).digest("hex");
  return `${whole.slice(0, 32)}@lectern`;
}

/** What is read of the entry. */
function describe({ event, registrant, addresses, reminder, method }: Invitation): Partial<ICalEventData> {
  const spoken = inLanguageOf(event, registrant.languageCode);
  const context = { event: spoken, recipient: registrant, addresses };
  const texts = calendarTextsFor(reminder, spoken.languageCode);
  const minutesBefore = reminder?.minutesBefore ?? null;
  const summary = oneLine(renderText(texts.subject, context));
  return {
    summary,
    location: oneLine(renderText(texts.location, context)),
    description: withoutControls(bodyText(texts.body, context)),
    url: addresses.join,
    // RFC 5546: an entry that is fetched invites nobody.
    ...(method !== "PUBLISH" && { attendees: [attendeeOf(registrant)] }),
    ...(method !== "CANCEL" &&
      minutesBefore !== null && {
        alarms: [{ type: ICalAlarmType.display, triggerBefore: minutesBefore * 60, description: summary }],
      }),
  };
}

function bodyText(body: string, context: RenderContext): string {
  return isHtml(body) ? htmlToText(renderHtmlBody(body, context)) : renderText(body, context);
}

/** Whoever registered has accepted already: no answer is asked for. */
function attendeeOf({ email, firstName, lastName }: Recipient) {
  const name = quotable([firstName, lastName].filter(Boolean).join(" "));
  return {
    email,
    ...(name !== "" && { name }),
    rsvp: false,
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: ICalAttendeeStatus.ACCEPTED,
  };
}

/** RFC 5545 has no way to write a quotation mark or a control character into a parameter. */
function quotable(text: string): string {
  return oneLine(text.replaceAll('"', "'").replaceAll("\\", "/"));
}

function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "").replace(/[\p{Zl}\p{Zp}]/gu, "\n");
}
