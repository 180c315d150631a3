import { type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Mailbox } from "../../../db/types.ts";
import type { MailKind } from "../../base/outbox/mail-kinds.ts";

/** A mail that is kept instead of sent, without what is in it. */
export type KeptMail = Pick<
  Selectable<Mailbox>,
  "id" | "registrantId" | "sender" | "recipient" | "subject" | "createdAt"
> & { readonly kind: MailKind; readonly hasInvite: boolean };

export interface MailboxFilter {
  /** Part of a receiver's address. */
  readonly recipient?: string | undefined;
  /** The last mail of the page before. */
  readonly beforeId?: number | undefined;
  readonly limit: number;
}

export interface MailboxPage {
  readonly mails: KeptMail[];
  /** The last mail, when there are older ones. */
  readonly nextBeforeId: number | undefined;
}

/** Newest first. */
export async function listMailbox(
  db: Db,
  clientId: number,
  eventId: number,
  { recipient, beforeId, limit }: MailboxFilter,
): Promise<MailboxPage> {
  let query = db
    .selectFrom("mailbox")
    .select(["id", "registrantId", "kind", "sender", "recipient", "subject", "createdAt"])
    .select(sql<boolean>`calendar is not null`.as("hasInvite"))
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId);
  if (recipient) query = query.where("recipient", "ilike", `%${recipient.replace(/[\\%_]/g, "\\$&")}%`);
  if (beforeId !== undefined) query = query.where("id", "<", beforeId);
  const rows = await query
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const mails = rows.slice(0, limit) as KeptMail[];
  return { mails, nextBeforeId: rows.length > limit ? mails.at(-1)?.id : undefined };
}

/** One mail, whole. */
export async function findKeptMail(
  db: Db,
  clientId: number,
  eventId: number,
  id: number,
): Promise<Selectable<Mailbox> | undefined> {
  return db
    .selectFrom("mailbox")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Mails of one kind that ended alike without reaching anybody, as far as we know. */
export interface MissedMails {
  readonly kind: MailKind;
  readonly state: "suppressed" | "failed" | "bounced" | "unacknowledged";
  readonly reason: string | null;
  readonly mails: number;
}

const MOST_REASONS = 100;

/** Those with most mails first; receiving servers put some into words of their own for each mail. */
export async function listMissedMails(db: Db, clientId: number, eventId: number): Promise<MissedMails[]> {
  const { rows } = await sql<MissedMails>`
    select kind, state, reason, count(*) as mails from mails
    where client_id = ${clientId} and event_id = ${eventId}
      and state in ('suppressed', 'failed', 'bounced', 'unacknowledged')
    group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit ${MOST_REASONS}`.execute(db);
  return rows;
}
