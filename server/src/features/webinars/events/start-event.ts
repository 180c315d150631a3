import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Events } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { isLive, startsByItself } from "../../base/lookups/event-types.ts";
import { eventChanges } from "./changes.ts";
import { hasBegun, phaseOf } from "./event-phase.ts";
import { lockEvent, updateEventRow } from "./queries.ts";

/** Minutes before the announced start that a producer may start at the earliest: sooner, nobody would be there. */
const EARLIEST_MINUTES = 60;

/** What a producer's start or end of an event needs to know of the moment. */
export interface Moment {
  now: Date;
  /** As in changes.actor. */
  actor: string;
}

/** Puts a live webinar on air, before its announced time or after. Starting what is started changes nothing. */
export async function startEvent(
  db: Db,
  clientId: number,
  eventId: number,
  { now, actor }: Moment,
): Promise<Selectable<Events>> {
  return inTransaction(db, async (tx) => {
    const event = (await lockEvent(tx, clientId, eventId)) ?? fail("event.unknown", { eventId });
    if (!event.isActive) fail("event.inactive", { eventId });
    if (!isLive(event.type) || startsByItself(event.type)) fail("event.startsByItself", { eventId });
    if (hasBegun(event, now) && phaseOf(event, now) !== "live") fail("event.over", { eventId });
    if (event.startedAt) return event;
    if (now.getTime() < event.startsAt.getTime() - EARLIEST_MINUTES * 60_000)
      fail("event.tooEarly", { eventId, minutes: EARLIEST_MINUTES });
    const liveStartsAt = now < event.liveStartsAt ? now : event.liveStartsAt;
    const started = await updateEventRow(tx, clientId, eventId, { startedAt: now, liveStartsAt });
    await eventChanges.record(tx, "event.started", { clientId, eventId, actor });
    return started;
  });
}
