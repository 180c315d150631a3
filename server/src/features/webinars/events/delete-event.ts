import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { isWebinar } from "../../base/lookups/event-types.ts";
import { announceCancellation } from "../../base/outbox/announce.ts";
import { eventChanges } from "./changes.ts";
import { hasBegun } from "./event-phase.ts";
import { countPeople, lockEvent, updateEventRow } from "./queries.ts";
import type { Moment } from "./start-event.ts";

/**
 * Takes a webinar away; its people and figures stay in the database. Not one that has begun and has people in it
 * (event.notDeletable), and no hub or content, which are taken away where they are made (event.notWebinar).
 */
export async function deleteEvent(db: Db, clientId: number, eventId: number, { now, actor }: Moment): Promise<void> {
  await inTransaction(db, async (tx) => {
    // Of two that delete at once, the second finds it deleted.
    const event = (await lockEvent(tx, clientId, eventId)) ?? fail("event.deleted", { eventId });
    if (!isWebinar(event.type)) fail("event.notWebinar", { eventId });
    if (hasBegun(event, now) && (await countPeople(tx, clientId, eventId)) > 0) fail("event.notDeletable", { eventId });
    const calendarSequence = event.calendarSequence + 1;
    await updateEventRow(tx, clientId, eventId, { deletedAt: now, calendarSequence });
    await eventChanges.record(tx, "event.deleted", { clientId, eventId, actor });
    if (!hasBegun(event, now)) await announceCancellation(tx, event);
  });
}
