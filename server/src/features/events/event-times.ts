import { DateTime } from "luxon";

/** Minutes the lobby opens before the announced start. */
const LOBBY_MINUTES = 15;
/** Minutes between the end of the live webinar and its availability on demand. */
const ARCHIVE_DELAY_MINUTES = 30;
const ARCHIVE_DAYS = 365;

export interface EventTimes {
  liveStartsAt: Date;
  liveEndsAt: Date;
  archiveStartsAt: Date;
  archiveEndsAt: Date;
}

/** The times that follow from the announced start and duration; differences as in the published examples. */
export function eventTimes(startsAt: Date, durationMinutes: number): EventTimes {
  const start = DateTime.fromJSDate(startsAt, { zone: "utc" });
  const liveEnd = start.plus({ minutes: durationMinutes });
  const archiveStart = liveEnd.plus({ minutes: ARCHIVE_DELAY_MINUTES });
  return {
    liveStartsAt: start.minus({ minutes: LOBBY_MINUTES }).toJSDate(),
    liveEndsAt: liveEnd.toJSDate(),
    archiveStartsAt: archiveStart.toJSDate(),
    archiveEndsAt: archiveStart.plus({ days: ARCHIVE_DAYS }).toJSDate(),
  };
}
