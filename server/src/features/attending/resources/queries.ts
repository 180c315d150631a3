import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { type FindPlaced, findPlaced, placesTable } from "../../../db/placed.ts";

/** A resource in an event. */
export interface ResourcePlace {
  readonly clientId: number;
  readonly eventId: number;
  readonly resourceId: number;
}

export interface FoundResource {
  readonly id: number;
  readonly eventId: number;
  readonly name: string;
  /** As given, or `/files/{key}`. */
  readonly address: string;
}

/** Those of these resources that their events have. */
export async function findResources(db: Db, places: readonly ResourcePlace[]): Promise<FindPlaced<FoundResource>> {
  const { rows } = await sql<FoundResource>`
    select distinct r.event_id, r.id, r.name, coalesce(r.url, '/files/' || f.key) as address
    from ${placesTable(places.map(({ resourceId: id, ...place }) => ({ ...place, id })))}
    join resources r using (client_id, event_id, id) left join files f on f.client_id = r.client_id and f.id = r.file_id
    where r.deleted_at is null`.execute(db);
  return findPlaced(rows);
}

/** Those of these people, locked before, who have opened no resource so far. */
export async function listWithoutDownloads(
  db: Db,
  people: readonly { readonly clientId: number; readonly registrantId: number }[],
): Promise<ReadonlySet<number>> {
  if (people.length === 0) return new Set();
  const { rows } = await sql<{ registrantId: number }>`
    select registrant_id from attendees join unnest(${people.map(({ clientId }) => clientId)}::bigint[],
      ${people.map(({ registrantId }) => registrantId)}::bigint[]) as p (client_id, registrant_id)
      using (client_id, registrant_id)
    where resources_downloaded = 0`.execute(db);
  return new Set(rows.map(({ registrantId }) => registrantId));
}
