import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { ClientRecord } from "../../base/accounts/client-record.ts";
import { findCalendarReminder, listEventEmails, listEventEmailTotals } from "./queries.ts";
import { updateCalendarReminder } from "./update-calendar-reminder.ts";
import { updateEventEmail } from "./update-event-email.ts";
import { readCalendarReminderUpdate, readEventEmailUpdate } from "./v2-form.ts";
import { presentCalendarReminder, presentEmail, presentEmailTotals } from "./v2-present.ts";
import * as schema from "./v2-schema.ts";

export interface EventEmailDeps {
  db: Kysely<Database>;
  /** The address that mail is sent from where a client has none of its own. */
  mailFrom: string;
  clients: LoadCache<number, ClientRecord>;
}

export function eventEmailOperations(v2: V2, deps: EventEmailDeps): void {
  notificationOperations(v2, deps);
  calendarReminderOperations(v2, deps);
  statisticsOperations(v2, deps);
}

function notificationOperations(v2: V2, { db, mailFrom, clients }: EventEmailDeps): void {
  const senderOf = async (clientId: number) => (await clients.get(clientId))?.mailFrom ?? mailFrom;

  v2.eventOperation("AnalyticsEventLevel.EmailNotificationDetails", {
    answer: schema.EmailList,
    handle: async ({ client, event }) => {
      const emails = await listEventEmails(db, client.id, event.id);
      const sender = await senderOf(client.id);
      return { eventid: event.id, emails: emails.map((email) => presentEmail(email, sender)) };
    },
  });

  v2.eventOperation("EventManagement.UpdateEmailNotification", {
    form: schema.UpdateEmailForm,
    answer: schema.Email,
    handle: async ({ client, event, token, form, params, now }) => {
      const emailId = readEmailId(params.emailId ?? "");
      const update = readEventEmailUpdate(form, event.timeZone);
      const place = { clientId: client.id, eventId: event.id, emailId };
      const updated = await updateEventEmail(db, place, update, { actor: `token:${token.id}`, now });
      return presentEmail(updated, await senderOf(client.id));
    },
  });
}

function calendarReminderOperations(v2: V2, { db }: EventEmailDeps): void {
  v2.eventOperation("AnalyticsEventLevel.EmailCalendarReminder", {
    answer: schema.CalendarReminder,
    handle: async ({ client, event }) => {
      const reminder = await findCalendarReminder(db, client.id, event.id);
      return {
        eventid: event.id,
        ...presentCalendarReminder(reminder ?? fail("event.unknown", { eventId: event.id })),
      };
    },
  });

  v2.eventOperation("EventManagement.UpdateEmailCalendarReminder", {
    form: schema.UpdateCalendarReminderForm,
    answer: schema.UpdatedCalendarReminder,
    handle: async ({ client, event, token, form, now }) => {
      const place = { clientId: client.id, eventId: event.id };
      const update = readCalendarReminderUpdate(form);
      return presentCalendarReminder(
        await updateCalendarReminder(db, place, update, { actor: `token:${token.id}`, now }),
      );
    },
  });
}

function statisticsOperations(v2: V2, { db }: EventEmailDeps): void {
  v2.eventOperation("AnalyticsEventLevel.EmailStatistics", {
    answer: schema.EmailStatistics,
    handle: async ({ client, event }) => ({
      eventId: event.id,
      emailStatistics: (await listEventEmailTotals(db, client.id, event.id)).map(presentEmailTotals),
    }),
  });
}

function readEmailId(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : fail("eventEmail.unknown", { emailId: text });
}
