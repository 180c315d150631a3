import type { Db } from "../../db/database.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { ComposedMail, DueMail } from "./composed-mail.ts";
import { handOver, settleMails } from "./mail-states.ts";

/** Keeps mails where staff can read them, instead of sending: what is kept is sent, in one transaction. */
export async function storeInMailbox(
  db: Db,
  senderId: string,
  mails: readonly { mail: DueMail; composed: ComposedMail }[],
): Promise<void> {
  if (mails.length === 0) return;
  await inTransaction(db, async (tx) => {
    const isOurs = await handOver(
      tx,
      senderId,
      mails.map(({ mail }) => mail),
    );
    const ours = mails.filter((_, index) => isOurs[index]);
    if (ours.length === 0) return;
    await tx
      .insertInto("mailbox")
      .values(
        ours.map(({ mail, composed }) => ({
          clientId: mail.clientId,
          eventId: mail.eventId,
          registrantId: mail.registrantId,
          kind: mail.kind,
          sender: `${composed.from.name} <${composed.from.address}>`,
          recipient: composed.to.address,
          subject: composed.subject,
          html: composed.html,
          text: composed.text,
          calendar: composed.calendar?.content ?? null,
        })),
      )
      .execute();
    await settleMails(
      tx,
      senderId,
      ours.map(({ mail }) => ({ mail, state: "sent" })),
    );
  });
}
