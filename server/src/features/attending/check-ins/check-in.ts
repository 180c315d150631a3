import type { Kysely } from "kysely";
import { inTransaction } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { endsAt } from "../../webinars/events/event-phase.ts";
import { checkInChanges } from "./changes.ts";
import { countHall } from "./count-hall.ts";
import { findGuest, type HallEvent, insertCheckIn } from "./queries.ts";

export interface CheckInDeps {
  readonly db: Kysely<Database>;
  now(): Date;
}

/**
 * Notes that somebody has come to the venue of a hybrid event; a second time changes nothing. Refuses checkIn.notHybrid,
 * checkIn.over, checkIn.unknown and checkIn.blocked.
 */
export async function checkIn(
  { db, now }: CheckInDeps,
  event: HallEvent & { readonly isHybrid: boolean },
  registrantId: number,
  actor: string,
): Promise<void> {
  const at = now();
  const place = { clientId: event.clientId, eventId: event.id };
  const end = endsAt(event);
  if (!event.isHybrid || !end) fail("checkIn.notHybrid", { eventId: event.id });
  if (at >= end) fail("checkIn.over", { eventId: event.id });
  await inTransaction(db, async (tx) => {
    const guest = await findGuest(tx, place, registrantId);
    if (!guest) fail("checkIn.unknown", { eventId: event.id });
    if (guest.isBlocked) fail("checkIn.blocked");
    if (!(await insertCheckIn(tx, place, registrantId, at))) return;
    const kind = checkInChanges.name("registrant.checked-in");
    await tx
      .insertInto("changes")
      .values({ ...place, kind, subjectId: registrantId, actor })
      .execute();
    await countHall(tx, event, at, registrantId);
  });
}
