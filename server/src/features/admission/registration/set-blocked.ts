import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { registrationChanges } from "./changes.ts";
import { lockRegistrant, updatePerson } from "./people/update-queries.ts";

interface Blocking {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly isBlocked: boolean;
  /** As in changes.actor. */
  readonly actor: string;
}

/** Keeps a registrant out of the event, or lets them in again; a trigger sends them out of the room. Refuses registrant.unknown. */
export async function setBlocked(
  db: Db,
  { clientId, eventId, registrantId, isBlocked, actor }: Blocking,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const registrant = (await lockRegistrant(tx, { clientId, eventId }, registrantId)) ?? fail("registrant.unknown");
    if (registrant.isBlocked === isBlocked) return;
    const happening = { clientId, eventId, subjectId: registrantId, actor, fields: ["isBlocked"] };
    await registrationChanges.record(tx, "registrant.updated", happening);
    await updatePerson(tx, clientId, registrantId, { isBlocked });
  });
}
