import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { recordChange } from "../../base/changes/queries.ts";
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
    if (mails > 0) await recordChange(tx, { clientId, eventId, kind: "mails.resent", actor });
    return mails;
  });
}
