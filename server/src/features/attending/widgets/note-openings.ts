import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

/** Somebody opens a thing of the console. */
export interface Opening {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly thingId: number;
  /** What it is called now, and where it leads. */
  readonly name: string;
  readonly address?: string | undefined;
  readonly at: Date;
}

export type ThingKind = "widget" | "resource" | "call-to-action";

/**
 * Notes openings, at most one of each person. Answers for each registrant who attends whether it was their first of this
 * thing; they stay locked, so that nobody counts a first opening twice.
 */
export async function noteOpenings(
  tx: Db,
  kind: ThingKind,
  openings: readonly Opening[],
): Promise<ReadonlyMap<number, { readonly isFirst: boolean }>> {
  if (openings.length === 0) return new Map();
  const input = openings.map(({ clientId, eventId, registrantId, thingId, name, address, at }) => ({
    ...{ client_id: clientId, event_id: eventId, registrant_id: registrantId, thing_id: thingId },
    ...{ name, address, at },
  }));
  const { rows } = await sql<{ registrantId: number; isFirst: boolean }>`
    with input as (
      select * from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, event_id bigint,
        registrant_id bigint, thing_id bigint, name text, address text, at timestamptz(3))
    ), held as (
      select i.* from attendees a join input i using (client_id, event_id, registrant_id)
      order by a.client_id, a.registrant_id for no key update of a
    )
    insert into openings as o (client_id, event_id, registrant_id, kind, thing_id, name, address, opens,
      first_opened_at, last_opened_at)
    select client_id, event_id, registrant_id, ${kind}, thing_id, name, address, 1, at, at from held
    on conflict (client_id, registrant_id, kind, thing_id) do update set opens = o.opens + 1, name = excluded.name,
      address = excluded.address, last_opened_at = greatest(o.last_opened_at, excluded.last_opened_at)
    returning registrant_id, opens = 1 as is_first`.execute(tx);
  return new Map(rows.map(({ registrantId, isFirst }) => [registrantId, { isFirst }]));
}

/** Of these people, the ids of the things of a kind that each has opened. */
export async function listOpened(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
  kind: ThingKind,
  registrantIds: readonly number[],
): Promise<Map<number, number[]>> {
  const { rows } = await sql<{ registrantId: number; thingIds: number[] }>`
    select registrant_id, json_agg(thing_id order by thing_id) as thing_ids from openings
    where client_id = ${clientId} and event_id = ${eventId} and kind = ${kind}
      and registrant_id = any (${registrantIds}::bigint[])
    group by 1`.execute(db);
  return new Map(rows.map(({ registrantId, thingIds }) => [registrantId, thingIds]));
}
