import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { AdmissionEvent } from "./admission-event.ts";
import { lockByAddress } from "./people/address-queries.ts";
import { takeOut } from "./take-out.ts";
import { passOn } from "./waiting/pass-on.ts";
import { lockSeatsIfShort } from "./waiting/seats.ts";

/**
 * Soft-deletes or restores somebody registered; not after the event began, and nobody who is not there is deleted.
 * Answers whether there is such a person.
 */
export async function setRegistrantDeleted(
  db: Db,
  event: AdmissionEvent,
  email: string,
  isDeleted: boolean,
  context: { actor: string; now: Date },
): Promise<boolean> {
  if (event.liveStartsAt <= context.now) fail("registrant.eventBegan");
  return inTransaction(db, async (tx) => {
    await lockSeatsIfShort(tx, event);
    const registrant = await lockByAddress(tx, { clientId: event.clientId, eventId: event.id, email });
    if (!registrant) {
      if (isDeleted) fail("registrant.deletesItself");
      return false;
    }
    if (isDeleted) await takeOut(tx, event, registrant, context.actor);
    else if (registrant.status === "deleted") {
      const change = { kind: "registrant.restored", actor: context.actor } as const;
      const status = await passOn(tx, event, { ...registrant, from: undefined }, {}, change);
      if (status === "deleted") fail("admission.full", { eventId: event.id });
    }
    return true;
  });
}
