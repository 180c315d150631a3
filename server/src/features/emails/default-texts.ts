import type { EmailKind } from "./email-kinds.ts";

export interface EmailTexts {
  readonly subject: string;
  readonly body: string;
}

interface LanguageTexts {
  readonly emails: Readonly<Record<EmailKind, EmailTexts>>;
  readonly calendarReminder: EmailTexts & { readonly location: string };
}

const when = "Date and time: #EVENTDATE#\nDuration: #EVENTDURATION# minutes";
const join = "Join here: #JOINURL#";
const foot = "Need help? #EVENTHELPURL#\nNo more e-mails about this webinar: #UNSUBSCRIBEURL#";

function body(...paragraphs: string[]): string {
  return paragraphs.join("\n\n");
}

const english: LanguageTexts = {
  emails: {
    confirmation: {
      subject: "Confirmation - #EVENTTITLE#",
      body: body(
        "Thank you for registering for #EVENTTITLE#. Save this e-mail: it has all you need to join.",
        when,
        `${join}\nAdd it to your calendar: #CALENDARURL#`,
        "The link is yours alone; please do not share it. If you cannot make it, you can cancel: #CANCELURL#",
        foot,
      ),
    },
    "reminder-1": {
      subject: "Reminder - #EVENTTITLE#",
      body: body("A friendly reminder that #EVENTTITLE# is coming up.", when, join, foot),
    },
    "reminder-2": {
      subject: "Starting soon - #EVENTTITLE#",
      body: body("#EVENTTITLE# begins soon, at #EVENTTIME#.", join, foot),
    },
    "reminder-3": {
      subject: "About to begin - #EVENTTITLE#",
      body: body("#EVENTTITLE# is about to begin. We look forward to seeing you.", join, foot),
    },
    "follow-up-attended": {
      subject: "Thank you for attending #EVENTTITLE#",
      body: body(
        "Thank you for attending #EVENTTITLE#. We hope it was worth your time.",
        "Come back to it whenever you like: #JOINURL#",
        foot,
      ),
    },
    "follow-up-missed": {
      subject: "We missed you at #EVENTTITLE#",
      body: body(
        "We are sorry that you could not join us for #EVENTTITLE#.",
        "It is not too late. Watch it on demand: #JOINURL#",
        foot,
      ),
    },
  },
  calendarReminder: {
    subject: "Reminder - #EVENTTITLE#",
    location: "Webcast",
    body: body("Thank you for registering for #EVENTTITLE#.", when, join),
  },
};

/** The texts of new events; another language is another entry. */
export const defaultTexts = { en: english };
