import type { Db } from "../../../db/database.ts";
import { queueJob } from "../../../db/queue-job.ts";

export const ANNOUNCE_JOB = "announce-event-change";

/** What the job is told; it tells itself where it has come to. */
export interface Announcement {
  readonly clientId: number;
  readonly eventId: number;
  readonly kind: "moved" | "cancelled";
  /** Of a move: which one it was. */
  readonly sequence: number;
  /** The last registrant of those who are owed the mail already. */
  readonly afterId: number;
}

interface ChangedEvent {
  readonly clientId: number;
  readonly id: number;
  readonly calendarSequence: number;
}

/** In the transaction that moves the event: everybody whose calendar has it will be told. */
export async function announceMove(tx: Db, event: ChangedEvent): Promise<void> {
  await announce(tx, event, "moved");
}

/** In the transaction that deletes the event. */
export async function announceCancellation(tx: Db, event: ChangedEvent): Promise<void> {
  await announce(tx, event, "cancelled");
}

async function announce(tx: Db, event: ChangedEvent, kind: Announcement["kind"]): Promise<void> {
  const { clientId, id: eventId, calendarSequence: sequence } = event;
  await queueJob(tx, ANNOUNCE_JOB, { clientId, eventId, kind, sequence, afterId: 0 } satisfies Announcement);
}
