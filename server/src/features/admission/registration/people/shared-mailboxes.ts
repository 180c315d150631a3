import { sql } from "kysely";
import type { Db } from "../../../../db/database.ts";

/** The key of an address in an event. */
export interface Mailbox {
  readonly clientId: number;
  readonly eventId: number;
  readonly emailKey: string;
}

/**
 * An upgrade may have left several registrants of an event with one mailbox. An address finds the one of rank 0: this
 * gives it to somebody who is in the event, or else waits, and leaves those who are gone for last.
 */
export async function rankSharers(tx: Db, mailboxes: readonly Mailbox[]): Promise<void> {
  const { numAffectedRows } = await sql`
    with ranked as (
      select r.client_id, r.id, r.email_rank, row_number() over (
        partition by r.client_id, r.event_id, r.email_key
        order by r.status in ('deleted', 'forgotten'), r.status <> 'active', r.email_rank) - 1 as rank
      from (
        select distinct * from unnest(${mailboxes.map(({ clientId }) => clientId)}::bigint[],
          ${mailboxes.map(({ eventId }) => eventId)}::bigint[], ${mailboxes.map(({ emailKey }) => emailKey)}::text[])
          as m (client_id, event_id, email_key)
      ) m cross join lateral (
        select * from registrants
        where client_id = m.client_id and event_id + 0 = m.event_id and email_key = m.email_key
      ) r
    )
    update registrants r set email_rank = -1 - o.rank from ranked o
    where r.client_id = o.client_id and r.id = o.id and o.email_rank <> o.rank`.execute(tx);
  if (numAffectedRows) await turnRanks(tx, mailboxes);
}

/** The index of addresses looks at each row by itself: ranks that change places wait below zero until all are written. */
async function turnRanks(tx: Db, mailboxes: readonly Mailbox[]): Promise<void> {
  await tx
    .updateTable("registrants")
    .set({ emailRank: sql`-1 - email_rank` })
    .where("clientId", "in", [...new Set(mailboxes.map(({ clientId }) => clientId))])
    .where("emailKey", "in", [...new Set(mailboxes.map(({ emailKey }) => emailKey))])
    .where("emailRank", "<", 0)
    .execute();
}
