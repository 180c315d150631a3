import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Attendees, EventTotals } from "../../../db/types.ts";

/** Counters of a table, by their names in TypeScript. */
type Counts<Table> = { readonly [Column in keyof Table & string]?: number };

/** Something that somebody in a webinar did. */
export interface Activity {
  readonly clientId: number;
  readonly registrantId: number;
  readonly at: Date;
  /** What it adds to their counters; nothing is an activity too. */
  readonly counts?: Counts<Attendees>;
}

/**
 * Notes what attendees did, in the transaction that does it: their counters, and when they last did something. Answers the
 * registrants who attend; whoever is not among them has not come in yet, and can do nothing.
 */
export async function countActivity(tx: Db, activities: readonly Activity[]): Promise<ReadonlySet<number>> {
  const columns = columnsOf(activities);
  const input = activities.map(({ clientId, registrantId, at, counts = {} }) => ({
    client_id: clientId,
    registrant_id: registrantId,
    at,
    ...snakeCased(counts),
  }));
  const { rows } = await sql<{ registrantId: number }>`
    with input as (
      select client_id, registrant_id, max(at) as at${sql.raw(columns.map((name) => `, sum(${name}) as ${name}`).join(""))}
      from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, registrant_id bigint,
        at timestamptz(3)${sql.raw(columns.map((name) => `, ${name} bigint`).join(""))})
      group by 1, 2
    ), held as (
      select i.* from attendees a join input i on i.client_id = a.client_id and i.registrant_id = a.registrant_id
      order by a.client_id, a.registrant_id for no key update of a
    )
    update attendees a set last_activity_at = greatest(a.last_activity_at, h.at)
      ${sql.raw(columns.map((name) => `, ${name} = a.${name} + coalesce(h.${name}, 0)`).join(""))}
    from held h where a.client_id = h.client_id and a.registrant_id = h.registrant_id
    returning a.registrant_id`.execute(tx);
  return new Set(rows.map(({ registrantId }) => registrantId));
}

/**
 * Keeps what others write about these people waiting until the transaction ends, for who has to look before counting. Answers
 * the registrants who attend.
 */
export async function holdAttendees(
  tx: Db,
  people: readonly { clientId: number; registrantId: number }[],
): Promise<ReadonlySet<number>> {
  const clientIds = people.map(({ clientId }) => clientId);
  const registrantIds = people.map(({ registrantId }) => registrantId);
  const { rows } = await sql<{ registrantId: number }>`
    select registrant_id from attendees
    where (client_id, registrant_id) in (select * from unnest(${clientIds}::bigint[], ${registrantIds}::bigint[]))
    order by client_id, registrant_id for no key update`.execute(tx);
  return new Set(rows.map(({ registrantId }) => registrantId));
}

/** What happened in an event. */
export interface Happening {
  readonly clientId: number;
  readonly eventId: number;
  readonly counts: Counts<EventTotals>;
}

/** Adds to the totals of events, each once, in the order of their ids: call it last, for it locks them. */
export async function countInEvents(tx: Db, happenings: readonly Happening[]): Promise<void> {
  const columns = columnsOf(happenings);
  if (columns.length === 0) return;
  const input = happenings.map(({ clientId, eventId, counts }) => ({
    client_id: clientId,
    event_id: eventId,
    ...snakeCased(counts),
  }));
  const names = sql.raw(columns.join(", "));
  await sql`
    insert into event_totals as t (client_id, event_id, last_activity_at, ${names})
    select client_id, event_id, now(), ${sql.raw(columns.map((name) => `coalesce(sum(${name}), 0)`).join(", "))}
    from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, event_id bigint,
      ${sql.raw(columns.map((name) => `${name} bigint`).join(", "))})
    group by 1, 2 order by 1, 2
    on conflict (client_id, event_id) do update set last_activity_at = excluded.last_activity_at,
      ${sql.raw(columns.map((name) => `${name} = t.${name} + excluded.${name}`).join(", "))}`.execute(tx);
}

/** Of all that is counted, as PostgreSQL writes them; they are names of our own types, never what somebody sent. */
function columnsOf(all: readonly { counts?: Readonly<Record<string, number | undefined>> }[]): string[] {
  return [...new Set(all.flatMap(({ counts = {} }) => Object.keys(snakeCased(counts))))].sort();
}

function snakeCased(counts: Readonly<Record<string, number | undefined>>): Record<string, number | undefined> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [snakeCase(name), count]));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
