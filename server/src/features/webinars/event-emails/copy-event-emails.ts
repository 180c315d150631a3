import { DateTime } from "luxon";
import type { Db } from "../../../db/database.ts";
import { findEvent } from "../events/queries.ts";
import { copyCalendarReminder, copyEventEmailRows, updateEventEmailRow } from "./queries.ts";

/**
 * Gives the copy of an event the e-mails and the calendar reminder of its source. A time of the producer's own moves
 * along with the start: as many days apart, at the same time of the day.
 */
export async function copyEventEmails(db: Db, clientId: number, fromEventId: number, toEventId: number): Promise<void> {
  const timed = await copyEventEmailRows(db, clientId, fromEventId, toEventId);
  await copyCalendarReminder(db, clientId, fromEventId, toEventId);
  if (timed.length === 0) return;
  const source = await findEvent(db, clientId, fromEventId);
  const copy = await findEvent(db, clientId, toEventId);
  if (!source || !copy) return;
  for (const { id, customAt } of timed)
    await updateEventEmailRow(db, clientId, id, { customAt: moveAlong(customAt, source, copy) });
}

interface Start {
  readonly startsAt: Date;
  readonly timeZone: string;
}

/** By the clocks of both zones; not in SQL, because PostgreSQL does not know every zone that an event can have. */
function moveAlong(time: Date, from: Start, to: Start): Date {
  const distance = wallClock(time, from.timeZone).diff(wallClock(from.startsAt, from.timeZone));
  const moved = wallClock(to.startsAt, to.timeZone).plus(distance);
  return moved.setZone(to.timeZone, { keepLocalTime: true }).toJSDate();
}

/** What a clock in the zone shows, as if there were no others. */
function wallClock(time: Date, zone: string): DateTime {
  return DateTime.fromJSDate(time, { zone }).setZone("utc", { keepLocalTime: true });
}
