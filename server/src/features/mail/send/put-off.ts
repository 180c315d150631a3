import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { mailKinds } from "../../base/outbox/mail-kinds.ts";
import type { ClaimedMail } from "./mail-states.ts";

/** Answers of a client that a mailbox gets in an hour, whatever its event: a stranger may cause them by typing its address. */
const MOST_ANSWERS = 20;

/**
 * Claimed mails for which it is too early, and in how many seconds each is due. Answers that are about to leave count like
 * those that have left, in one order for all senders.
 * @param factor of VISIT_LIMITS; undefined = nothing is limited.
 */
export async function listEarly(
  db: Db,
  claimed: readonly ClaimedMail[],
  factor: number | undefined,
): Promise<ReadonlyMap<ClaimedMail, number>> {
  const answers = claimed.filter(({ kind }) => mailKinds[kind].reach === "answer");
  if (factor === undefined || answers.length === 0) return new Map();
  const most = Math.ceil(MOST_ANSWERS * factor);
  const { rows } = await sql<{ n: number; seconds: number }>`
    with answers as (
      select k.*, r.email_key
      from unnest(${answers.map(({ clientId }) => clientId)}::bigint[],
        ${answers.map(({ registrantId }) => registrantId)}::bigint[], ${answers.map(({ kind }) => kind)}::text[],
        ${answers.map(({ occasion }) => occasion)}::text[])
        with ordinality as k (client_id, registrant_id, kind, occasion, n)
      join registrants r on r.client_id = k.client_id and r.id = k.registrant_id
    ), leaving as (
      select m.*, lag(m.sent_at, ${most}) over mailbox as before, row_number() over mailbox as place
      from (select distinct client_id, email_key from answers) a
      join registrants r on r.client_id = a.client_id and r.email_key = a.email_key
      join mails m on m.client_id = r.client_id and m.registrant_id = r.id
      where not m.is_broadcast and (m.sent_at > now() - interval '1 hour' or m.state in ('claimed', 'handed-over'))
      window mailbox as (partition by r.client_id, r.email_key
        order by m.sent_at nulls last, m.registrant_id, m.kind, m.occasion)
    )
    select a.n::int as n, ceil(coalesce(extract(epoch from l.before + interval '1 hour' - now()), 3600))::int as seconds
    from answers a join leaving l using (client_id, registrant_id, kind, occasion)
    where l.place > ${most}`.execute(db);
  return new Map(rows.map(({ n, seconds }) => [answers[n - 1] as ClaimedMail, Math.max(1, seconds)]));
}
