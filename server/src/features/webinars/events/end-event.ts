import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Events } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { isLive } from "../../base/lookups/event-types.ts";
import { eventChanges } from "./changes.ts";
import { hasBegun, phaseOf } from "./event-phase.ts";
import { timesAfter } from "./event-times.ts";
import { lockEvent, updateEventRow } from "./queries.ts";
import type { Moment } from "./start-event.ts";

/** Ends a live webinar, early or late; its archive follows from now. Ending what is over changes nothing. */
export async function endEvent(
  db: Db,
  clientId: number,
  eventId: number,
  { now, actor }: Moment,
): Promise<Selectable<Events>> {
  return inTransaction(db, async (tx) => {
    const event = (await lockEvent(tx, clientId, eventId)) ?? fail("event.unknown", { eventId });
    if (!event.isActive) fail("event.inactive", { eventId });
    if (!isLive(event.type)) fail("event.neverLive", { eventId });
    if (!hasBegun(event, now)) fail("event.notBegun", { eventId });
    if (phaseOf(event, now) !== "live") return event;
    const times = timesAfter(event.timeZone, now);
    const ended = await updateEventRow(tx, clientId, eventId, { endedAt: now, ...times });
    await eventChanges.record(tx, "event.ended", { clientId, eventId, actor });
    return ended;
  });
}
