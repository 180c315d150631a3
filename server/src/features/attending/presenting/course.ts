import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { beginsAt, type EventCourse, type Phase, phaseOf } from "../../webinars/events/event-phase.ts";
import { findEvent } from "../../webinars/events/queries.ts";

/** Where an event stands. */
export interface Standing {
  readonly event: EventCourse;
  readonly phase: Phase;
  /** Milliseconds since it is live; 0 while it is not. */
  readonly atMs: number;
}

export async function getStanding(db: Db, { clientId, eventId }: RoomKey, now: Date): Promise<Standing> {
  const event = (await findEvent(db, clientId, eventId)) ?? fail("event.unknown", { eventId });
  return standingOf(event, now);
}

export function standingOf(event: EventCourse, now: Date): Standing {
  const phase = phaseOf(event, now);
  return { event, phase, atMs: phase === "live" ? now.getTime() - beginsAt(event).getTime() : 0 };
}

export function isBeforeLive(phase: Phase): boolean {
  return phase === "scheduled" || phase === "lobby";
}
