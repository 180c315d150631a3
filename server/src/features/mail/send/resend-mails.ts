import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { sendingChanges } from "./changes.ts";
import { resendUnacknowledged } from "./mail-states.ts";

/**
 * Sends again what was handed over when its sender died, so that nobody knows whether it arrived: most of it did. Its
 * Message-ID is the same, by which most mail programs show it once. Answers how many.
 */
export async function resendMails(
  db: Db,
  clientId: number,
  eventId: number,
  { actor }: { actor: string },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const mails = await resendUnacknowledged(tx, clientId, eventId);
    if (mails > 0) await sendingChanges.record(tx, "mails.resent", { clientId, eventId, actor });
    return mails;
  });
}
