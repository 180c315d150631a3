import { timingSafeEqual } from "node:crypto";
import { fail } from "../../../errors.ts";
import { readId } from "../../../lib/read-id.ts";
import { hashSecret } from "../../../lib/secrets.ts";

/** What addresses of an event name. */
export interface EventAddress {
  readonly id: string | undefined;
  readonly key: string | undefined;
}

interface KeyedEvent {
  readonly audienceKey: string;
  readonly staffKey: string;
  readonly deletedAt: Date | null;
}

/** Where events are looked for, by id: the database, or what of it is in memory. */
type Find<Event> = (id: number) => Promise<Event | undefined> | Event | undefined;

/** The event of an address whose key fits, the audience's or the staff's. A wrong key and an unknown event look the same. */
export async function findEventAt<Event extends KeyedEvent>(
  find: Find<Event>,
  { id, key = "" }: EventAddress,
  door: "audienceKey" | "staffKey",
): Promise<Event | undefined> {
  const eventId = readId(id);
  if (eventId === undefined || !/^[\da-f]{32}$/i.test(key)) return undefined;
  const event = await find(eventId);
  return event && isSameKey(key, event[door]) ? event : undefined;
}

/** The same. Refuses visit.unknown and event.deleted. */
export async function getEventAt<Event extends KeyedEvent>(
  find: Find<Event>,
  address: EventAddress,
  door: "audienceKey" | "staffKey",
): Promise<Event> {
  const event = (await findEventAt(find, address, door)) ?? fail("visit.unknown");
  return event.deletedAt ? fail("event.deleted") : event;
}

/** Compares hashes, which takes the same time wherever two keys differ. */
function isSameKey(given: string, expected: string): boolean {
  return timingSafeEqual(hashSecret(given.toUpperCase()), hashSecret(expected.toUpperCase()));
}
