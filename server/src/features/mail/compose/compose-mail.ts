import { setImmediate } from "node:timers/promises";
import type { Selectable } from "kysely";
import type { CalendarReminders, EventEmails } from "../../../db/types.ts";
import type { JobContext } from "../../../jobs/jobs.ts";
import { isEmailAddress } from "../../../lib/email-address.ts";
import { wireAddress } from "../../../lib/wire-address.ts";
import { personKeyOf } from "../../admission/registration/people/person-key.ts";
import { listUnsubscribed } from "../../admission/unsubscriptions/queries.ts";
import { isLive } from "../../base/lookups/event-types.ts";
import { eventEmails, type MailKind, mailKinds, type SystemMailKind } from "../../base/outbox/mail-kinds.ts";
import { type Addresses, addressesOf } from "../../webinars/event-emails/addresses.ts";
import { eventEmailTextsFor, type ReadTexts, systemTextsFor } from "../../webinars/event-emails/default-texts.ts";
import type { MailedEvent } from "../../webinars/event-emails/queries.ts";
import { type RenderedMail, renderMail } from "../../webinars/event-emails/render-mail.ts";
import { oneLine } from "../../webinars/event-emails/token-values.ts";
import { inLanguageOf } from "../../webinars/events/event-language.ts";
import {
  type ComposedPerson,
  listCalendarRemindersOf,
  listEmailsOf,
  listMailedEvents,
  listPeople,
} from "./compose-queries.ts";
import type { ComposedMail, DueMail, MailAddress, Suppressed } from "./composed-mail.ts";
import { findObjection, isOver } from "./find-objection.ts";
import { inviteOf } from "./invite.ts";
import { bounceAddress, headersOf } from "./mail-headers.ts";
import { writeMailKey } from "./mail-key.ts";
import { trackingOf } from "./tracking.ts";

export type ComposeContext = Pick<JobContext, "db" | "sealer" | "now"> & {
  readonly config: Pick<JobContext["config"], "publicUrl" | "mailFrom" | "bounceTo" | "mailTracking">;
};

/** A few milliseconds. */
const AT_ONCE = 10;

/** All that a batch needs, read in as many statements whatever its size. */
interface Material {
  readonly events: ReadonlyMap<number, MailedEvent>;
  readonly people: ReadonlyMap<number, ComposedPerson>;
  readonly unsubscribed: ReadonlySet<number>;
  readonly emails: readonly Selectable<EventEmails>[];
  readonly reminders: ReadonlyMap<number, Selectable<CalendarReminders>>;
}

/** Writes the mails of a batch as things stand now, each in its person's language; in the batch's order. */
export async function composeMails(
  context: ComposeContext,
  batch: readonly DueMail[],
): Promise<(ComposedMail | Suppressed)[]> {
  if (batch.length === 0) return [];
  const material = await readMaterial(context, batch);
  const outcomes: (ComposedMail | Suppressed)[] = [];
  for (const [index, mail] of batch.entries()) {
    // The connections that send meanwhile are not to wait for a whole batch.
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    outcomes.push(composeMail(context, material, mail));
  }
  return outcomes;
}

async function readMaterial({ db, sealer }: ComposeContext, batch: readonly DueMail[]): Promise<Material> {
  const keys = [...new Map(batch.map((mail) => [mail.eventId, mail])).values()];
  const events = await listMailedEvents(db, keys);
  const emails = await listEmailsOf(db, keys);
  const reminders = await listCalendarRemindersOf(db, keys);
  const people = new Map((await listPeople(db, batch)).map((person) => [person.id, person]));
  const addressees = batch.map((mail) => ({ ...mail, email: people.get(mail.registrantId)?.email ?? "" }));
  return {
    // Ids of events and registrants are no client's own: one sequence for all.
    events: new Map(events.map((event) => [event.id, event])),
    people,
    reminders: new Map(reminders.map((reminder) => [reminder.eventId, reminder])),
    emails,
    unsubscribed: await listUnsubscribed(db, sealer, addressees),
  };
}

function composeMail(context: ComposeContext, material: Material, mail: DueMail): ComposedMail | Suppressed {
  const event = material.events.get(mail.eventId);
  const person = material.people.get(mail.registrantId);
  const email = (kind: MailKind) => material.emails.find((one) => one.eventId === mail.eventId && one.kind === kind);
  const own = email(mail.kind);
  const objection = findObjection(mail, {
    event,
    person,
    isActivated: own?.isActivated ?? true,
    hasUnsubscribed: material.unsubscribed.has(mail.registrantId),
    now: context.now(),
  });
  if (objection !== undefined || !event || !person) return { suppressed: objection ?? "" };
  if (!isEmailAddress(person.email)) return { suppressed: "The person's address is none." };
  const spoken = inLanguageOf(event, person.languageCode);
  const texts = own ? eventEmailTextsFor(own, event, spoken) : systemTextsFor(mail.kind as SystemMailKind, spoken);
  // Our own mails come from whom the confirmation comes from.
  const sender = own ?? email("confirmation");
  return write(context, { mail, event, spoken, person, texts, sender, reminder: material.reminders.get(event.id) });
}

interface Draft {
  readonly mail: DueMail;
  readonly event: MailedEvent;
  /** The event in the person's language. */
  readonly spoken: MailedEvent;
  readonly person: ComposedPerson;
  readonly texts: ReadTexts;
  readonly sender: Selectable<EventEmails> | undefined;
  readonly reminder: Selectable<CalendarReminders> | undefined;
}

function write({ config, sealer, now }: ComposeContext, draft: Draft): ComposedMail {
  const { mail, event, person, sender } = draft;
  const key = writeMailKey(sealer, mail);
  const { confirm, ...links } = addressesOf(config.publicUrl, event, personKeyOf(sealer, person.id));
  const addresses = { ...links, ...(mail.kind === "confirm-address" && confirm !== undefined && { confirm }) };
  const from: MailAddress = { name: sender?.fromLabel ?? "", address: event.senderAddress ?? config.mailFrom };
  // What answers a person's own doing is nobody's statistics.
  const isTracked = config.mailTracking && mail.kind in eventEmails;
  const tracking = isTracked && trackingOf(sealer, config.publicUrl, key, addresses);
  const rendered: RenderedMail = renderMail(draft.texts, {
    event: draft.spoken,
    recipient: person,
    addresses,
    ...(tracking && { tracking }),
  });
  return {
    ...rendered,
    from,
    to: { name: oneLine([person.firstName, person.lastName].filter(Boolean).join(" ")), address: person.email },
    replyTo: sender?.replyTo ?? undefined,
    calendar: calendarOf(draft, addresses, from, now()),
    messageId: `<${key}@${wireAddress(from.address).split("@")[1]}>`,
    headers: headersOf(mail.kind, addresses),
    envelopeFrom: bounceAddress(config, key),
  };
}

/** What puts the event into a calendar, moves it there, or takes it out; nothing where there is no time to note. */
function calendarOf(
  { mail, event, spoken, person, reminder }: Draft,
  addresses: Addresses,
  from: MailAddress,
  now: Date,
): ComposedMail["calendar"] {
  const method = mailKinds[mail.kind].calendar;
  if (!method || !isLive(event.type) || isOver(event, now)) return undefined;
  const organizer = { name: from.name || event.clientName, email: from.address };
  const content = inviteOf({ event: spoken, registrant: person, addresses, reminder, method, organizer, now });
  return { method, content };
}
