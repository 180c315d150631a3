import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { attendanceChanges } from "./changes.ts";
import type { Device } from "./device.ts";
import type { SessionKind } from "./viewing.ts";

export interface Join extends Arrival {
  /** What is watched by now; null while there is nothing to watch. */
  readonly kind: SessionKind | null;
  readonly at: Date;
}

/** Who came, and how. A room keeps one for each of its pages. */
export interface Arrival extends Device {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  /** Made by the page when it was opened. */
  readonly tab: string;
  readonly launchMode: "remote" | "venue";
  readonly partnerRef?: string | undefined;
  readonly ipAddress?: string | undefined;
  readonly referrer?: string | undefined;
}

/** Whoever wants to come in, with the last session of the same page. */
export interface Newcomer {
  readonly n: number;
  readonly status: string;
  readonly isBlocked: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly sessionId: number | null;
  readonly startedAt: Date | null;
  readonly lastSeenAt: Date | null;
  readonly kind: SessionKind | null;
  readonly endedAt: Date | null;
}

/**
 * In no order; nobody who is not registered for the event. `n` is the place in the list given. Only months in which a page may
 * have been opened that is still open are looked through, of however many there are.
 */
export async function listNewcomers(db: Db, joins: readonly Join[]): Promise<Newcomer[]> {
  const input = joins.map(({ clientId, eventId, registrantId, tab, kind, at }, n) => ({
    n,
    client_id: clientId,
    event_id: eventId,
    registrant_id: registrantId,
    tab,
    kind,
    at,
  }));
  const { rows } = await sql<Newcomer>`
    select i.n, r.status, r.is_blocked, r.first_name, r.last_name,
      s.id as session_id, s.started_at, s.last_seen_at, s.kind, s.ended_at
    from json_to_recordset(${JSON.stringify(input)}::json)
      as i (n int, client_id bigint, event_id bigint, registrant_id bigint, tab text, kind text, at timestamptz(3))
    join registrants r on r.client_id = i.client_id and r.id = i.registrant_id and r.event_id = i.event_id
    left join lateral (
      select * from viewing_sessions v
      where v.client_id = i.client_id and v.registrant_id = i.registrant_id and v.tab = i.tab and v.kind = i.kind
        and v.started_at between i.at - interval '31 days' and i.at + interval '1 day'
      order by v.started_at desc limit 1
    ) s on true`.execute(db);
  return rows;
}

export interface NewSession {
  readonly n: number;
  readonly join: Join;
  readonly kind: SessionKind | "blocked";
  readonly isOpening: boolean;
}

export interface OpenedSession {
  readonly n: number;
  readonly sessionId: number;
}

/**
 * Opens sessions, counts those who attend for the first time, and records it, in one statement. Rows are written in the order
 * of people and events, so that processes never deadlock. Whoever is blocked leaves a session and nothing else.
 */
export async function openSessions(db: Db, sessions: readonly NewSession[]): Promise<OpenedSession[]> {
  const input = sessions.map(({ n, join, kind, isOpening }) => ({
    n,
    client_id: join.clientId,
    event_id: join.eventId,
    registrant_id: join.registrantId,
    tab: join.tab,
    kind,
    is_opening: isOpening,
    at: join.at,
    launch_mode: join.launchMode,
    partner_ref: join.partnerRef,
    device: join.device,
    os: join.os,
    browser: join.browser,
    ip_address: join.ipAddress,
    referrer: join.referrer,
  }));
  const { rows } = await sql<OpenedSession>`
    with input as materialized (
      select i.*, nextval('viewing_sessions_id_seq') as session_id
      from json_to_recordset(${JSON.stringify(input)}::json) as i (
        n int, client_id bigint, event_id bigint, registrant_id bigint, tab text, kind text, is_opening boolean,
        at timestamptz(3), launch_mode text, partner_ref text, device text, os text, browser text, ip_address text,
        referrer text)
    ), opened as (
      insert into viewing_sessions (client_id, id, event_id, registrant_id, tab, kind, is_opening, started_at, last_seen_at,
        ended_at, launch_mode, device, os, browser, ip_address, referrer)
      select client_id, session_id, event_id, registrant_id, tab, kind, is_opening, at, at,
        case when kind = 'blocked' then at end, launch_mode, device, os, browser, ip_address, referrer
      from input
    ), joined as (
      insert into attendees as a (client_id, event_id, registrant_id, first_joined_at, last_activity_at, launch_mode,
        attendance_partner_ref, live_sessions, archive_sessions, live_opens, archive_opens,
        first_live_at, last_live_at, first_archive_at, last_archive_at)
      select client_id, event_id, registrant_id, at, at, launch_mode, partner_ref, (kind = 'live')::int,
        (kind = 'archive')::int, (kind = 'live' and is_opening)::int, (kind = 'archive' and is_opening)::int,
        case when kind = 'live' then at end, case when kind = 'live' then at end,
        case when kind = 'archive' then at end, case when kind = 'archive' then at end
      from input where kind <> 'blocked' order by client_id, registrant_id
      on conflict (client_id, registrant_id) do update set
        last_activity_at = greatest(a.last_activity_at, excluded.last_activity_at),
        launch_mode = case when excluded.launch_mode = 'venue' then 'venue' else a.launch_mode end,
        attendance_partner_ref = coalesce(excluded.attendance_partner_ref, a.attendance_partner_ref),
        live_sessions = a.live_sessions + excluded.live_sessions,
        archive_sessions = a.archive_sessions + excluded.archive_sessions,
        live_opens = a.live_opens + excluded.live_opens,
        archive_opens = a.archive_opens + excluded.archive_opens,
        first_live_at = least(a.first_live_at, excluded.first_live_at),
        last_live_at = greatest(a.last_live_at, excluded.last_live_at),
        first_archive_at = least(a.first_archive_at, excluded.first_archive_at),
        last_archive_at = greatest(a.last_archive_at, excluded.last_archive_at)
      returning a.client_id, a.event_id, a.registrant_id, a.live_sessions, a.archive_sessions
    ), news as (
      select j.client_id, j.event_id, j.registrant_id, j.live_sessions + j.archive_sessions = 1 as is_new,
        i.kind = 'live' and j.live_sessions = 1 as is_newly_live,
        i.kind = 'archive' and j.archive_sessions = 1 as is_newly_on_demand
      from joined j join input i using (client_id, registrant_id)
    ), counted as (
      insert into event_totals as t (client_id, event_id, attendees, live_attendees, on_demand_attendees, last_activity_at)
      select client_id, event_id, sum(is_new::int), sum(is_newly_live::int), sum(is_newly_on_demand::int), now()
      from news group by 1, 2 order by 1, 2
      on conflict (client_id, event_id) do update set
        attendees = t.attendees + excluded.attendees,
        live_attendees = t.live_attendees + excluded.live_attendees,
        on_demand_attendees = t.on_demand_attendees + excluded.on_demand_attendees,
        last_activity_at = excluded.last_activity_at
    ), recorded as (
      insert into changes (client_id, event_id, kind, subject_id, actor)
      select client_id, event_id, ${attendanceChanges.name("attendee.joined")}, registrant_id, 'room' from news where is_new
    )
    select n, session_id from input`.execute(db);
  return rows;
}
