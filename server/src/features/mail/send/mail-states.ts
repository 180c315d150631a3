import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { DueMail, MailKey } from "../compose/composed-mail.ts";

// What becomes of mails, whole batches at a time. A mail's state and its event's totals change in one statement.

const keys = (mails: readonly MailKey[]) => sql`
  unnest(${mails.map(({ clientId }) => clientId)}::bigint[], ${mails.map(({ registrantId }) => registrantId)}::bigint[],
    ${mails.map(({ kind }) => kind)}::text[], ${mails.map(({ occasion }) => occasion)}::text[])`;

const isKey = sql`m.client_id = k.client_id and m.registrant_id = k.registrant_id and m.kind = k.kind
  and m.occasion = k.occasion`;

/** Tells that a sender lives. */
export async function tellAlive(db: Db, senderId: string): Promise<void> {
  await sql`insert into mail_senders (id) values (${senderId}) on conflict (id) do update set seen_at = now()`.execute(
    db,
  );
}

export async function forgetSender(db: Db, senderId: string): Promise<void> {
  await sql`delete from mail_senders where id = ${senderId}`.execute(db);
}

/** A sender that has not told for so long is dead, or cut off from the database and can do nothing either. */
const DEAD_AFTER_SECONDS = 30;

/**
 * Takes their mails from senders that are dead. What was only claimed never got its end, so no server has taken it: it is
 * due again. What was handed over has been taken by the server, unless the sender died in between: nobody knows. It stays
 * that sender's, which may yet turn out to live and tell.
 */
export async function takeFromTheDead(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`
    update mails set state = case when state = 'claimed' then 'due' else 'unacknowledged' end,
      claimed_by = case when state = 'claimed' then null else claimed_by end,
      reason = case when state = 'claimed' then reason else 'The sender died before the receipt came' end
    where state in ('claimed', 'handed-over') and not exists (
      select from mail_senders s where s.id = claimed_by
        and s.seen_at > now() - make_interval(secs => ${DEAD_AFTER_SECONDS}))`.execute(db);
  await sql`delete from mail_senders where seen_at < now() - interval '1 hour'`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export interface ClaimedMail extends DueMail {
  readonly attempts: number;
}

/**
 * Claims mails that are due: what answers a person first, so that nobody's confirmation waits behind thousands of
 * reminders, otherwise longest first. What others are claiming is left to them.
 */
export async function claimMails(db: Db, senderId: string, most: number): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    with next as (
      select client_id, registrant_id, kind, occasion from mails
      where state = 'due' and due_at <= now() order by is_broadcast, due_at limit ${most} for update skip locked
    ), claimed as (
      update mails m set state = 'claimed', claimed_by = ${senderId}
      from next k where ${isKey}
      returning m.client_id, m.event_id, m.registrant_id, m.kind, m.occasion, m.attempts, m.is_broadcast, m.due_at
    )
    select client_id, event_id, registrant_id, kind, occasion, attempts from claimed
    order by is_broadcast, due_at`.execute(db);
  return rows;
}

/** Gives back what was claimed and not begun. */
export async function releaseMails(db: Db, senderId: string): Promise<void> {
  await sql`update mails set state = 'due', claimed_by = null where state = 'claimed' and claimed_by = ${senderId}`.execute(
    db,
  );
}

/**
 * Writes down that the ends of these mails may go out now. Answers for each whether it is still this sender's: what was
 * taken away meanwhile must not end.
 */
export async function handOver(db: Db, senderId: string, mails: readonly MailKey[]): Promise<boolean[]> {
  const { rows } = await sql<{ n: number }>`
    update mails m set state = 'handed-over'
    from (select n::int as n, client_id, registrant_id, kind, occasion
      from ${keys(mails)} with ordinality as k (client_id, registrant_id, kind, occasion, n)) k
    where ${isKey} and m.state = 'claimed' and m.claimed_by = ${senderId}
    returning k.n`.execute(db);
  const kept = new Set(rows.map(({ n }) => n));
  return mails.map((_, index) => kept.has(index + 1));
}

/** How a mail ended, for now or for good. */
export interface Settled {
  readonly mail: MailKey;
  readonly state: "sent" | "due" | "suppressed" | "failed" | "bounced" | "unacknowledged";
  /** As servers put it, without addresses. */
  readonly reason?: string | undefined;
  /** Of a mail that is tried again. */
  readonly dueInSeconds?: number;
  /** False where it was not the mail's fault, and the try does not count. */
  readonly isTry?: boolean;
}

/** Only mails that are this sender's still: what was taken from it is somebody else's to settle. */
export async function settleMails(db: Db, senderId: string, settled: readonly Settled[]): Promise<void> {
  const input = settled.map(({ mail, state, reason, dueInSeconds, isTry = true }) => ({
    client_id: mail.clientId,
    registrant_id: mail.registrantId,
    kind: mail.kind,
    occasion: mail.occasion,
    state,
    reason,
    due_in: dueInSeconds,
    tries: isTry ? 1 : 0,
  }));
  await sql`
    with done as (
      update mails m set state = k.state, reason = k.reason, claimed_by = null, attempts = m.attempts + k.tries,
        due_at = case when k.due_in is null then m.due_at else now() + make_interval(secs => k.due_in) end,
        sent_at = case when k.state in ('sent', 'bounced') then now() end
      from json_to_recordset(${JSON.stringify(input)}::json) as k (client_id bigint, registrant_id bigint, kind text,
        occasion text, state text, reason text, due_in int, tries int)
      where ${isKey} and m.claimed_by = ${senderId} and m.state in ('claimed', 'handed-over', 'unacknowledged')
      returning m.client_id, m.event_id, m.kind, m.state
    )
    insert into event_mail_totals as t (client_id, event_id, kind, sent, bounced)
    select client_id, event_id, kind, count(*) filter (where state in ('sent', 'bounced')), count(*) filter (where state = 'bounced')
    from done where state in ('sent', 'bounced') group by 1, 2, 3 order by 1, 2, 3
    on conflict (client_id, event_id, kind) do update set
      sent = t.sent + excluded.sent, bounced = t.bounced + excluded.bounced`.execute(db);
}

/** Owes again what nobody knows of; its Message-ID tells a receiver that it is the same. Answers how many. */
export async function resendUnacknowledged(db: Db, clientId: number, eventId: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update mails set state = 'due', due_at = now(), reason = null, claimed_by = null
    where client_id = ${clientId} and event_id = ${eventId} and state = 'unacknowledged'`.execute(db);
  return Number(numAffectedRows ?? 0);
}
