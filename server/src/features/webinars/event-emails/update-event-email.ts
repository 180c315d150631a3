import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { isEmailAddress } from "../../../lib/email-address.ts";
import { type EventEmailKind, eventEmails } from "../../base/outbox/mail-kinds.ts";
import { findTiming, type TimingKey } from "../../base/outbox/timings.ts";
import { eventEmailChanges } from "./changes.ts";
import { type EventEmail, type EventEmailChanges, lockEventEmail, updateEventEmailRow } from "./queries.ts";

/** What a producer changes of an e-mail; absent = stays. */
export interface EventEmailUpdate {
  isActivated?: boolean;
  timing?: TimingKey;
  /** With the timing "custom" only, and needed by it. */
  customAt?: Date;
  fromLabel?: string;
  replyTo?: string;
  /** One line. */
  subject?: string;
  /** Plain text or HTML. */
  body?: string;
}

/** As published; characters. */
const fromLabelPattern = /^[A-Za-z0-9]{1,50}$/;
/** RFC 5321. */
const MAX_REPLY_TO = 254;
/** Characters; ours. Lines of mail headers have an end, and a mail of a megabyte is a mistake. */
export const MAX_SUBJECT = 250;
const MAX_BODY = 100_000;

/** Changes what is given of an event's e-mail, or refuses all of it. Answers the e-mail as it is then. */
export async function updateEventEmail(
  db: Db,
  place: { clientId: number; eventId: number; emailId: number },
  update: EventEmailUpdate,
  context: { actor: string; now: Date },
): Promise<EventEmail> {
  const { clientId, eventId, emailId } = place;
  return inTransaction(db, async (tx) => {
    const email = (await lockEventEmail(tx, clientId, eventId, emailId)) ?? fail("eventEmail.unknown", { emailId });
    const { timing, customAt, ...texts } = update;
    checkTexts(texts);
    const changes = { ...texts, ...timingChanges(email, { timing, customAt }, context.now) };
    if (Object.keys(changes).length === 0) return email;
    const changed = await updateEventEmailRow(tx, clientId, emailId, changes);
    await eventEmailChanges.record(tx, "event-email.updated", {
      clientId,
      eventId,
      subjectId: emailId,
      actor: context.actor,
    });
    return changed;
  });
}

function checkTexts({ fromLabel, replyTo, subject, body }: EventEmailUpdate): void {
  if (fromLabel !== undefined && !fromLabelPattern.test(fromLabel)) refuse("fromLabel");
  if (replyTo !== undefined && (replyTo.length > MAX_REPLY_TO || !isEmailAddress(replyTo))) refuse("replyTo");
  if (subject !== undefined && !isLineWithin(subject, MAX_SUBJECT)) refuse("subject");
  if (body !== undefined && !isBody(body)) refuse("body");
}

/** Whether a text is a line with something in it, of so many characters at most. */
export function isLineWithin(text: string, most: number): boolean {
  return text.trim() !== "" && [...text].length <= most && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}

/** Whether a text is something to send, and not a mistake. */
export function isBody(text: string): boolean {
  return text.trim() !== "" && text.length <= MAX_BODY;
}

function timingChanges(
  email: EventEmail,
  { timing, customAt }: { timing: TimingKey | undefined; customAt: Date | undefined },
  now: Date,
): EventEmailChanges {
  if (timing !== undefined) {
    const anchor = findTiming(timing)?.anchor;
    const { anchors } = eventEmails[email.kind as EventEmailKind].timing;
    if (!anchor || !anchors.includes(anchor)) fail("eventEmail.timingInvalid");
  }
  if ((timing ?? email.timing) !== "custom") {
    if (customAt) fail("eventEmail.sendTimeInvalid");
    return timing === undefined ? {} : { timing, customAt: null };
  }
  const time = customAt ?? email.customAt ?? fail("eventEmail.sendTimeInvalid");
  // What has passed can be sent back as it was read, which is to the second.
  if (customAt && customAt <= now && !isSameSecond(customAt, email.customAt)) fail("eventEmail.sendTimeInvalid");
  return { ...(timing !== undefined && { timing }), ...(customAt && { customAt: time }) };
}

function isSameSecond(one: Date, other: Date | null): boolean {
  return other !== null && Math.floor(one.getTime() / 1000) === Math.floor(other.getTime() / 1000);
}

function refuse(field: keyof EventEmailUpdate): never {
  fail("eventEmail.fieldInvalid", { field: field.toLowerCase() });
}
