import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { type MailKind, mailKinds } from "./mail-kinds.ts";

export interface OwedMail {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly kind: MailKind;
  /** Parts mails of one kind to one person; there is one only when not given. What comes once a stay: see occasionOf. */
  readonly occasion?: string;
}

/**
 * Owes people mails, in the transaction that causes them; one that is owed already, or was sent, is not owed twice.
 * People without an address of their own get none.
 */
export async function queueMails(db: Db, mails: readonly OwedMail[]): Promise<void> {
  if (mails.length === 0) return;
  const input = mails.map((mail) => ({ ...mail, isBroadcast: mailKinds[mail.kind].reach === "broadcast" }));
  await sql`
    insert into mails (client_id, event_id, registrant_id, kind, occasion, is_broadcast)
    select m."clientId", m."eventId", m."registrantId", m.kind, coalesce(m.occasion, ''), m."isBroadcast"
    from json_to_recordset(${JSON.stringify(input)}::json)
      as m ("clientId" bigint, "eventId" bigint, "registrantId" bigint, kind text, occasion text, "isBroadcast" boolean)
    join registrants r on r.client_id = m."clientId" and r.id = m."registrantId" and not r.is_anonymous
    order by 1, 3, 4, 5
    on conflict do nothing`.execute(db);
}
