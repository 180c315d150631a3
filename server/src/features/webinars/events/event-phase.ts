import { isLive, isWebinar } from "../../base/lookups/event-types.ts";

/** In the order in which an event goes through them; it may leave some out. */
export const phases = ["scheduled", "lobby", "live", "ended", "on-demand", "expired"] as const;
export type Phase = (typeof phases)[number];

/** Of an event, what decides its phase; see the events table. */
export interface EventCourse {
  readonly type: string;
  readonly startsAt: Date;
  readonly liveStartsAt: Date;
  readonly liveEndsAt: Date;
  readonly archiveStartsAt: Date;
  readonly archiveEndsAt: Date;
  readonly isArchiveAvailable: boolean;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/** A webinar that its producer started runs until it is ended; one that was forgotten, this long beyond its announced end. */
const MAX_OVERRUN_MS = 4 * 3_600_000;

/** Where an event stands at a time. Whatever its times are, phases only move forward as the clock runs. */
export function phaseOf(event: EventCourse, now: Date): Phase {
  let phase: Phase = "scheduled";
  for (const [next, from] of courseOf(event)) if (from <= now.getTime()) phase = next;
  return phase;
}

/** When whoever waits is let in. */
export function opensAt(event: EventCourse): Date {
  return new Date(courseOf(event)[0]?.[1] ?? 0);
}

/** When there is nothing more to see. */
export function expiresAt(event: EventCourse): Date {
  return new Date(courseOf(event).at(-1)?.[1] ?? 0);
}

/** When what is live began, or is to begin: the zero of its clock. */
export function beginsAt({ startsAt, startedAt }: Pick<EventCourse, "startsAt" | "startedAt">): Date {
  return startedAt && startedAt < startsAt ? startedAt : startsAt;
}

/** When its live part ends, or is to end; undefined for what is never live. */
export function endsAt(event: EventCourse): Date | undefined {
  const end = courseOf(event).find(([phase]) => phase === "ended");
  return end && new Date(end[1]);
}

/** Whether the event has opened to its audience, be it long ago. */
export function hasBegun(event: EventCourse, now: Date): boolean {
  const phase = phaseOf(event, now);
  return phase !== "scheduled" && phase !== "lobby";
}

/** Whether there is a room to come into: a little before it begins, until it expires. */
export function isRoomOpen(event: EventCourse, now: Date): boolean {
  const phase = phaseOf(event, now);
  return isWebinar(event.type) && phase !== "scheduled" && phase !== "expired";
}

/** Each phase after "scheduled" and when it begins, never before the one ahead of it. */
type Course = readonly (readonly [phase: Phase, from: number])[];

function courseOf(event: EventCourse): Course {
  return isLive(event.type) ? liveCourse(event) : recordedCourse(event);
}

/** Live from the announced start, or from when a producer started it before; without a producer it ends as announced. */
function liveCourse(event: EventCourse): Course {
  const { startedAt, endedAt } = event;
  const live = beginsAt(event).getTime();
  const overrun = startedAt ? MAX_OVERRUN_MS : 0;
  const end = Math.max(live, endedAt?.getTime() ?? event.liveEndsAt.getTime() + overrun);
  const after = Math.max(end, event.archiveStartsAt.getTime());
  return [
    ["lobby", Math.min(live, event.liveStartsAt.getTime())],
    ["live", live],
    ["ended", end],
    ...archiveCourse(event, after),
  ];
}

/** On-demand webinars, content and hubs: there from their start. */
function recordedCourse(event: EventCourse): Course {
  return archiveCourse(event, event.startsAt.getTime());
}

function archiveCourse({ isArchiveAvailable, archiveEndsAt }: EventCourse, from: number): Course {
  if (!isArchiveAvailable) return [["expired", from]];
  return [
    ["on-demand", from],
    ["expired", Math.max(from, archiveEndsAt.getTime())],
  ];
}
