import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { type OrderedList, placesOf, type Slice, walkList } from "../../../db/ordered-list.ts";
import type { PresenterSessions } from "../../../db/types.ts";

export interface PresenterFilter {
  readonly clientIds: readonly number[];
  readonly eventId?: number;
  /** Begun between these. */
  readonly from?: Date;
  readonly to?: Date;
  /** Client-level lists leave out events tagged APIEXCLUDE. */
  readonly isClientLevel: boolean;
}

export type ListedPresenting = Selectable<PresenterSessions> & {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly eventTitle: string;
};

function listOf({ clientIds, eventId, from, to, isClientLevel }: PresenterFilter): OrderedList {
  const conditions = [
    sql<SqlBool>`s.client_id = c.client_id`,
    ...(eventId !== undefined ? [sql<SqlBool>`s.event_id = ${eventId}`] : []),
    ...(from ? [sql<SqlBool>`s.started_at >= ${from}`] : []),
    ...(to ? [sql<SqlBool>`s.started_at <= ${to}`] : []),
    ...(isClientLevel ? [sql<SqlBool>`not e.is_api_excluded and e.deleted_at is null`] : []),
  ];
  const events = isClientLevel ? sql`join events e on e.client_id = s.client_id and e.id = s.event_id` : sql``;
  const matching = sql`from presenter_sessions s ${events} where ${sql.join(conditions, sql` and `)}`;
  return { clientIds, matching, at: "s.started_at", id: "s.id" };
}

/** In the order in which they came in. */
export function walkPresenting(db: Db, filter: PresenterFilter): AsyncGenerator<ListedPresenting> {
  return walkList(
    async (slice) => (await selectPresenting(filter, slice).execute(db)).rows,
    ({ startedAt, id }) => ({ at: startedAt, id }),
  );
}

/** The statement of a slice, apart so that a test can look at its plan. */
export function selectPresenting(filter: PresenterFilter, slice: Slice) {
  return sql<ListedPresenting>`
    select s.*, q.first_name, q.last_name, q.email, e.title as event_title
    from ${placesOf(listOf(filter), slice)} p
    join presenter_sessions s on s.client_id = p.client_id and s.id = p.id
    join presenters q on q.client_id = s.client_id and q.id = s.presenter_id
    join events e on e.client_id = s.client_id and e.id = s.event_id
    order by p.at, p.id`;
}
