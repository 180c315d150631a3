import type { Db } from "../../db/database.ts";
import { inTransaction } from "../../db/transaction.ts";
import { fail } from "../../errors.ts";
import type { EventRecord } from "../../http/v2/directory.ts";
import { recordChange } from "../changes/queries.ts";
import { addToTotals, lockRegistrantByEmail, setRegistrantStatus } from "./queries.ts";

/**
 * Soft-deletes or restores somebody registered; not after the event began, and nobody who is not there is deleted.
 * Answers whether there is such a person.
 */
export async function setRegistrantDeleted(
  db: Db,
  event: EventRecord,
  email: string,
  isDeleted: boolean,
  context: { actor: string; now: Date },
): Promise<boolean> {
  if (event.liveStartsAt <= context.now) fail("registrant.eventBegan");
  return inTransaction(db, async (tx) => {
    const registrant = await lockRegistrantByEmail(tx, event.clientId, event.id, email);
    if (!registrant) {
      if (isDeleted) fail("registrant.deletesItself");
      return false;
    }
    const status = isDeleted ? "deleted" : "active";
    if (registrant.status === status || registrant.status === "forgotten") return true;
    await setRegistrantStatus(tx, registrant, status);
    await addToTotals(tx, registrant, isDeleted ? -1 : 1);
    const kind = isDeleted ? "registrant.deleted" : "registrant.restored";
    await recordChange(tx, {
      clientId: event.clientId,
      eventId: event.id,
      kind,
      subjectId: registrant.id,
      actor: context.actor,
    });
    return true;
  });
}
