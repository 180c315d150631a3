import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Events } from "../../../db/types.ts";
import type { EventRecord } from "../../../http/v2/directory.ts";
import { createLoadCache, type LoadCache } from "../../../lib/load-cache.ts";
import { findEventWithFields } from "./queries.ts";

/** An event with all its columns, its registration page's fields and its gates. */
export type CachedEvent = Selectable<Events> & EventRecord;

/** Events and their registration pages in memory, dropped by NOTIFY when any process changes them. */
export function createEventCache(db: Db): LoadCache<number, CachedEvent> {
  return createLoadCache((id) => findEventWithFields(db, id));
}
