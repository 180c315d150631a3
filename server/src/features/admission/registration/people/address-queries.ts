import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { Registrants } from "../../../../db/types.ts";
import { emailKey } from "../../../../lib/email-address.ts";
import { isGone, type RegistrantStatus } from "./registrant-status.ts";

export interface AddressInEvent {
  readonly clientId: number;
  readonly eventId: number;
  /** In any spelling. */
  readonly email: string;
}

export interface KnownPerson {
  readonly id: number;
  readonly email: string;
  readonly status: RegistrantStatus;
  readonly isBlocked: boolean;
}

/** Whom an address finds in an event, by any status. */
export async function findByAddress(db: Db, address: AddressInEvent): Promise<KnownPerson | undefined> {
  return selectByAddress(db, address)
    .where("emailRank", "=", 0)
    .select(["id", "email", "status", "isBlocked"])
    .$narrowType<{ status: RegistrantStatus }>()
    .executeTakeFirst();
}

/** The same, but nobody who has cancelled, or was taken out. */
export async function findPresent(db: Db, address: AddressInEvent): Promise<KnownPerson | undefined> {
  const person = await findByAddress(db, address);
  return person && isGone(person.status) ? undefined : person;
}

/** Whom an address finds in an event, held until the transaction ends with whoever shares the mailbox. */
export async function lockByAddress(tx: Db, address: AddressInEvent): Promise<Selectable<Registrants> | undefined> {
  const sharers = await selectByAddress(tx, address).selectAll().orderBy("id").forUpdate().execute();
  return sharers.find(({ emailRank }) => emailRank === 0);
}

/** Registrants with this address, of one event or of all; of those who share a mailbox, the one it finds comes first. */
export async function lockActiveByAddress(
  tx: Db,
  clientIds: readonly number[],
  email: string,
  eventId?: number,
): Promise<Selectable<Registrants>[]> {
  const found = await tx
    .selectFrom("registrants")
    .selectAll()
    .where("clientId", "=", sql<number>`any (${[...clientIds]}::bigint[])`)
    .where("emailKey", "=", emailKey(email))
    .where("status", "=", "active")
    .$if(eventId !== undefined, (query) => query.where(isOfEvent(eventId as number)))
    .orderBy("id")
    .forUpdate()
    .execute();
  return found.sort((one, other) => one.emailRank - other.emailRank);
}

function selectByAddress(db: Db, { clientId, eventId, email }: AddressInEvent) {
  return db
    .selectFrom("registrants")
    .where("clientId", "=", clientId)
    .where(isOfEvent(eventId))
    .where("emailKey", "=", emailKey(email));
}

/**
 * For looking somebody up by address. The sum keeps PostgreSQL off the index by event: for an event that is newer than
 * its figures it expects that index to find nobody, and would read all people of the event each time.
 */
export function isOfEvent(eventId: number) {
  return sql<SqlBool>`event_id + 0 = ${eventId}`;
}
