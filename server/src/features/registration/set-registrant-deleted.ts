import type { Kysely } from "kysely";
import { inTransaction } from "../../db/transaction.ts";
import type { Database } from "../../db/types.ts";
import { fail } from "../../errors.ts";
import type { EventRecord } from "../../http/v2/directory.ts";
import { recordChange } from "../changes/queries.ts";
import { addToTotals, lockRegistrantByEmail, setRegistrantStatus } from "./queries.ts";

/** Soft-deletes or restores somebody registered; not after the event began, and not somebody who is not there. */
export async function setRegistrantDeleted(
  db: Kysely<Database>,
  event: EventRecord,
  email: string | undefined,
  isDeleted: boolean,
  context: { actor: string; now: Date },
): Promise<void> {
  if (event.liveStartsAt <= context.now) fail("registrant.eventBegan");
  await inTransaction(db, async (tx) => {
    const registrant =
      email === undefined ? undefined : await lockRegistrantByEmail(tx, event.clientId, event.id, email);
    if (!registrant) {
      if (isDeleted) fail("registrant.deletesItself");
      return;
    }
    const status = isDeleted ? "deleted" : "active";
    if (registrant.status === status || registrant.status === "forgotten") return;
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
  });
}
