import { timingSafeEqual } from "node:crypto";
import type { Db } from "../../../db/database.ts";
import { hashSecret } from "../../../lib/secrets.ts";
import { findPageEvent, type PageEvent } from "./page-queries.ts";

/** What an address names: an event, or why there is none to show. A wrong key and an unknown event look the same. */
export type Opened = { event: PageEvent } | { closed: "unknown" | "deleted" };

/** Finds the event of an address whose key fits, the audience's or the staff's. */
export async function openEvent(
  db: Db,
  address: { id: string | undefined; key: string | undefined },
  door: "audienceKey" | "staffKey",
): Promise<Opened> {
  const { id = "", key = "" } = address;
  // Fifteen digits are exact as a number, and no sequence gets there.
  if (!/^\d{1,15}$/.test(id) || !/^[\da-f]{32}$/i.test(key)) return { closed: "unknown" };
  const event = await findPageEvent(db, Number(id));
  if (!event || !isSameKey(key, event[door])) return { closed: "unknown" };
  return event.deletedAt ? { closed: "deleted" } : { event };
}

/** Compares hashes, which takes the same time wherever two keys differ. */
export function isSameKey(given: string, expected: string): boolean {
  return timingSafeEqual(hashSecret(given.toUpperCase()), hashSecret(expected.toUpperCase()));
}
