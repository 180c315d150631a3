import { type RawBuilder, sql } from "kysely";
import type { Db } from "./database.ts";

/** Rows of several clients, in the order of a time and then of an id. */
export interface OrderedList {
  readonly clientIds: readonly number[];
  /** `from … where …`; the client at hand is `c.client_id`. */
  readonly matching: RawBuilder<unknown>;
  /** The columns of the time and the id, as in `r.created_at`. */
  readonly at: string;
  readonly id: string;
}

/** Where a row stands in its list. */
export interface Place {
  readonly at: Date;
  readonly id: number;
}

export interface Slice {
  readonly limit?: number | undefined;
  readonly offset?: number;
  readonly after?: Place;
  readonly isNewestFirst?: boolean;
}

/** Client by client: with `client_id = any (…)` no index gives the order, and every page would read the whole table. */
function clientsOf({ clientIds }: OrderedList) {
  return sql`unnest(${[...clientIds]}::bigint[]) as c (client_id)`;
}

export async function countListed(db: Db, list: OrderedList): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(one.total), 0)::bigint as total
    from ${clientsOf(list)} cross join lateral (select count(*) as total ${list.matching}) one`.execute(db);
  return rows[0]?.total ?? 0;
}

/** A slice of the list as a table of client_id, id and at, so that whole rows are fetched for these alone. */
export function placesOf(list: OrderedList, { limit, offset = 0, after, isNewestFirst }: Slice) {
  const [at, id] = [sql.raw(list.at), sql.raw(list.id)];
  const direction = directionOf({ isNewestFirst });
  const beyond = after ? sql` and (${at}, ${id}) > (${after.at}, ${after.id})` : sql``;
  return sql`(
    select one.* from ${clientsOf(list)} cross join lateral (
      select c.client_id, ${id} as id, ${at} as at ${list.matching}${beyond}
      order by ${at} ${direction}, ${id} ${direction} limit ${limit === undefined ? null : limit + offset}
    ) one
    order by at ${direction}, id ${direction} limit ${limit ?? null} offset ${offset}
  )`;
}

/** For the order of what is joined to the places. */
export function directionOf({ isNewestFirst = false }: { isNewestFirst?: boolean | undefined }) {
  return sql.raw(isNewestFirst ? "desc" : "asc");
}

const SLAB = 1000;

/**
 * The first `total` rows of a list, a slab at a time: no connection or snapshot is held while a slow caller reads, and what
 * comes meanwhile comes after them.
 */
export async function* walkList<Row>(
  readSlice: (slice: Slice) => Promise<Row[]>,
  placeOf: (row: Row) => Place,
  total = Number.POSITIVE_INFINITY,
): AsyncGenerator<Row> {
  let after: Place | undefined;
  for (let left = total; left > 0; left -= SLAB) {
    const limit = Math.min(SLAB, left);
    const slab = await readSlice({ limit, ...(after && { after }) });
    yield* slab;
    const last = slab.at(-1);
    if (!last || slab.length < limit) return;
    after = placeOf(last);
  }
}
