import { type Selectable, sql, type Updateable } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";
import { fail } from "../../../../errors.ts";
import { type AdmissionEvent, getAdmissionEvent } from "../admission-event.ts";
import { lockSeatsIfShort } from "../waiting/seats.ts";
import { isOfEvent } from "./address-queries.ts";

export interface RegistrantKey {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
}

export async function findRegistrant(
  db: Db,
  { clientId, eventId, registrantId }: RegistrantKey,
): Promise<Selectable<Registrants> | undefined> {
  return selectRegistrant(db, clientId, eventId, registrantId).executeTakeFirst();
}

/**
 * For changing the person in this transaction, with the event as the transaction sees it, past any cache. Whoever shares the
 * mailbox is locked along, in one order: ranks may change with the person.
 */
export async function lockPerson(
  tx: Db,
  key: RegistrantKey,
): Promise<{ event: AdmissionEvent; registrant: Selectable<Registrants> }> {
  const { clientId, eventId, registrantId } = key;
  const event = await getAdmissionEvent(tx, eventId);
  await lockSeatsIfShort(tx, event);
  const sharers = await tx
    .selectFrom("registrants")
    .selectAll()
    .where("clientId", "=", clientId)
    .where(isOfEvent(eventId))
    .where("emailKey", "=", selectRegistrant(tx, clientId, eventId, registrantId).clearSelect().select("emailKey"))
    .orderBy("id")
    .forUpdate()
    .execute();
  const registrant = sharers.find(({ id }) => id === registrantId);
  return { event, registrant: registrant ?? fail("registrant.unknownId", { registrantId }) };
}

function selectRegistrant(db: Db, clientId: number, eventId: number, registrantId: number) {
  return db
    .selectFrom("registrants")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", registrantId);
}

export async function updateRegistrantRow(
  tx: Db,
  { clientId, registrantId }: RegistrantKey,
  changes: Updateable<Registrants>,
): Promise<void> {
  await tx
    .updateTable("registrants")
    .set({ ...changes, lastActivityAt: sql`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", registrantId)
    .execute();
}
