import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { countListed, type OrderedList, placesOf, type Slice } from "../../../db/ordered-list.ts";
import type { ViewingSessions } from "../../../db/types.ts";

export interface ViewingFilter {
  readonly clientId: number;
  readonly eventId: number;
  readonly kind?: "live" | "archive" | "blocked";
  /** Begun from here on. */
  readonly from?: Date;
  /** Seen last until here. */
  readonly to?: Date;
}

export type ListedViewing = Selectable<ViewingSessions> & {
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly extEventUserCd: string | null;
};

function listOf({ clientId, eventId, kind, from, to }: ViewingFilter): OrderedList {
  const conditions = [
    sql<SqlBool>`v.client_id = c.client_id and v.event_id = ${eventId}`,
    ...(kind ? [sql<SqlBool>`v.kind = ${kind}`] : []),
    ...(from ? [sql<SqlBool>`v.started_at >= ${from}`] : []),
    // No session is seen before it begins: the bound on the start spares months of them.
    ...(to ? [sql<SqlBool>`v.started_at <= ${to} and v.last_seen_at <= ${to}`] : []),
  ];
  const matching = sql`from viewing_sessions v where ${sql.join(conditions, sql` and `)}`;
  return { clientIds: [clientId], matching, at: "v.started_at", id: "v.id" };
}

export async function countViewings(db: Db, filter: ViewingFilter): Promise<number> {
  return countListed(db, listOf(filter));
}

/** In the order in which they began. */
export async function listViewings(db: Db, filter: ViewingFilter, slice: Slice): Promise<ListedViewing[]> {
  const { rows } = await selectViewings(filter, slice).execute(db);
  return rows;
}

/** The statement of a page, apart so that a test can look at its plan. */
export function selectViewings(filter: ViewingFilter, slice: Slice) {
  return sql<ListedViewing>`
    select v.*, r.email, r.first_name, r.last_name, r.ext_event_user_cd
    from ${placesOf(listOf(filter), slice)} p
    join viewing_sessions v on v.client_id = p.client_id and v.id = p.id and v.started_at = p.at
    join registrants r on r.client_id = v.client_id and r.id = v.registrant_id
    order by p.at, p.id`;
}
