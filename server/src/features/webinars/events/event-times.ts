import { DateTime } from "luxon";
import { isLive, isWebinar } from "../../base/lookups/event-types.ts";

/** Minutes the lobby opens before the announced start. */
const LOBBY_MINUTES = 15;
/** Minutes between the end of the live webinar and its availability on demand. */
const ARCHIVE_DELAY_MINUTES = 30;
const ARCHIVE_DAYS = 365;
/** Content and hubs are there until somebody takes them away; their rows still need a time. */
const CONTENT_YEARS = 100;

export interface EventTimes {
  liveStartsAt: Date;
  liveEndsAt: Date;
  archiveStartsAt: Date;
  archiveEndsAt: Date;
}

/** What is announced of an event. */
export interface Plan {
  type: string;
  timeZone: string;
  startsAt: Date;
  durationMinutes: number;
}

/** The times that follow from the plan; differences as in the published examples. */
export function eventTimes({ type, timeZone, startsAt, durationMinutes }: Plan): EventTimes {
  if (!isLive(type)) return { liveStartsAt: startsAt, liveEndsAt: startsAt, ...archiveOf(type, timeZone, startsAt) };
  const start = DateTime.fromJSDate(startsAt);
  const lobby = start.minus({ minutes: LOBBY_MINUTES });
  return {
    liveStartsAt: lobby.toJSDate(),
    ...timesAfter(timeZone, start.plus({ minutes: durationMinutes }).toJSDate()),
  };
}

/** The times that follow when a live webinar ends at another time than was announced. */
export function timesAfter(timeZone: string, endsAt: Date): Omit<EventTimes, "liveStartsAt"> {
  const archiveStart = DateTime.fromJSDate(endsAt).plus({ minutes: ARCHIVE_DELAY_MINUTES });
  return { liveEndsAt: endsAt, ...archiveOf("webcam", timeZone, archiveStart.toJSDate()) };
}

/** To the same time of day, 365 days on, by the event's own clocks. */
function archiveOf(type: string, timeZone: string, startsAt: Date) {
  const span = isWebinar(type) ? { days: ARCHIVE_DAYS } : { years: CONTENT_YEARS };
  const end = DateTime.fromJSDate(startsAt, { zone: timeZone }).plus(span);
  return { archiveStartsAt: startsAt, archiveEndsAt: end.toJSDate() };
}
