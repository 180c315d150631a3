import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { EventEmailKind } from "../../base/outbox/mail-kinds.ts";
import { AT_REGISTRATION, type EventClock, type TimingKey } from "../../base/outbox/timings.ts";
import type { EventCourse } from "../../webinars/events/event-phase.ts";

/** An e-mail that goes to everybody at a time, and what that time follows from. */
export type DatedEmail = EventClock &
  EventCourse & {
    readonly clientId: number;
    readonly eventId: number;
    readonly id: number;
    readonly kind: EventEmailKind;
    readonly timing: TimingKey;
    readonly customAt: Date | null;
    readonly dispatchedAt: Date | null;
  };

const columns = sql`m.client_id, m.event_id, m.id, m.kind, m.timing, m.custom_at, m.dispatched_at, e.type, e.starts_at,
  e.started_at, e.live_starts_at, e.live_ends_at, e.ended_at, e.archive_starts_at, e.archive_ends_at,
  e.is_archive_available, e.time_zone`;

/** Nobody has been seen to attend yet: those who attended get their e-mail when there is a console that notes them. */
const isWanted = sql`m.is_activated and m.timing <> ${AT_REGISTRATION} and m.kind <> 'follow-up-attended'
  and e.is_active and e.deleted_at is null`;

/**
 * The e-mails that may be due by now: those timed by an event within reach of the longest timing, two weeks, a day more
 * for zones, and what a webinar lasts; and those with a time of their own that has come lately.
 */
export async function listDatedEmails(db: Db, now: Date): Promise<DatedEmail[]> {
  const { rows } = await sql<DatedEmail>`
    select ${columns} from events e join event_emails m on m.client_id = e.client_id and m.event_id = e.id
    where e.starts_at between ${now}::timestamptz - interval '5 weeks' and ${now}::timestamptz + interval '15 days'
      and m.timing <> 'custom' and ${isWanted}
    union all
    select ${columns} from event_emails m join events e on e.client_id = m.client_id and e.id = m.event_id
    where m.custom_at between ${now}::timestamptz - interval '5 weeks' and ${now}::timestamptz
      and m.timing = 'custom' and ${isWanted}
    order by 3`.execute(db);
  return rows;
}

/** Answers whether it still stands as it was read and nobody else is at it. */
export async function lockDispatch(tx: Db, email: DatedEmail): Promise<boolean> {
  const { rows } = await sql`
    select from event_emails where client_id = ${email.clientId} and id = ${email.id} and is_activated
      and dispatched_at is not distinct from ${email.dispatchedAt} for no key update skip locked`.execute(tx);
  return rows.length === 1;
}

/** Owes a chunk of people the e-mail of this due time; answers the last of them, or undefined when there are no more. */
export async function oweEmail(
  tx: Db,
  { clientId, eventId, kind }: DatedEmail,
  { dueAt, afterId, most }: { dueAt: Date; afterId: number; most: number },
): Promise<number | undefined> {
  const { rows } = await sql<{ lastId: number }>`
    with people as (
      select id from registrants
      where client_id = ${clientId} and event_id = ${eventId} and id > ${afterId} and status = 'active'
        and not is_blocked and not is_anonymous and created_at < ${dueAt}
      order by id limit ${most}
    ), owed as (
      insert into mails (client_id, event_id, registrant_id, kind, occasion, is_broadcast)
      select ${clientId}, ${eventId}, id, ${kind}, ${dueAt.getTime().toString(36)}, true from people order by id
      on conflict do nothing
    )
    select max(id) as last_id from people having count(*) = ${most}`.execute(tx);
  return rows[0]?.lastId;
}

/** Not a change of what its producer wrote: the time of that stays. */
export async function markDispatched(tx: Db, { clientId, id }: DatedEmail, at: Date): Promise<void> {
  await sql`update event_emails set dispatched_at = ${at} where client_id = ${clientId} and id = ${id}`.execute(tx);
}
