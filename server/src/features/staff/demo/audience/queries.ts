import { sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { RoomKey } from "../../../../http/socket/room-parts.ts";

export interface DatedRegistration {
  readonly registrantId: number;
  readonly createdAt: Date;
}

/** Puts registrations into the past. */
export async function dateRegistrations(
  tx: Db,
  clientId: number,
  registrations: readonly DatedRegistration[],
): Promise<void> {
  const ids = registrations.map(({ registrantId }) => registrantId);
  const times = registrations.map(({ createdAt }) => createdAt);
  await sql`
    update registrants r set created_at = d.at, last_activity_at = d.at
    from unnest(${ids}::bigint[], ${times}::timestamptz[]) as d (id, at)
    where r.client_id = ${clientId} and r.id = d.id`.execute(tx);
}

export interface SentMail {
  readonly registrantId: number;
  readonly kind: string;
  readonly sentAt: Date;
  readonly openedAt: Date | null;
  readonly clickedAt: Date | null;
}

/** Writes down mails as if they had gone out, and what came of them, with their totals. */
export async function insertSentMails(
  tx: Db,
  { clientId, eventId }: RoomKey,
  mails: readonly SentMail[],
): Promise<void> {
  await tx
    .insertInto("mails")
    .values(mails.map(({ sentAt, ...mail }) => ({ clientId, eventId, ...mail, state: "sent", dueAt: sentAt, sentAt })))
    .execute();
  await sql`
    insert into event_mail_totals (client_id, event_id, kind, sent, opened, clicked)
    select client_id, event_id, kind, count(*), count(opened_at), count(clicked_at) from mails
    where client_id = ${clientId} and event_id = ${eventId} group by 1, 2, 3`.execute(tx);
}

/** When something happened last: not now, while it is made. */
export async function dateTotals(tx: Db, { clientId, eventId }: RoomKey, at: Date): Promise<void> {
  await tx
    .updateTable("eventTotals")
    .set({ lastActivityAt: at })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .execute();
}
