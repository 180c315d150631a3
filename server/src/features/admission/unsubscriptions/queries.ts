import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { emailKey } from "../../../lib/email-address.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { addressHash } from "./address-hash.ts";

// Whoever sends mails asks `listUnsubscribed` about a batch: one statement for any number of people. The hashes are made in
// the process, as the key is no business of the database. registrants.event_email is 'N' as well, for who reads analytics
// and for statements over whole events; that alone is not enough, since a later registration form may write it again.

/** Somebody who is about to get a mail. */
export interface Addressee {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly email: string;
}

/** Which of these people, by registrant, want no mails about their event, or none of the client at all. */
export async function listUnsubscribed(
  db: Db,
  sealer: Sealer,
  people: readonly Addressee[],
): Promise<ReadonlySet<number>> {
  if (people.length === 0) return new Set();
  const { rows } = await sql<{ registrantId: number }>`
    select distinct p.registrant_id
    from unnest(
      ${people.map(({ clientId }) => clientId)}::bigint[],
      ${people.map(({ eventId }) => eventId)}::bigint[],
      ${people.map(({ registrantId }) => registrantId)}::bigint[],
      ${people.map(({ email }) => addressHash(sealer, email))}::text[]
    ) as p (client_id, event_id, registrant_id, address_hash)
    join unsubscriptions u on u.client_id = p.client_id and u.address_hash = p.address_hash
      and (u.event_id is null or u.event_id = p.event_id)`.execute(db);
  return new Set(rows.map(({ registrantId }) => registrantId));
}

export async function findUnsubscriptions(
  db: Db,
  clientId: number,
  eventId: number,
  hash: string,
): Promise<{ ofEvent: boolean; ofClient: boolean }> {
  const { rows } = await sql<{ ofEvent: boolean; ofClient: boolean }>`
    select coalesce(bool_or(event_id is not null), false) as of_event, coalesce(bool_or(event_id is null), false) as of_client
    from unsubscriptions
    where client_id = ${clientId} and address_hash = ${hash} and (event_id is null or event_id = ${eventId})`.execute(
    db,
  );
  return rows[0] ?? { ofEvent: false, ofClient: false };
}

/** Answers whether it was not there. */
export async function insertUnsubscription(
  db: Db,
  clientId: number,
  eventId: number | null,
  hash: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("unsubscriptions")
    .values({ clientId, addressHash: hash, eventId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Of the event and of the client as a whole, of which it answers what there was. */
export async function deleteUnsubscriptions(
  db: Db,
  clientId: number,
  eventId: number,
  hash: string,
): Promise<{ ofEvent: boolean; ofClient: boolean }> {
  const rows = await db
    .deleteFrom("unsubscriptions")
    .where("clientId", "=", clientId)
    .where("addressHash", "=", hash)
    .where((is) => is.or([is("eventId", "is", null), is("eventId", "=", eventId)]))
    .returning("eventId")
    .execute();
  return { ofEvent: rows.some((row) => row.eventId !== null), ofClient: rows.some((row) => row.eventId === null) };
}

interface Scope {
  readonly email: string;
  /** Null = all events that the address is registered for. */
  readonly eventId: number | null;
}

/** Writes down for analytics that somebody wants no e-mails. Answers whether it was not so everywhere already. */
export async function markUnsubscribed(db: Db, clientId: number, { email, eventId }: Scope): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update registrants set event_email = 'N', last_activity_at = now()
    where client_id = ${clientId} and email_key = ${emailKey(email)} and status <> 'forgotten'
      and (${eventId}::bigint is null or event_id = ${eventId}) and event_email is distinct from 'N'`.execute(db);
  return numAffectedRows > 0n;
}

/** Takes it back, save for events that were unsubscribed from one by one. */
export async function markSubscribed(
  db: Db,
  clientId: number,
  { email, eventId }: Scope,
  hash: string,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update registrants r set event_email = 'Y', last_activity_at = now()
    where client_id = ${clientId} and email_key = ${emailKey(email)} and status <> 'forgotten'
      and (${eventId}::bigint is null or event_id = ${eventId}) and event_email = 'N'
      and not exists (select from unsubscriptions u
        where u.client_id = ${clientId} and u.address_hash = ${hash} and u.event_id = r.event_id)`.execute(db);
  return numAffectedRows > 0n;
}
