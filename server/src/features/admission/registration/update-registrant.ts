import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Registrants } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { emailKey } from "../../../lib/email-address.ts";
import { isErrorCode } from "../../../lib/error-code.ts";
import type { AdmissionEvent } from "./admission-event.ts";
import { registrationChanges } from "./changes.ts";
import { checkPerson, type PersonRules } from "./form/check-person.ts";
import type { Person } from "./form/fields.ts";
import { lockActiveByAddress } from "./people/address-queries.ts";
import { rankSharers } from "./people/shared-mailboxes.ts";
import { type PersonChanges, updatePerson } from "./people/update-queries.ts";

export interface RegistrantUpdate {
  /** What is to change; the rest stays. Where somebody came from never changes. */
  readonly given: Person;
  readonly isBlocked?: boolean;
  /** As in changes.actor. */
  readonly actor: string;
}

/** Changes what is known of a registrant of one event, found by the address, as far as the event's page allows. */
export async function updateRegistrant(
  db: Db,
  event: AdmissionEvent,
  rules: PersonRules,
  update: RegistrantUpdate & { given: Person & { email: string } },
): Promise<Selectable<Registrants>> {
  const { email: _, ...changes } = checkPerson(event.registrationFields, update.given, rules);
  return inTransaction(db, async (tx) => {
    const found = await lockActiveByAddress(tx, [event.clientId], update.given.email, event.id);
    const registrant = found[0] ?? fail("registrant.emailNotFound");
    return change(tx, registrant, changes, update);
  });
}

/**
 * Changes every registrant of the clients that has this address, whatever their events' pages ask. A new address that
 * somebody else has in one of the events changes nobody. Answers whom it changed.
 */
export async function updateRegistrants(
  db: Db,
  clientIds: readonly number[],
  email: string,
  update: RegistrantUpdate,
): Promise<number[]> {
  const changes = checkPerson([], update.given, rulesOfNoPage);
  try {
    return await inTransaction(db, async (tx) => {
      const registrants = await lockActiveByAddress(tx, clientIds, email);
      if (registrants.length === 0) fail("registrant.unknown");
      const isMoving = changes.email !== undefined && emailKey(changes.email) !== emailKey(email);
      const ranks = ranksOf(registrants);
      for (const [index, registrant] of registrants.entries())
        await change(tx, registrant, changes, update, isMoving ? ranks[index] : undefined);
      if (isMoving) await rankSharers(tx, registrants);
      return registrants.map(({ id }) => id).sort((a, b) => a - b);
    });
  } catch (error) {
    if (isErrorCode(error, UNIQUE_VIOLATION)) fail("registrant.emailTaken");
    throw error;
  }
}

/** Whoever shares a mailbox shares the next one in the same order, and with nobody else: the first takes rank 0 of it. */
function ranksOf(registrants: readonly Selectable<Registrants>[]): number[] {
  const taken = new Map<number, number>();
  return registrants.map(({ eventId }) => {
    const rank = taken.get(eventId) ?? 0;
    taken.set(eventId, rank + 1);
    return rank;
  });
}

/** Events differ in what their pages ask. */
const rulesOfNoPage: PersonRules = { isRequiredHonored: false, areOptionsHonored: false, onInvalid: "refuse" };

/** SQLSTATE. The index of addresses decides, so that two callers at once cannot both have their way. */
const UNIQUE_VIOLATION = "23505";

async function change(
  tx: Db,
  registrant: Selectable<Registrants>,
  { partnerRef: _, ...person }: Person,
  { isBlocked, actor }: RegistrantUpdate,
  emailRank?: number,
): Promise<Selectable<Registrants>> {
  const changes: PersonChanges = {
    ...person,
    ...(person.email !== undefined && { emailKey: emailKey(person.email) }),
    ...(isBlocked !== undefined && { isBlocked }),
  };
  const { clientId, eventId, id } = registrant;
  const fields = Object.keys(changes);
  await registrationChanges.record(tx, "registrant.updated", { clientId, eventId, subjectId: id, actor, fields });
  return updatePerson(tx, clientId, id, { ...changes, ...(emailRank !== undefined && { emailRank }) });
}
