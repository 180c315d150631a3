import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { createLoadCache, type LoadCache } from "../../../lib/load-cache.ts";
import { type AdmissionEvent, findAdmissionEvent } from "./admission-event.ts";

/** Events and what admission knows of them in memory, dropped by NOTIFY when any process changes them. */
export function createEventCache(db: Db): LoadCache<number, AdmissionEvent> {
  return createLoadCache((id) => findAdmissionEvent(db, id));
}

/** The event of a call, which the dialect has found already: at once when it is in memory. */
export async function getKnown(events: LoadCache<number, AdmissionEvent>, eventId: number): Promise<AdmissionEvent> {
  return (await events.get(eventId)) ?? fail("event.unknown", { eventId });
}
