import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Registrants } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { AdmissionEvent } from "./admission-event.ts";
import { type Admission, type AdmittedPerson, admitPerson } from "./admit-person.ts";
import { checkPerson } from "./form/check-person.ts";
import { lockByAddress } from "./people/address-queries.ts";
import { takeOut } from "./take-out.ts";
import { passOn } from "./waiting/pass-on.ts";
import { lockSeatsIfShort } from "./waiting/seats.ts";
import type { RegistrantWriter } from "./writer/registrant-writer.ts";

/**
 * Soft-deletes or restores somebody registered, and updates what is known of the person; not after the event began.
 * Who is known already need not give again what the page requires. Nobody who is not there is deleted; restoring
 * somebody who never was there registers them.
 */
export async function setRegistrantDeleted(
  deps: { db: Db; writer: RegistrantWriter },
  admission: Admission,
  { isDeleted, now }: { isDeleted: boolean; now: Date },
): Promise<AdmittedPerson> {
  const { event, rules } = admission;
  const ofKnown = { ...admission, rules: { ...rules, isRequiredHonored: false } };
  // Nothing is deleted by a call that is refused.
  const { email } = checkPerson(event.registrationFields, admission.given, ofKnown.rules);
  if (email === undefined) fail("registrant.fieldMissing", { field: "email" });
  if (event.liveStartsAt <= now) fail("registrant.eventBegan");
  const isThere = await markDeleted(deps.db, admission, email, isDeleted);
  return admitPerson(deps, isThere ? ofKnown : admission);
}

/** Answers whether there is such a person. */
async function markDeleted(
  db: Db,
  { event, actor }: Pick<Admission, "event" | "actor">,
  email: string,
  isDeleted: boolean,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await lockSeatsIfShort(tx, event);
    const registrant = await lockByAddress(tx, { clientId: event.clientId, eventId: event.id, email });
    if (isDeleted) await takeOut(tx, event, registrant ?? fail("registrant.deletesItself"), actor);
    else if (registrant?.status === "deleted") await restore(tx, event, registrant, actor);
    return registrant !== undefined;
  });
}

async function restore(
  tx: Db,
  event: AdmissionEvent,
  registrant: Selectable<Registrants>,
  actor: string,
): Promise<void> {
  const change = { kind: "registrant.restored", actor } as const;
  const status = await passOn(tx, event, { ...registrant, from: undefined }, {}, change);
  if (status === "deleted") fail("admission.full", { eventId: event.id });
}
