import type { Db } from "../../../../db/database.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { lockPerson, type RegistrantKey, updateRegistrantRow } from "../people/person-queries.ts";
import type { RegistrantStatus } from "../people/registrant-status.ts";
import { passOn } from "./pass-on.ts";

export interface Moment {
  /** As in changes.actor. */
  readonly actor: string;
  readonly now: Date;
}

/**
 * Believes that an address is its owner's, who has opened the link sent there, and takes the person on: answers where
 * they stand now. Doing it again changes nothing.
 */
export async function confirmAddress(db: Db, key: RegistrantKey, { actor, now }: Moment): Promise<RegistrantStatus> {
  return inTransaction(db, async (tx) => {
    const { event, registrant } = await lockPerson(tx, key);
    if (registrant.confirmedAt === null) await updateRegistrantRow(tx, key, { confirmedAt: now });
    if (registrant.status !== "unconfirmed") return registrant.status as RegistrantStatus;
    return passOn(tx, event, registrant, { needsConfirmation: false }, { kind: "registrant.confirmed", actor });
  });
}
