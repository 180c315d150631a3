import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { ComposedMail, DueMail } from "../compose/composed-mail.ts";
import { handOver, type Settled, settleMails } from "./mail-states.ts";

interface Letter {
  readonly mail: DueMail;
  readonly composed: ComposedMail;
}

/** Keeps mails where staff can read them, instead of sending: what is kept is sent, in one transaction. */
export async function storeInMailbox(db: Db, senderId: string, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  await inTransaction(db, async (tx) => {
    const keys = letters.map(({ mail }) => mail);
    const areOurs = await handOver(tx, senderId, keys);
    const ours = letters.filter((_, index) => areOurs[index]);
    const addresses = await lockAddresses(tx, ours);
    const isStillTheirs = ({ mail, composed }: Letter) => addresses.get(mail.registrantId) === composed.to.address;
    await insertMails(tx, ours.filter(isStillTheirs));
    await settleMails(
      tx,
      senderId,
      ours.map((letter): Settled => {
        if (isStillTheirs(letter)) return { mail: letter.mail, state: "sent" };
        return { mail: letter.mail, state: "due", isTry: false };
      }),
    );
  });
}

/** Whoever was forgotten since the mail was written must not lie in the mailbox for ever: it is written anew. */
async function lockAddresses(tx: Db, letters: readonly Letter[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; email: string }>`
    select id, email from registrants
    where (client_id, id) in (select * from unnest(${letters.map(({ mail }) => mail.clientId)}::bigint[],
      ${letters.map(({ mail }) => mail.registrantId)}::bigint[]))
    order by client_id, id for share`.execute(tx);
  return new Map(rows.map(({ id, email }) => [id, email]));
}

async function insertMails(tx: Db, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ mail, composed: { from, to, subject, html, text, calendar } }) => ({
    clientId: mail.clientId,
    eventId: mail.eventId,
    registrantId: mail.registrantId,
    kind: mail.kind,
    sender: from.name === "" ? from.address : `${from.name} <${from.address}>`,
    recipient: to.address,
    subject,
    html,
    text,
    calendar: calendar?.content ?? null,
  }));
  await tx.insertInto("mailbox").values(rows).execute();
}
