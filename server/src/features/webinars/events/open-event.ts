import { timingSafeEqual } from "node:crypto";
import { fail } from "../../../errors.ts";
import { readId } from "../../../lib/read-id.ts";

/** What addresses of an event name. */
export interface EventAddress {
  readonly id: string | undefined;
  readonly key: string | undefined;
}

/** The column of a key that opens an event to somebody. */
export type EventKey = "audienceKey" | "previewKey" | "presentKey" | "reportKey";

interface Deletable {
  readonly deletedAt: Date | null;
}

/** Where events are looked for, by id: the database, or what of it is in memory. */
type Find<Event> = (id: number) => Promise<Event | undefined> | Event | undefined;

/** The event of an address whose key fits. A wrong key and an unknown event look the same. */
export async function findEventAt<Key extends EventKey, Event extends Readonly<Record<Key, string>>>(
  find: Find<Event>,
  { id, key = "" }: EventAddress,
  opener: Key,
): Promise<Event | undefined> {
  const eventId = readId(id);
  if (eventId === undefined || !isKey.test(key)) return undefined;
  const event = await find(eventId);
  return event && isSameKey(key, event[opener]) ? event : undefined;
}

/** The same. Refuses visit.unknown and event.deleted. */
export async function getEventAt<Key extends EventKey, Event extends Readonly<Record<Key, string>> & Deletable>(
  find: Find<Event>,
  address: EventAddress,
  opener: Key,
): Promise<Event> {
  const event = (await findEventAt(find, address, opener)) ?? fail("visit.unknown");
  return event.deletedAt ? fail("event.deleted") : event;
}

const isKey = /^[\da-f]{32}$/i;

/** Takes the same time wherever two keys differ. All are of one length. */
function isSameKey(given: string, expected: string): boolean {
  return isKey.test(expected) && timingSafeEqual(Buffer.from(given.toUpperCase()), Buffer.from(expected.toUpperCase()));
}
