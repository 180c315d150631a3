import { sql } from "kysely";
import type { TSchema } from "typebox";
import type { Db } from "../../../../db/database.ts";

export interface PersonKey {
  readonly clientId: number;
  readonly registrantId: number;
}

/** What attendees did in one part of the console, as their answer tells it. */
export interface AttendeePart {
  /** What it adds to an attendee. */
  readonly keys: Readonly<Record<string, TSchema>>;
  /** By registrant; nobody who has nothing of it. One statement, however many people. */
  read(db: Db, people: readonly PersonKey[], publicUrl: string): Promise<ReadonlyMap<number, object>>;
}

/** People as a table `p` of client_id and registrant_id. */
export function peopleTable(people: readonly PersonKey[]) {
  const clientIds = people.map(({ clientId }) => clientId);
  const registrantIds = people.map(({ registrantId }) => registrantId);
  return sql`unnest(${clientIds}::bigint[], ${registrantIds}::bigint[]) as p (client_id, registrant_id)`;
}

/** What is presented of each person's rows, in the order of the rows. */
export function presentByPerson<Row extends { readonly registrantId: number }>(
  rows: readonly Row[],
  present: (rows: readonly Row[]) => object,
): ReadonlyMap<number, object> {
  const grouped = new Map<number, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.registrantId);
    if (known) known.push(row);
    else grouped.set(row.registrantId, [row]);
  }
  return new Map([...grouped].map(([registrantId, theirs]) => [registrantId, present(theirs)]));
}
