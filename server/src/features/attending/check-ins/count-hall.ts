import type { Db } from "../../../db/database.ts";
import { beginsAt, endsAt } from "../../webinars/events/event-phase.ts";
import { type Join, openSessions } from "../attendance/join-queries.ts";
import type { SessionKey } from "../attendance/viewing.ts";
import { writeGains } from "../attendance/write-gains.ts";
import { type EventKey, type HallEvent, lockSeated, markCounted, type Seated } from "./queries.ts";

/**
 * Counts who is at the venue as watching: from check-in, or from when the event began, up to now, or its end. Nobody sends a
 * sign of life from there, so whoever has come in is taken to stay; minutes that were missed are made up for.
 * @param registrantId counts only this person
 */
export async function countHall(tx: Db, event: HallEvent, now: Date, registrantId?: number): Promise<void> {
  const [from, to] = [beginsAt(event), endsAt(event)];
  if (!to || now < from) return;
  const place = { clientId: event.clientId, eventId: event.id };
  const seated = await lockSeated(tx, place, registrantId);
  const sessions = [...seated.flatMap((one) => keyOf(place, one)), ...(await openMissing(tx, place, seated, from))];
  const isOver = now >= to;
  const seenAt = Math.min(now.getTime(), to.getTime());
  const gain = { seenAt, endedAt: isOver ? seenAt : null, ...nothingPlayed };
  if (sessions.length > 0)
    await writeGains(
      tx,
      sessions.map((key) => ({ key, ...gain })),
    );
  if (isOver) await markCounted(tx, place);
}

/** The hall has one screen, which is no player of theirs. */
const nothingPlayed = { playingMs: 0, pausedMs: 0, mutedMs: 0, backgroundMs: 0, positionSeconds: null };

async function openMissing(tx: Db, place: EventKey, seated: readonly Seated[], from: Date): Promise<SessionKey[]> {
  const missing = seated.filter(({ sessionId }) => sessionId === null);
  if (missing.length === 0) return [];
  const joins = missing.map(({ registrantId, checkedInAt }): Join => {
    const at = checkedInAt > from ? checkedInAt : from;
    return { ...place, registrantId, tab: "venue", kind: "live", at, launchMode: "venue" };
  });
  const opened = await openSessions(
    tx,
    joins.map((join, n) => ({ n, join, kind: "live", isOpening: true })),
  );
  return opened.map(({ n, sessionId }) => {
    const { registrantId, at } = joins[n] as Join;
    return { ...place, registrantId, sessionId, startedAt: at, kind: "live" };
  });
}

function keyOf(place: EventKey, { registrantId, sessionId, startedAt }: Seated): SessionKey[] {
  return sessionId === null || !startedAt ? [] : [{ ...place, registrantId, sessionId, startedAt, kind: "live" }];
}
