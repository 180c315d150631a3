import Type, { type Static } from "typebox";
import { flag, instant, text } from "../../../http/v2/schema-parts.ts";

export const UpdateEmailForm = Type.Object({
  activated: flag("Whether it is sent"),
  whentosend: text("A published timing: before words for reminders, after words for follow-ups, Custom Date And Time"),
  goodafter: text("When to send it, in a format of liveStart; with Custom Date And Time, and needed there"),
  fromlabel: text("Name before the sender's address: letters and digits, 50 at most"),
  replyto: text("Address that answers go to"),
  subject: text("Up to 250 characters, with replacement tokens"),
  body: text("Plain text or HTML, up to 100,000 characters, with replacement tokens"),
});

export const Email = Type.Object({
  emailid: Type.Integer(),
  emailtype: Type.String({ description: "Confirmation Email, Reminder Email #1 …" }),
  activated: Type.String({ description: "Y or N" }),
  whentosend: Type.Optional(Type.String({ description: "Left out of the confirmation" })),
  goodafter: Type.Optional(instant("When it is sent, with Custom Date and Time")),
  from: Type.String({ description: "Address of the sender" }),
  fromlabel: Type.String(),
  replyto: Type.String({ description: "The sender's address unless set" }),
  subject: Type.String(),
  body: Type.String(),
});
export type Email = Static<typeof Email>;

export const EmailList = Type.Object({ eventid: Type.Integer(), emails: Type.Array(Email) });

const rate = (of: string) => Type.Number({ description: `Share of ${of}, up to four decimals` });

const EmailTotal = Type.Object({
  email: Type.String({ description: "Confirmation Email, Reminder Email #1 …" }),
  subject: Type.String(),
  sent: Type.Integer(),
  opened: Type.Integer({ description: "E-mails, not times" }),
  openrate: rate("those sent"),
  delivered: Type.Integer({ description: "Sent, and not come back" }),
  deliveryrate: rate("those sent"),
  clicked: Type.Integer({ description: "E-mails of which a link was followed" }),
  clickedthroughrate: rate("those sent"),
  clicktoopenrate: rate("those opened"),
});
export type EmailTotal = Static<typeof EmailTotal>;

export const EmailStatistics = Type.Object({ eventId: Type.Integer(), emailStatistics: Type.Array(EmailTotal) });

export const UpdateCalendarReminderForm = Type.Object({
  reminder: text("None, 0 Minutes, 5 Minutes … 1 Day; not once the event has started"),
  subject: text("Up to 250 characters, with replacement tokens"),
  location: text("Up to 250 characters"),
  body: text("Up to 100,000 characters, with replacement tokens"),
});

const calendarReminder = {
  reminder: Type.String({ description: "How long before the start" }),
  subject: Type.String(),
  location: Type.String(),
  body: Type.String(),
};

export const UpdatedCalendarReminder = Type.Object(calendarReminder);
export type UpdatedCalendarReminder = Static<typeof UpdatedCalendarReminder>;

export const CalendarReminder = Type.Object({ eventid: Type.Integer(), ...calendarReminder });
