import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { isEmailAddress } from "../../../lib/email-address.ts";
import { sendingChanges } from "./changes.ts";
import { updateMailSender } from "./sender-queries.ts";

/** RFC 5321. */
const MAX_ADDRESS = 254;

/** Gives a client an address of its own to send from; null = the installation's again. */
export async function setMailSender(
  db: Db,
  clientId: number,
  address: string | null,
  { actor }: { actor: string },
): Promise<void> {
  if (address !== null && !isSendable(address)) fail("mailSender.invalid");
  await inTransaction(db, async (tx) => {
    if (!(await updateMailSender(tx, clientId, address))) fail("client.unknown", { clientId });
    await sendingChanges.record(tx, "client.updated", { clientId, actor, fields: ["mailFrom"] });
  });
}

/** Plain ASCII: the sender is in every header and in calendars, and not every server on the way knows more. */
function isSendable(address: string): boolean {
  return isEmailAddress(address) && address.length <= MAX_ADDRESS && /^[\x21-\x7e]+$/.test(address);
}
