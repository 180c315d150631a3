import type { Db } from "../../db/database.ts";
import type { EventRecord } from "../../http/v2/directory.ts";
import { createLoadCache, type LoadCache } from "../../lib/load-cache.ts";
import { findEventWithFields } from "./queries.ts";

/** Events and their registration pages in memory, dropped by NOTIFY when any process changes them. */
export function createEventCache(db: Db): LoadCache<number, EventRecord> {
  return createLoadCache((id) => findEventWithFields(db, id));
}
