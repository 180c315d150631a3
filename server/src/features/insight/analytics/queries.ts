import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { countListed, directionOf, type OrderedList, placesOf, type Slice } from "../../../db/ordered-list.ts";
import type { Events, EventTotals } from "../../../db/types.ts";
import type { AccountTag } from "../../webinars/events/account-tags.ts";

/** Which time of an event a list is filtered and ordered by. */
const dateColumns = {
  goodafter: "e.starts_at",
  updated: "t.last_activity_at",
  modified: "e.modified_at",
  creation: "e.created_at",
  livestart: "e.live_starts_at",
  liveend: "e.live_ends_at",
  archivestart: "e.archive_starts_at",
  archiveend: "e.archive_ends_at",
} as const;

export const dateModes = Object.keys(dateColumns) as (keyof typeof dateColumns)[];

export interface EventFilter {
  clientIds: readonly number[];
  dateMode: keyof typeof dateColumns;
  from?: Date;
  to?: Date;
  contentType?: string;
  isInactiveIncluded: boolean;
}

export type ListedEvent = Selectable<Events> &
  Selectable<EventTotals> & {
    profileName: string | null;
    partnerTotals: { code: string; count: number }[];
    accountTags: AccountTag[];
    speakers: { name: string; title?: string; company?: string; description?: string }[];
  };

// Totals are counters, the three lists are short: one statement reads whole events.
const eventColumns = sql`
  t.*, e.*, p.name as profile_name,
  coalesce((select json_agg(json_build_object('code', coalesce(nullif(partner_ref, ''), '-'), 'count', registrants) order by partner_ref)
    from event_partner_totals where client_id = e.client_id and event_id = e.id and registrants > 0), '[]') as partner_totals,
  coalesce((select json_agg(json_build_object('groupid', g.id, 'groupname', g.name, 'tagid', a.id, 'tagname', a.name) order by g.id, a.id)
    from account_tags a join account_tag_groups g on g.client_id = a.client_id and g.id = a.group_id
    where a.client_id = e.client_id and a.id = any (e.account_tag_ids)), '[]') as account_tags,
  coalesce((select json_agg(json_strip_nulls(json_build_object('name', name, 'title', title, 'company', company,
      'description', description)) order by position, id)
    from speakers where client_id = e.client_id and event_id = e.id), '[]') as speakers`;

const eventJoins = sql`
  join event_totals t on t.client_id = e.client_id and t.event_id = e.id
  left join event_profiles p on p.client_id = e.client_id and p.id = e.event_profile_id`;

/** What the filter asks of an event of one client. The totals hold one of the times only, so they are read for that alone. */
function matching(filter: EventFilter) {
  const column = sql.raw(dateColumns[filter.dateMode]);
  const conditions = [
    sql<SqlBool>`e.client_id = c.client_id`,
    sql<SqlBool>`e.deleted_at is null`,
    sql<SqlBool>`not e.is_api_excluded`,
    ...(filter.isInactiveIncluded ? [] : [sql<SqlBool>`e.is_active`]),
    ...(filter.from ? [sql<SqlBool>`${column} >= ${filter.from}`] : []),
    ...(filter.to ? [sql<SqlBool>`${column} <= ${filter.to}`] : []),
    ...(filter.contentType ? [sql<SqlBool>`e.content_type = ${filter.contentType}`] : []),
  ];
  const totals = sql`join event_totals t on t.client_id = e.client_id and t.event_id = e.id`;
  const needed = filter.dateMode === "updated" ? totals : sql``;
  return sql`from events e ${needed} where ${sql.join(conditions, sql` and `)}`;
}

function listOf(filter: EventFilter): OrderedList {
  return { clientIds: filter.clientIds, matching: matching(filter), at: dateColumns[filter.dateMode], id: "e.id" };
}

export async function countEvents(db: Db, filter: EventFilter): Promise<number> {
  return countListed(db, listOf(filter));
}

/** In the order of the filter's time, then of the id. */
export async function listEvents(db: Db, filter: EventFilter, slice: Slice): Promise<ListedEvent[]> {
  const direction = directionOf(slice);
  const { rows } = await sql<ListedEvent>`
    select ${eventColumns}
    from ${placesOf(listOf(filter), slice)} found
    join events e on e.client_id = found.client_id and e.id = found.id ${eventJoins}
    order by found.at ${direction}, found.id ${direction}`.execute(db);
  return rows;
}

export type EventWithScore = ListedEvent & {
  /** Of all attendees' scores together. */
  readonly allTenths: number;
};

export async function getListedEvent(db: Db, clientId: number, id: number): Promise<EventWithScore | undefined> {
  const { rows } = await sql<EventWithScore>`
    select ${eventColumns}, t.engagement_tenths + coalesce((select sum(g.tenths) from engagement_gains g
      where g.client_id = e.client_id and g.event_id = e.id), 0)::bigint as all_tenths
    from events e ${eventJoins}
    where e.client_id = ${clientId} and e.id = ${id} and e.deleted_at is null`.execute(db);
  return rows[0];
}
