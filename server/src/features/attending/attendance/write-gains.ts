import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Gain, SessionKey } from "./viewing.ts";

export interface SessionGain extends Gain {
  readonly key: SessionKey;
}

/**
 * Writes down what sessions have gained: their last sign of life, the sums of their people, and those of their events, in one
 * statement. Somebody who watches on two devices gains cumulative time once: spans are united, whatever order they come in.
 * A page may have gone on in another process: whoever saw it last tells whether it has ended.
 * Rows are locked in the order of sessions, people and events, so that processes never deadlock.
 */
export async function writeGains(db: Db, gains: readonly SessionGain[]): Promise<void> {
  const input = gains.map(({ key, ...gain }) => ({
    client_id: key.clientId,
    event_id: key.eventId,
    registrant_id: key.registrantId,
    session_id: key.sessionId,
    started_at: key.startedAt,
    kind: key.kind,
    seen_at: new Date(gain.seenAt),
    ended_at: gain.endedAt === null ? null : new Date(gain.endedAt),
    playing_ms: gain.playingMs,
    paused_ms: gain.pausedMs,
    muted_ms: gain.mutedMs,
    background_ms: gain.backgroundMs,
    position_seconds: gain.positionSeconds,
  }));
  await sql`
    with input as (
      select * from json_to_recordset(${JSON.stringify(input)}::json) as x (
        client_id bigint, event_id bigint, registrant_id bigint, session_id bigint, started_at timestamptz(3), kind text,
        seen_at timestamptz(3), ended_at timestamptz(3), playing_ms bigint, paused_ms bigint, muted_ms bigint,
        background_ms bigint, position_seconds double precision)
    ), before as (
      select i.*, v.last_seen_at as since from input i
      join viewing_sessions v on v.client_id = i.client_id and v.id = i.session_id and v.started_at = i.started_at
      order by i.client_id, i.session_id for no key update of v
    ), seen as (
      update viewing_sessions v set
        last_seen_at = greatest(v.last_seen_at, b.seen_at),
        ended_at = case when b.seen_at > v.last_seen_at or (b.seen_at = v.last_seen_at and b.ended_at is not null)
          then b.ended_at else v.ended_at end,
        playing_ms = v.playing_ms + b.playing_ms, paused_ms = v.paused_ms + b.paused_ms,
        muted_ms = v.muted_ms + b.muted_ms, background_ms = v.background_ms + b.background_ms
      from before b where v.client_id = b.client_id and v.id = b.session_id and v.started_at = b.started_at
    ), gained as (
      select client_id, event_id, registrant_id,
        coalesce(sum(ms) filter (where kind = 'live'), 0) as live_ms,
        coalesce(sum(ms) filter (where kind = 'archive'), 0) as archive_ms,
        coalesce(sum(playing_ms) filter (where kind = 'live'), 0) as live_media_ms,
        coalesce(sum(playing_ms) filter (where kind = 'archive'), 0) as archive_media_ms,
        coalesce(range_agg(span) filter (where kind = 'live'), '{}') as live_spans,
        coalesce(range_agg(span) filter (where kind = 'archive'), '{}') as archive_spans,
        max(seen_at) filter (where kind = 'live') as last_live_at,
        max(seen_at) filter (where kind = 'archive') as last_archive_at,
        max(position_seconds) filter (where kind = 'archive') as position_seconds
      from before cross join lateral (
        select tstzrange(since, greatest(since, seen_at)) as span,
          round(extract(epoch from greatest(since, seen_at) - since) * 1000)::bigint as ms
      ) one
      group by 1, 2, 3
    ), held as (
      select a.client_id, a.registrant_id, a.cumulative_live_ms, a.cumulative_archive_ms
      from attendees a join gained g on g.client_id = a.client_id and g.registrant_id = a.registrant_id
      order by a.client_id, a.registrant_id for no key update of a
    ), kept as (
      update attendees a set
        live_ms = a.live_ms + g.live_ms, archive_ms = a.archive_ms + g.archive_ms,
        live_media_ms = a.live_media_ms + g.live_media_ms, archive_media_ms = a.archive_media_ms + g.archive_media_ms,
        live_spans = a.live_spans + g.live_spans, archive_spans = a.archive_spans + g.archive_spans,
        cumulative_live_ms = milliseconds_in(a.live_spans + g.live_spans),
        cumulative_archive_ms = milliseconds_in(a.archive_spans + g.archive_spans),
        last_live_at = greatest(a.last_live_at, g.last_live_at),
        last_archive_at = greatest(a.last_archive_at, g.last_archive_at),
        position_seconds = coalesce(g.position_seconds, a.position_seconds)
      from gained g join held h using (client_id, registrant_id)
      where a.client_id = g.client_id and a.registrant_id = g.registrant_id
      returning a.client_id, a.event_id, g.live_ms, g.archive_ms, g.live_media_ms, g.archive_media_ms,
        a.cumulative_live_ms - h.cumulative_live_ms as cumulative_live_ms,
        a.cumulative_archive_ms - h.cumulative_archive_ms as cumulative_archive_ms
    )
    insert into event_totals as t (client_id, event_id, live_ms, archive_ms, live_media_ms, archive_media_ms,
      cumulative_live_ms, cumulative_archive_ms)
    select client_id, event_id, sum(live_ms), sum(archive_ms), sum(live_media_ms), sum(archive_media_ms),
      sum(cumulative_live_ms), sum(cumulative_archive_ms)
    from kept group by 1, 2 order by 1, 2
    on conflict (client_id, event_id) do update set
      live_ms = t.live_ms + excluded.live_ms, archive_ms = t.archive_ms + excluded.archive_ms,
      live_media_ms = t.live_media_ms + excluded.live_media_ms,
      archive_media_ms = t.archive_media_ms + excluded.archive_media_ms,
      cumulative_live_ms = t.cumulative_live_ms + excluded.cumulative_live_ms,
      cumulative_archive_ms = t.cumulative_archive_ms + excluded.cumulative_archive_ms`.execute(db);
}
