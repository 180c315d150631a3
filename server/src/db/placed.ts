import { sql } from "kysely";

/** Something of an event, named by its id. */
export interface Placed {
  readonly clientId: number;
  readonly eventId: number;
  readonly id: number;
}

/** Such things as a table `p` of client_id, event_id and id. */
export function placesTable(places: readonly Placed[]) {
  return sql`unnest(${places.map(({ clientId }) => clientId)}::bigint[], ${places.map(({ eventId }) => eventId)}::bigint[],
    ${places.map(({ id }) => id)}::bigint[]) as p (client_id, event_id, id)`;
}

/** What was found of an event by its id. */
export type FindPlaced<Row> = (event: { readonly eventId: number }, id: number) => Row | undefined;

/**
 * Looks things up that were read for several events: what one event has, nobody of another finds, though both are written
 * in one group.
 */
export function findPlaced<Row extends Omit<Placed, "clientId">>(rows: readonly Row[]): FindPlaced<Row> {
  const keyOf = (eventId: number, id: number) => `${eventId} ${id}`;
  const known = new Map(rows.map((row) => [keyOf(row.eventId, row.id), row]));
  return ({ eventId }, id) => known.get(keyOf(eventId, id));
}
