import { type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { CalendarReminders, EventEmails, Registrants } from "../../../db/types.ts";
import type { MailedEvent } from "../../webinars/event-emails/queries.ts";

export interface EventKey {
  readonly clientId: number;
  readonly eventId: number;
}

/** Deleted ones too: their people are told so. */
export async function listMailedEvents(db: Db, keys: readonly EventKey[]): Promise<MailedEvent[]> {
  const { rows } = await sql<MailedEvent>`
    select e.*, c.name as client_name, c.mail_from as sender_address,
      coalesce((select array_agg(s.name order by s.position, s.id) from speakers s
        where s.client_id = e.client_id and s.event_id = e.id), '{}') as presenter_names
    from events e join clients c on c.id = e.client_id
    where (e.client_id, e.id) in (${rowsOf(keys, "eventId")})`.execute(db);
  return rows;
}

export async function listEmailsOf(db: Db, keys: readonly EventKey[]): Promise<Selectable<EventEmails>[]> {
  const { rows } = await sql<Selectable<EventEmails>>`
    select * from event_emails where (client_id, event_id) in (${rowsOf(keys, "eventId")})`.execute(db);
  return rows;
}

export async function listCalendarRemindersOf(
  db: Db,
  keys: readonly EventKey[],
): Promise<Selectable<CalendarReminders>[]> {
  const { rows } = await sql<Selectable<CalendarReminders>>`
    select * from calendar_reminders where (client_id, event_id) in (${rowsOf(keys, "eventId")})`.execute(db);
  return rows;
}

export type ComposedPerson = Pick<
  Selectable<Registrants>,
  | "clientId"
  | "id"
  | "email"
  | "firstName"
  | "lastName"
  | "company"
  | "jobTitle"
  | "languageCode"
  | "status"
  | "isBlocked"
  | "isAnonymous"
  | "eventEmail"
  | "cancellations"
>;

export async function listPeople(
  db: Db,
  keys: readonly { clientId: number; registrantId: number }[],
): Promise<ComposedPerson[]> {
  const { rows } = await sql<ComposedPerson>`
    select client_id, id, email, first_name, last_name, company, job_title, language_code, status, is_blocked,
      is_anonymous, event_email, cancellations
    from registrants where (client_id, id) in (${rowsOf(keys, "registrantId")})`.execute(db);
  return rows;
}

/** Pairs as a subquery: one statement, and one plan, for a batch of any size. */
function rowsOf<Key extends "eventId" | "registrantId">(
  keys: readonly ({ clientId: number } & Record<Key, number>)[],
  name: Key,
) {
  const clientIds = keys.map((key) => key.clientId);
  const ids = keys.map((key) => key[name]);
  return sql`select * from unnest(${clientIds}::bigint[], ${ids}::bigint[])`;
}
