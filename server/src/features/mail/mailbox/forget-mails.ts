import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { ForgottenPerson } from "../../../feature.ts";

/** Mails that are not out are not sent; what was sent to the mailbox is gone, and servers' words about it. */
export async function forgetMails(tx: Db, people: readonly ForgottenPerson[]): Promise<void> {
  const theirs = sql`
    unnest(${people.map(({ registrantClientId }) => registrantClientId)}::bigint[],
      ${people.map(({ registrantId }) => registrantId)}::bigint[]) as p (client_id, id)
    where m.client_id = p.client_id and m.registrant_id = p.id`;
  await sql`delete from mailbox m using ${theirs}`.execute(tx);
  await sql`
    update mails m set reason = case when m.state = 'due' then 'forgotten' end,
      state = case when m.state = 'due' then 'suppressed' else m.state end
    from ${theirs}`.execute(tx);
}
