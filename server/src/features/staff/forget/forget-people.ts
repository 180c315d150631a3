import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { Forgetter, Whom } from "../../../feature.ts";
import { forgettingChanges } from "./changes.ts";
import * as queries from "./queries.ts";

/** As published. */
const MOST_FORGOTTEN = 100_000;

/** Of one transaction: locks are short, and little is lost when one breaks off. */
const CHUNK = 1_000;

/**
 * Overwrites all that is personal of people, everywhere it is kept. Whom it means is written down first, so that a job
 * can go on should this process die; then chunk by chunk. Answers who is forgotten, in the order of their ids; nobody
 * when there is none.
 */
export async function forgetPeople(
  db: Db,
  forgetters: readonly Forgetter[],
  whom: Whom,
  { scope, actor }: { scope: "people" | "event" | "client"; actor: string },
): Promise<number[]> {
  const people = await queries.countToForget(db, whom, MOST_FORGOTTEN);
  if (people > MOST_FORGOTTEN) fail("forget.tooMany");
  if (people === 0) return [];
  const { clientId } = whom;
  for (const forgetter of forgetters) await forgetter.beforehand?.(db, whom);
  const id = await inTransaction(db, async (tx) => {
    const forgettingId = await queries.insertForgetting(tx, whom, { scope, actor, people });
    // Somebody may have registered since they were counted.
    if ((await queries.planForgetting(tx, whom, forgettingId)) > MOST_FORGOTTEN) fail("forget.tooMany");
    await forgettingChanges.record(tx, "registrants.forgotten", {
      clientId,
      eventId: whom.eventId ?? null,
      subjectId: forgettingId,
      actor,
    });
    return forgettingId;
  });
  await forgetPlanned(db, forgetters, clientId, id);
  return queries.listForgottenRegistrants(db, clientId, id);
}

/** Forgets whoever a forgetting still names; may be called by several at once. */
export async function forgetPlanned(
  db: Db,
  forgetters: readonly Forgetter[],
  clientId: number,
  id: number,
): Promise<void> {
  const key = { clientId, forgettingId: id };
  for (let after: number | undefined = 0; after !== undefined; )
    after = await inTransaction(db, (tx) => forgetSome(tx, forgetters, { ...key, after: after as number }));
}

/** Answers the last who was forgotten; undefined when nobody is left. */
async function forgetSome(
  tx: Db,
  forgetters: readonly Forgetter[],
  { after, ...key }: { clientId: number; forgettingId: number; after: number },
): Promise<number | undefined> {
  const people = await queries.lockPlanned(tx, key, { after, most: CHUNK });
  if (people.length === 0) {
    await queries.completeForgetting(tx, key.clientId, key.forgettingId);
    return undefined;
  }
  await queries.overwritePeople(tx, key, people);
  for (const forgetter of forgetters) await forgetter.people(tx, people);
  return people.at(-1)?.registrantId;
}
