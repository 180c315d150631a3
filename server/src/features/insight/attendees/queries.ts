import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { countListed, directionOf, type OrderedList, placesOf, type Slice } from "../../../db/ordered-list.ts";
import type { Attendees, Events, Registrants } from "../../../db/types.ts";
import { emailKey } from "../../../lib/email-address.ts";
import type { ListedStatus } from "../../admission/registration/people/registrant-status.ts";

export interface AttendeeFilter {
  readonly clientIds: readonly number[];
  readonly eventId?: number;
  /**
   * "joined": whoever was active in the window, from joining to the last activity, in the order of joining. "lastActivity":
   * whose last activity lies in it, in the order of that.
   */
  readonly dateMode: "joined" | "lastActivity";
  readonly from?: Date;
  readonly to?: Date;
  readonly statuses: readonly ListedStatus[];
  /** Of the registration. */
  readonly partnerRef?: string;
  /** In any spelling. */
  readonly email?: string;
  readonly isAnonymousExcluded?: boolean;
  /** Leaves out whoever watched live. */
  readonly isLiveExcluded?: boolean;
  /** Client-level lists leave out the people of events tagged APIEXCLUDE. */
  readonly isClientLevel: boolean;
}

/** The spans of watching are long, and in no answer. */
export type ListedAttendee = Omit<Selectable<Attendees>, "liveSpans" | "archiveSpans" | "positionSeconds"> &
  Pick<
    Selectable<Registrants>,
    "email" | "extEventUserCd" | "status" | "isBlocked" | "partnerRef" | "sourceCampaignCode" | "sourceEventId"
  > &
  Pick<Selectable<Events>, "campaignCode" | "title"> & { registeredAt: Date };

const columns = sql`
  a.client_id, a.event_id, a.registrant_id, a.first_joined_at, a.last_activity_at, a.launch_mode, a.attendance_partner_ref,
  a.live_sessions, a.archive_sessions, a.live_opens, a.archive_opens, a.first_live_at, a.last_live_at, a.first_archive_at,
  a.last_archive_at, a.live_ms, a.archive_ms, a.live_media_ms, a.archive_media_ms, a.cumulative_live_ms,
  a.cumulative_archive_ms, a.questions_asked, a.answered_polls, a.answered_surveys, a.answered_survey_questions, a.resources_downloaded, a.widgets_opened, a.cta_clicks, a.conversions, a.chat_messages, a.reactions,
  a.engagement_tenths,
  r.email, r.ext_event_user_cd, r.status, r.is_blocked, r.partner_ref, r.source_campaign_code, r.source_event_id,
  r.created_at as registered_at, e.campaign_code, e.title`;

/** What the filter asks of an attendee of one client. */
function matching(filter: AttendeeFilter) {
  const first = sql.raw(filter.dateMode === "joined" ? "a.first_joined_at" : "a.last_activity_at");
  const conditions = [
    ...(filter.email === undefined
      ? [sql<SqlBool>`a.client_id = c.client_id`]
      : [sql<SqlBool>`r.client_id = c.client_id and r.email_key = ${emailKey(filter.email)}`]),
    sql<SqlBool>`r.status = any (${[...filter.statuses]}::text[])`,
    ...(filter.eventId !== undefined ? [sql<SqlBool>`a.event_id = ${filter.eventId}`] : []),
    ...(filter.from ? [sql<SqlBool>`a.last_activity_at >= ${filter.from}`] : []),
    ...(filter.to ? [sql<SqlBool>`${first} <= ${filter.to}`] : []),
    ...(filter.partnerRef !== undefined ? [sql<SqlBool>`r.partner_ref = ${filter.partnerRef}`] : []),
    ...(filter.isAnonymousExcluded ? [sql<SqlBool>`not r.is_anonymous`] : []),
    ...(filter.isLiveExcluded ? [sql<SqlBool>`a.live_sessions = 0`] : []),
    ...(filter.isClientLevel ? [sql<SqlBool>`not e.is_api_excluded and e.deleted_at is null`] : []),
  ];
  const events = filter.isClientLevel ? sql`join events e on e.client_id = a.client_id and e.id = a.event_id` : sql``;
  return sql`from ${filter.email === undefined ? attendeesFirst : registrantsFirst} ${events}
    where ${sql.join(conditions, sql` and `)}`;
}

// Where statistics lag behind, as they do while people stream in, a plain join reads all registrants of the client for each
// attendee: "offset 0" keeps it a look-up by key.
const attendeesFirst = sql`attendees a cross join lateral (
  select status, partner_ref, is_anonymous from registrants where client_id = a.client_id and id = a.registrant_id offset 0
) r`;

/** An address is few people's. */
const registrantsFirst = sql`registrants r join attendees a on a.client_id = r.client_id and a.registrant_id = r.id`;

function listOf(filter: AttendeeFilter): OrderedList {
  const at = filter.dateMode === "joined" ? "a.first_joined_at" : "a.last_activity_at";
  return { clientIds: filter.clientIds, matching: matching(filter), at, id: "a.registrant_id" };
}

export async function countAttendees(db: Db, filter: AttendeeFilter): Promise<number> {
  return countListed(db, listOf(filter));
}

/** In the order of the filter's time, then of the id. */
export async function listAttendees(db: Db, filter: AttendeeFilter, slice: Slice): Promise<ListedAttendee[]> {
  const { rows } = await selectAttendees(filter, slice).execute(db);
  return rows;
}

/** The statement of a page, apart so that a test can look at its plan. */
export function selectAttendees(filter: AttendeeFilter, slice: Slice) {
  const direction = directionOf(slice);
  return sql<ListedAttendee>`
    select ${columns}
    from ${placesOf(listOf(filter), slice)} p
    join attendees a on a.client_id = p.client_id and a.registrant_id = p.id
    join registrants r on r.client_id = p.client_id and r.id = p.id
    join events e on e.client_id = a.client_id and e.id = a.event_id
    order by p.at ${direction}, p.id ${direction}`;
}
