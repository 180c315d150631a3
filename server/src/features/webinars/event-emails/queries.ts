import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { CalendarReminders, EventEmails, Events, Registrants } from "../../../db/types.ts";
import type { EventEmailKind } from "../../base/outbox/mail-kinds.ts";

export type EventEmail = Selectable<EventEmails>;
export type NewEventEmail = Omit<Insertable<EventEmails>, "clientId" | "eventId">;
export type EventEmailChanges = Pick<
  Updateable<EventEmails>,
  "isActivated" | "timing" | "customAt" | "fromLabel" | "replyTo" | "subject" | "body"
>;
export type CalendarReminder = Selectable<CalendarReminders>;
export type NewCalendarReminder = Omit<Insertable<CalendarReminders>, "clientId" | "eventId">;
export type CalendarReminderChanges = Pick<
  Updateable<CalendarReminders>,
  "minutesBefore" | "subject" | "location" | "body"
>;

export async function insertEventEmails(
  db: Db,
  clientId: number,
  eventId: number,
  emails: readonly NewEventEmail[],
): Promise<void> {
  await db
    .insertInto("eventEmails")
    .values(emails.map((email) => ({ ...email, clientId, eventId })))
    .execute();
}

export async function insertCalendarReminder(
  db: Db,
  clientId: number,
  eventId: number,
  reminder: NewCalendarReminder,
): Promise<void> {
  await db
    .insertInto("calendarReminders")
    .values({ ...reminder, clientId, eventId })
    .execute();
}

/** Gives an event the e-mails of another one; answers those of the new ones with a time of the producer's own. */
export async function copyEventEmailRows(
  db: Db,
  clientId: number,
  fromId: number,
  toId: number,
): Promise<{ id: number; customAt: Date }[]> {
  const { rows } = await sql<{ id: number; customAt: Date | null }>`
    insert into event_emails
      (client_id, event_id, kind, is_activated, timing, custom_at, from_label, reply_to, subject, body)
    select client_id, ${toId}, kind, is_activated, timing, custom_at, from_label, reply_to, subject, body
    from event_emails where client_id = ${clientId} and event_id = ${fromId} order by id
    returning id, custom_at`.execute(db);
  return rows.flatMap(({ id, customAt }) => (customAt ? [{ id, customAt }] : []));
}

export async function copyCalendarReminder(db: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    insert into calendar_reminders (client_id, event_id, minutes_before, subject, location, body)
    select client_id, ${toId}, minutes_before, subject, location, body
    from calendar_reminders where client_id = ${clientId} and event_id = ${fromId}`.execute(db);
}

export async function listEventEmails(db: Db, clientId: number, eventId: number): Promise<EventEmail[]> {
  return db
    .selectFrom("eventEmails")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .orderBy("id")
    .execute();
}

export type EventEmailTotals = Pick<EventEmail, "kind" | "subject"> &
  Record<"sent" | "bounced" | "opened" | "clicked", number>;

/** Every e-mail of the event, also those that never went out. */
export async function listEventEmailTotals(db: Db, clientId: number, eventId: number): Promise<EventEmailTotals[]> {
  const { rows } = await sql<EventEmailTotals>`
    select e.kind, e.subject, coalesce(t.sent, 0) as sent, coalesce(t.bounced, 0) as bounced,
      coalesce(t.opened, 0) as opened, coalesce(t.clicked, 0) as clicked
    from event_emails e
    left join event_mail_totals t on t.client_id = e.client_id and t.event_id = e.event_id and t.kind = e.kind
    where e.client_id = ${clientId} and e.event_id = ${eventId} order by e.id`.execute(db);
  return rows;
}

export async function findEventEmail(
  db: Db,
  clientId: number,
  eventId: number,
  id: number,
): Promise<EventEmail | undefined> {
  return selectEventEmail(db, clientId, eventId, id).executeTakeFirst();
}

/** For changing it in this transaction. */
export async function lockEventEmail(
  db: Db,
  clientId: number,
  eventId: number,
  id: number,
): Promise<EventEmail | undefined> {
  return selectEventEmail(db, clientId, eventId, id).forUpdate().executeTakeFirst();
}

function selectEventEmail(db: Db, clientId: number, eventId: number, id: number) {
  return db
    .selectFrom("eventEmails")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", id);
}

export async function updateEventEmailRow(
  db: Db,
  clientId: number,
  id: number,
  changes: EventEmailChanges,
): Promise<EventEmail> {
  return db
    .updateTable("eventEmails")
    .set({ ...changes, modifiedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findCalendarReminder(
  db: Db,
  clientId: number,
  eventId: number,
): Promise<CalendarReminder | undefined> {
  return selectCalendarReminder(db, clientId, eventId).executeTakeFirst();
}

/** For changing it in this transaction. */
export async function lockCalendarReminder(
  db: Db,
  clientId: number,
  eventId: number,
): Promise<CalendarReminder | undefined> {
  return selectCalendarReminder(db, clientId, eventId).forUpdate().executeTakeFirst();
}

function selectCalendarReminder(db: Db, clientId: number, eventId: number) {
  return db.selectFrom("calendarReminders").selectAll().where("clientId", "=", clientId).where("eventId", "=", eventId);
}

export async function updateCalendarReminderRow(
  db: Db,
  clientId: number,
  eventId: number,
  changes: CalendarReminderChanges,
): Promise<CalendarReminder> {
  return db
    .updateTable("calendarReminders")
    .set({ ...changes, modifiedAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What a mail tells of its event. */
export type MailedEvent = Selectable<Events> & {
  clientName: string;
  /** The client's own sender of e-mails. */
  senderAddress: string | null;
  presenterNames: string[];
};

export async function findMailedEvent(db: Db, clientId: number, eventId: number): Promise<MailedEvent | undefined> {
  const { rows } = await sql<MailedEvent>`
    select e.*, c.name as client_name, c.mail_from as sender_address,
      coalesce((select array_agg(s.name order by s.position, s.id) from speakers s
        where s.client_id = e.client_id and s.event_id = e.id), '{}') as presenter_names
    from events e join clients c on c.id = e.client_id
    where e.client_id = ${clientId} and e.id = ${eventId} and e.deleted_at is null`.execute(db);
  return rows[0];
}

export type Recipient = Pick<
  Selectable<Registrants>,
  "id" | "email" | "firstName" | "lastName" | "company" | "jobTitle" | "languageCode"
>;

/** Somebody who has the event in a calendar, or had. */
export type InvitedPerson = Recipient & Pick<Selectable<Registrants>, "status" | "cancellations">;

export async function findRecipient(
  db: Db,
  clientId: number,
  eventId: number,
  id: number,
): Promise<InvitedPerson | undefined> {
  return db
    .selectFrom("registrants")
    .select(["id", "email", "firstName", "lastName", "company", "jobTitle", "languageCode", "status", "cancellations"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function isEventEmailActivated(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
  kind: EventEmailKind,
): Promise<boolean> {
  const email = await db
    .selectFrom("eventEmails")
    .select("isActivated")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return email?.isActivated ?? false;
}
