import { type Anchor, AT_REGISTRATION, type TimingKey } from "./timings.ts";

/** What stands below a mail's own words: phrases that every language has. */
export type MailPart =
  | "when"
  | "join"
  | "addToCalendar"
  | "ticket"
  | "keepPrivate"
  | "cancel"
  | "watchAgain"
  | "watch"
  | "help"
  | "unsubscribe"
  | "confirm"
  | "notYou"
  | "apology";

interface MailRow {
  /** In the keys of mails that are out: never changed, never another's. Two characters at most, as addresses are short. */
  readonly code: string;
  readonly staffName: string;
  /** Where people stand whom it is meant for; whoever has gone on since has other mail. */
  readonly meantFor: readonly ("active" | "unconfirmed" | "pending" | "denied" | "waitlisted" | "deleted")[];
  /**
   * An answer follows what happened to one person, and comes also when all else was unsubscribed. A broadcast goes to
   * everybody, and waits behind all answers.
   */
  readonly reach: "answer" | "broadcast";
  /** Whether it comes once a stay, which is its occasion: see stays.ts. */
  readonly isOfStay?: true;
  /** Whether it is of no use any more once there is nothing to come to. */
  readonly isForComing?: true;
  /** What it does with the entry in the person's calendar (RFC 5546). */
  readonly calendar?: "REQUEST" | "CANCEL";
  /** Paragraphs, and in them lines. One that lets people unsubscribe says so in its headers too. */
  readonly parts: readonly (MailPart | readonly MailPart[])[];
}

/** An e-mail of the event: its producer writes and times it, and its statistics tell of it. */
interface EventEmailRow extends MailRow {
  readonly timing: {
    /** What it may be timed by: a reminder after the event, or a follow-up before it, would be nonsense to its reader. */
    readonly anchors: readonly Anchor[];
    /** Of a new event, as the next. */
    readonly initial: TimingKey;
    readonly isOn: boolean;
  };
}

const foot = ["help", "unsubscribe"] as const;
const reminder = { meantFor: ["active"], reach: "broadcast", isForComing: true } as const;
const followUp = { meantFor: ["active"], reach: "broadcast" } as const;
const beforeIt = ["before", "start", "custom"] as const;
const afterIt = ["after", "custom"] as const;

/** In the order they are listed. Follow-ups are off: nothing goes out after the event that its producer has not looked at. */
const eventEmailRows = {
  confirmation: {
    code: "c",
    staffName: "Confirmation",
    meantFor: ["active"],
    reach: "answer",
    isOfStay: true,
    calendar: "REQUEST",
    parts: ["when", ["join", "addToCalendar", "ticket"], ["keepPrivate", "cancel"], foot],
    timing: { anchors: [], initial: AT_REGISTRATION, isOn: true },
  },
  "reminder-1": {
    code: "r1",
    staffName: "Reminder 1",
    ...reminder,
    parts: ["when", ["join", "ticket"], foot],
    timing: { anchors: beforeIt, initial: "1-day-before", isOn: true },
  },
  "reminder-2": {
    code: "r2",
    staffName: "Reminder 2",
    ...reminder,
    parts: [["join", "ticket"], foot],
    timing: { anchors: beforeIt, initial: "1-hour-before", isOn: true },
  },
  "reminder-3": {
    code: "r3",
    staffName: "Reminder 3",
    ...reminder,
    parts: ["join", foot],
    timing: { anchors: beforeIt, initial: "15-minutes-before", isOn: false },
  },
  "follow-up-attended": {
    code: "fa",
    staffName: "Follow-up for attendees",
    ...followUp,
    parts: ["watchAgain", foot],
    timing: { anchors: afterIt, initial: "1-day-after", isOn: false },
  },
  "follow-up-missed": {
    code: "fm",
    staffName: "Follow-up for no-shows",
    ...followUp,
    parts: ["watch", foot],
    timing: { anchors: afterIt, initial: "1-day-after", isOn: false },
  },
} satisfies Record<string, EventEmailRow>;

/** Mails of our own: what happens before and after the e-mails of the event. */
const systemMailRows = {
  /** Double opt-in. No link to unsubscribe: it may be a stranger's address, and nothing more comes unless it is confirmed. */
  "confirm-address": {
    code: "ca",
    staffName: "Confirm your address",
    meantFor: ["unconfirmed"],
    reach: "answer",
    parts: ["confirm", "when", "notYou"],
  },
  /**
   * The way in, for whoever asks on the event's page; one in some minutes, which are its occasion. Who has not confirmed
   * the address gets none, as it may be a stranger's.
   */
  "log-in": {
    code: "li",
    staffName: "The link to log in",
    meantFor: ["active", "pending", "waitlisted", "denied"],
    reach: "answer",
    parts: ["join", ["keepPrivate", "help"]],
  },
  "approval-pending": {
    code: "ap",
    staffName: "Waiting for approval",
    meantFor: ["pending"],
    reach: "answer",
    isOfStay: true,
    parts: ["when", ["cancel", "help"]],
  },
  denied: {
    code: "de",
    staffName: "Denied",
    meantFor: ["denied"],
    reach: "answer",
    isOfStay: true,
    parts: ["help"],
  },
  waitlisted: {
    code: "wl",
    staffName: "Waiting list",
    meantFor: ["waitlisted"],
    reach: "answer",
    isOfStay: true,
    parts: ["when", ["cancel", "help"]],
  },
  /** Takes the entry that an invite of ours made out of the calendar; one for each time, which is its occasion. */
  "registration-cancelled": {
    code: "rc",
    staffName: "The registration is cancelled",
    meantFor: ["deleted"],
    reach: "answer",
    isForComing: true,
    calendar: "CANCEL",
    parts: ["help"],
  },
  /** The event's time, place or title is another now; one for each move, which is its occasion. */
  moved: {
    code: "mo",
    staffName: "The event has moved",
    meantFor: ["active"],
    reach: "broadcast",
    isForComing: true,
    calendar: "REQUEST",
    parts: ["when", ["join", "addToCalendar", "cancel"], foot],
  },
  /** The event takes place no more. */
  cancelled: {
    code: "cx",
    staffName: "The event is cancelled",
    meantFor: ["active"],
    reach: "broadcast",
    calendar: "CANCEL",
    parts: ["apology"],
  },
} satisfies Record<string, MailRow>;

export type EventEmailKind = keyof typeof eventEmailRows;
export type SystemMailKind = keyof typeof systemMailRows;
export type MailKind = EventEmailKind | SystemMailKind;

export const eventEmails: Readonly<Record<EventEmailKind, EventEmailRow>> = eventEmailRows;
/** Every mail that people get about an event: all that is known of a kind stands in its row. */
export const mailKinds: Readonly<Record<MailKind, MailRow>> = { ...eventEmailRows, ...systemMailRows };

export const eventEmailKinds = Object.keys(eventEmailRows) as readonly EventEmailKind[];
export const systemMailKinds = Object.keys(systemMailRows) as readonly SystemMailKind[];
export const allMailKinds: readonly MailKind[] = [...eventEmailKinds, ...systemMailKinds];
