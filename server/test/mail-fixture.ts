import ICAL from "ical.js";
import { type ParsedMail, simpleParser } from "mailparser";
import nodemailer from "nodemailer";
import type { RegistrantStatus } from "../src/features/admission/registration/people/registrant-status.ts";
import type { MailKind } from "../src/features/base/outbox/mail-kinds.ts";
import { composeMails } from "../src/features/mail/compose/compose-mail.ts";
import { type ComposedMail, type DueMail, isSuppressed } from "../src/features/mail/compose/composed-mail.ts";
import { emailKey } from "../src/lib/email-address.ts";
import { createDoors } from "./admission-fixture.ts";
import { checkCalendar } from "./calendar-grammar.ts";
import type { TestApp } from "./harness.ts";

/** A person and event to write mails to, as rows: who is let in and when is other tests' business. */
export interface Person {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
}

interface PersonValues {
  email?: string;
  firstName?: string | null;
  lastName?: string | null;
  status?: RegistrantStatus;
  languageCode?: string | null;
  isBlocked?: boolean;
  isAnonymous?: boolean;
  eventEmail?: string | null;
}

let made = 0;

export async function addPerson(
  app: TestApp,
  event: { clientId: number; id: number },
  values: PersonValues = {},
): Promise<Person> {
  const email = values.email ?? `person-${++made}@acme.com`;
  const { id } = await app.database.db
    .insertInto("registrants")
    .values({
      clientId: event.clientId,
      eventId: event.id,
      email,
      emailKey: emailKey(email),
      firstName: "Gina",
      lastName: "Smith",
      ...values,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { clientId: event.clientId, eventId: event.id, registrantId: id };
}

export function dueMail(person: Person, kind: MailKind, occasion = ""): DueMail {
  return { ...person, kind, occasion };
}

/** The mail, or why there is none. */
export async function compose(
  app: TestApp,
  person: Person,
  kind: MailKind,
  occasion = "",
): Promise<ComposedMail | string> {
  const [outcome] = await composeMails(app.jobContext, [dueMail(person, kind, occasion)]);
  if (!outcome) throw new Error("nothing was composed");
  return isSuppressed(outcome) ? outcome.suppressed : outcome;
}

/** A mail that must be there. */
export async function composed(app: TestApp, person: Person, kind: MailKind, occasion = ""): Promise<ComposedMail> {
  const outcome = await compose(app, person, kind, occasion);
  if (typeof outcome === "string") throw new Error(`suppressed: ${outcome}`);
  return outcome;
}

/** The mail as bytes on the wire. */
async function toBytes(mail: ComposedMail): Promise<Buffer> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { calendar, envelopeFrom: _, replyTo, ...rest } = mail;
  const { message } = await transport.sendMail({
    ...rest,
    ...(replyTo !== undefined && { replyTo }),
    ...(calendar && { icalEvent: calendar }),
  });
  return message as Buffer;
}

/** What a receiver reads. */
export async function received(mail: ComposedMail): Promise<ParsedMail> {
  return simpleParser(await toBytes(mail));
}

/** The one event of a calendar that is right by the grammar, by a reader that is not ours. */
export function readCalendar(text: string): { method: string; event: ICAL.Event; component: ICAL.Component } {
  checkCalendar(text);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const components = calendar.getAllSubcomponents("vevent");
  const component = components[0];
  if (!component || components.length !== 1) throw new Error(`${components.length} events`);
  return { method: String(calendar.getFirstPropertyValue("method")), event: new ICAL.Event(component), component };
}

/** A row of the queue, and what counts it, as if the mail had gone out. */
export async function addMail(
  app: TestApp,
  person: Person,
  kind: MailKind,
  state = "sent",
  occasion = "",
): Promise<void> {
  await app.database.db
    .insertInto("mails")
    .values({ ...person, kind, occasion, state })
    .execute();
  if (state !== "sent") return;
  await app.database.pool.query(
    `insert into event_mail_totals as t (client_id, event_id, kind, sent) values ($1, $2, $3, 1)
     on conflict (client_id, event_id, kind) do update set sent = t.sent + 1`,
    [person.clientId, person.eventId, kind],
  );
}

export async function mailTotals(app: TestApp, eventId: number): Promise<Record<string, unknown>> {
  const { rows } = await app.database.pool.query(
    "select kind, sent, bounced, opened, clicked from event_mail_totals where event_id = $1 order by kind",
    [eventId],
  );
  return Object.fromEntries(rows.map(({ kind, ...counts }) => [kind, counts]));
}

/** Registers people of acme.com, who are owed their confirmations by it; answers the event. */
export async function oweMails(app: TestApp, clientId: number, people: number): Promise<number> {
  const { id } = await app.build.event(clientId);
  const doors = createDoors(app);
  await Promise.all(Array.from({ length: people }, (_, n) => doors.enter("page", id, `p${n}-${id}@acme.com`)));
  await doors.drain();
  return id;
}

/** How many of all mails stand where. */
export async function mailStates(app: TestApp): Promise<Record<string, number>> {
  const { rows } = await app.database.pool.query("select state, count(*) as mails from mails group by 1");
  return Object.fromEntries(rows.map(({ state, mails }) => [state, mails]));
}
