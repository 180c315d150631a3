import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { addressHash } from "./address-hash.ts";
import { subscriptionChanges } from "./changes.ts";
import { deleteUnsubscriptions, insertUnsubscription, markSubscribed, markUnsubscribed } from "./queries.ts";

export interface Subscriber {
  readonly clientId: number;
  readonly eventId: number;
  readonly id: number;
  readonly email: string;
}

/** What somebody wants: no mails about this event, none of this client at all, or mails again. */
export const wishes = ["none-of-event", "none-of-client", "all"] as const;

export type Wish = (typeof wishes)[number];

/** Stops the e-mails that somebody no longer wants, or takes that back. Doing it again changes nothing. */
export async function setSubscription(
  { db, sealer }: { db: Db; sealer: Sealer },
  subscriber: Subscriber,
  wish: Wish,
  { actor }: { actor: string },
): Promise<void> {
  const { clientId, eventId, id } = subscriber;
  const hash = addressHash(sealer, subscriber.email);
  await inTransaction(db, async (tx) => {
    const isNew = wish === "all" ? await resume(tx, subscriber, hash) : await stop(tx, subscriber, hash, wish);
    const kind = wish === "all" ? "registrant.resubscribed" : "registrant.unsubscribed";
    if (isNew) await subscriptionChanges.record(tx, kind, { clientId, eventId, subjectId: id, actor });
  });
}

async function stop(tx: Db, { clientId, eventId, email }: Subscriber, hash: string, wish: Wish): Promise<boolean> {
  const scope = wish === "none-of-client" ? null : eventId;
  const isNew = await insertUnsubscription(tx, clientId, scope, hash);
  const isMarked = await markUnsubscribed(tx, clientId, { email, eventId: scope });
  return isNew || isMarked;
}

async function resume(tx: Db, { clientId, eventId, email }: Subscriber, hash: string): Promise<boolean> {
  const { ofEvent, ofClient } = await deleteUnsubscriptions(tx, clientId, eventId, hash);
  const isMarked = await markSubscribed(tx, clientId, { email, eventId: ofClient ? null : eventId }, hash);
  return ofEvent || ofClient || isMarked;
}
