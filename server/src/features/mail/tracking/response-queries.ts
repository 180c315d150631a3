import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { MailKey } from "../compose/composed-mail.ts";

/**
 * Notes that a mail was opened, or a link of it followed, which nobody does without opening it. Once a mail: the totals
 * count mails, not times. Answers whether there is such a mail.
 */
export async function recordResponse(
  db: Db,
  mail: MailKey,
  { isClick, now }: { isClick: boolean; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ isKnown: boolean }>`
    with seen as materialized (
      select client_id, event_id, registrant_id, kind, occasion, opened_at is null as is_opening,
        ${isClick}::boolean and clicked_at is null as is_click
      from mails where ${isMail(mail)} for update
    ), marked as (
      update mails m set opened_at = coalesce(m.opened_at, ${now}),
        clicked_at = case when s.is_click then ${now} else m.clicked_at end
      from seen s
      where m.client_id = s.client_id and m.registrant_id = s.registrant_id and m.kind = s.kind
        and m.occasion = s.occasion and (s.is_opening or s.is_click)
      returning s.*
    ), counted as (
      insert into event_mail_totals as t (client_id, event_id, kind, opened, clicked)
      select client_id, event_id, kind, is_opening::int, is_click::int from marked
      on conflict (client_id, event_id, kind) do update set
        opened = t.opened + excluded.opened, clicked = t.clicked + excluded.clicked
    )
    select exists (select from seen) as is_known`.execute(db);
  return rows[0]?.isKnown ?? false;
}

/**
 * Notes that a mail came back, and counts it; once, however often servers tell. Answers whether there is such a mail.
 * A report may overtake the receipt of the mail itself: then the mail counts as sent too.
 */
export async function recordBounce(db: Db, mail: MailKey, reason: string): Promise<boolean> {
  const { rows } = await sql<{ isKnown: boolean }>`
    with seen as materialized (
      select client_id, event_id, registrant_id, kind, occasion, state from mails where ${isMail(mail)} for update
    ), marked as (
      update mails m set state = 'bounced', reason = ${reason}, claimed_by = null
      from seen s
      where m.client_id = s.client_id and m.registrant_id = s.registrant_id and m.kind = s.kind
        and m.occasion = s.occasion and s.state in ('sent', 'handed-over', 'unacknowledged')
      returning s.*
    ), counted as (
      insert into event_mail_totals as t (client_id, event_id, kind, sent, bounced)
      select client_id, event_id, kind, (state <> 'sent')::int, 1 from marked
      on conflict (client_id, event_id, kind) do update set
        sent = t.sent + excluded.sent, bounced = t.bounced + excluded.bounced
    )
    select exists (select from seen) as is_known`.execute(db);
  return rows[0]?.isKnown ?? false;
}

function isMail({ clientId, registrantId, kind, occasion }: MailKey) {
  return sql`client_id = ${clientId} and registrant_id = ${registrantId} and kind = ${kind} and occasion = ${occasion}`;
}
