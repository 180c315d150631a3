import { isDeepStrictEqual } from "node:util";
import type { Selectable, Updateable } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Events } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { announceMove } from "../../base/outbox/announce.ts";
import { eventChanges } from "./changes.ts";
import { campaignColumns, typeColumns } from "./event-columns.ts";
import { hasBegun, phaseOf } from "./event-phase.ts";
import { eventTimes } from "./event-times.ts";
import { countPeople, lockEvent, updateEventRow } from "./queries.ts";
import type { Moment } from "./start-event.ts";

/** What a producer may change of an event; see the events table for meanings. */
export interface EventChanges {
  title?: string;
  type?: string;
  languageCode?: string;
  countryCode?: string | null;
  timeZone?: string;
  startsAt?: Date;
  durationMinutes?: number;
  promotionalSummary?: string;
  isArchiveAvailable?: boolean;
  isRegistrationOpen?: boolean;
  campaignCode?: string;
  campaignTags?: string[];
  accountTagIds?: number[];
}

const planFields = ["type", "timeZone", "startsAt", "durationMinutes"] as const;

/**
 * Changes what `readChanges` says of the event as it is now, held against other writers; other columns stay.
 * Moving an event starts its course anew, unless people have come to it: then it is history (event.hasPeople).
 */
export async function updateEvent(
  db: Db,
  clientId: number,
  eventId: number,
  readChanges: (event: Selectable<Events>) => Promise<EventChanges>,
  moment: Moment,
): Promise<Selectable<Events>> {
  return inTransaction(db, async (tx) => {
    const event = (await lockEvent(tx, clientId, eventId)) ?? fail("event.unknown", { eventId });
    const changes = onlyDifferent(event, await readChanges(event));
    const fields = Object.keys(changes);
    if (fields.length === 0) return event;
    const course = await changeCourse(tx, event, changes, moment.now);
    const isMoved = isCalendarChanged(event, { ...event, ...changes, ...course } as Selectable<Events>);
    const updated = await updateEventRow(tx, clientId, eventId, {
      ...changes,
      ...course,
      ...(isMoved && { calendarSequence: event.calendarSequence + 1 }),
      ...(changes.type !== undefined && typeColumns(changes.type)),
      ...(changes.campaignTags && campaignColumns(changes.campaignTags)),
    });
    await eventChanges.record(tx, "event.updated", { clientId, eventId, actor: moment.actor, fields });
    // Once it has begun nobody looks into a calendar for it.
    if (isMoved && !hasBegun(updated, moment.now)) await announceMove(tx, updated);
    return updated;
  });
}

function onlyDifferent(event: Selectable<Events>, changes: EventChanges): EventChanges {
  const isDifferent = ([name, value]: [string, unknown]) =>
    !isDeepStrictEqual(value, event[name as keyof EventChanges]);
  return Object.fromEntries(Object.entries(changes).filter(isDifferent));
}

/** Whether what people have in their calendars is no longer so. */
function isCalendarChanged(before: Selectable<Events>, after: Selectable<Events>): boolean {
  const shown = ({ title, startsAt, liveEndsAt, timeZone }: Selectable<Events>) => [
    title,
    startsAt,
    liveEndsAt,
    timeZone,
  ];
  return !isDeepStrictEqual(shown(before), shown(after));
}

/** The times that follow from a change of the plan; none when it stays. */
async function changeCourse(
  db: Db,
  event: Selectable<Events>,
  changes: EventChanges,
  now: Date,
): Promise<Updateable<Events>> {
  if (!planFields.some((field) => changes[field] !== undefined)) return {};
  const times = eventTimes({ ...event, ...changes });
  const isOnlyLength = planFields.every((field) => field === "durationMinutes" || changes[field] === undefined);
  // A webinar that is on may be made longer or shorter, as long as it does not end in the past.
  if (isOnlyLength && phaseOf(event, now) === "live" && times.liveEndsAt > now)
    return { ...times, liveStartsAt: event.liveStartsAt };
  if (hasBegun(event, now) && (await countPeople(db, event.clientId, event.id)) > 0)
    fail("event.hasPeople", { eventId: event.id });
  return { ...times, startedAt: null, endedAt: null };
}
