import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Signal, Weight, Weights } from "./signals.ts";

export interface Model {
  /** 0 for the weights of the house. */
  readonly version: number;
  readonly weights: Weights;
  readonly changedAt: Date | null;
  /** Attendees to score anew, and how many are; null where nothing was ever changed. */
  readonly total: number | null;
  readonly done: number | null;
  readonly finishedAt: Date | null;
}

export async function getModel(db: Db, clientId: number): Promise<Model> {
  const { rows } = await sql<Model>`
    select coalesce(m.version, 0) as version, engagement_weights(${clientId}) as weights, m.changed_at, m.total, m.done,
      m.finished_at
    from (values (${clientId}::bigint)) c (id) left join engagement_models m on m.client_id = c.id`.execute(db);
  return rows[0] as Model;
}

/** Answers the new version. Whoever is scored from now on is scored by it, all others have to be. */
export async function saveModel(db: Db, clientId: number, weights: Weights, at: Date): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into engagement_models as m (client_id, version, weights, changed_at, total)
    values (${clientId}, 1, ${JSON.stringify(weights)}::jsonb, ${at},
      (select count(*) from attendees where client_id = ${clientId}))
    on conflict (client_id) do update set version = m.version + 1, weights = excluded.weights,
      changed_at = excluded.changed_at, total = excluded.total, done = 0, scored_to = 0, finished_at = null
    returning version`.execute(db);
  return rows[0]?.version ?? 0;
}

/**
 * Scores the next attendees of a client anew, and notes how far that is. Answers whether there are more; a version that is
 * not in force any more has none.
 */
export async function scoreNext(
  db: Db,
  { clientId, version, limit, at }: { clientId: number; version: number; limit: number; at: Date },
): Promise<boolean> {
  const { rows } = await sql<{ hasMore: boolean }>`
    with model as (
      select * from engagement_models where client_id = ${clientId} and version = ${version} for update
    ), next as (
      select a.client_id, a.registrant_id from model m join attendees a on a.client_id = m.client_id
      where a.registrant_id > m.scored_to order by a.registrant_id limit ${limit} for no key update of a
    ), scored as (
      update attendees a set engagement_tenths = (
        select least(100, round(10 * sum(gained))) from model m, engagement_signals(a, m.weights))
      from next n where a.client_id = n.client_id and a.registrant_id = n.registrant_id
    )
    update engagement_models m set done = m.done + n.scored, scored_to = coalesce(n.last, m.scored_to),
      finished_at = case when n.scored < ${limit} then ${at}::timestamptz end
    from (select count(*) as scored, max(registrant_id) as last from next) n
    where m.client_id = ${clientId} and m.version = ${version}
    returning n.scored = ${limit} as has_more`.execute(db);
  return rows[0]?.hasMore ?? false;
}

export interface ScoredSignal extends Weight {
  readonly signal: Signal;
  readonly count: number;
  readonly gained: number;
}

export interface ExplainedScore {
  readonly tenths: number;
  readonly signals: readonly ScoredSignal[];
}

/** How the score of an attendee comes about, signal by signal. */
export async function explainScore(
  db: Db,
  { clientId, eventId, registrantId }: { clientId: number; eventId: number; registrantId: number },
): Promise<ExplainedScore | undefined> {
  const { rows } = await sql<ExplainedScore>`
    select a.engagement_tenths as tenths, (
      select json_agg(json_build_object('signal', s.signal, 'count', s.count, 'points', s.points, 'most', s.most,
        'gained', s.gained))
      from engagement_signals(a, engagement_weights(a.client_id)) s) as signals
    from attendees a
    where a.client_id = ${clientId} and a.event_id = ${eventId} and a.registrant_id = ${registrantId}`.execute(db);
  return rows[0];
}

/** Adds what was gained since the last time to the sums of the events; a reader sees it here or there, never twice. */
export async function foldGains(db: Db): Promise<void> {
  await sql`
    with folded as (
      delete from engagement_gains where (client_id, event_id, id) in (
        select client_id, event_id, id from engagement_gains order by client_id, event_id, id limit 50000
        for update skip locked)
      returning client_id, event_id, tenths
    )
    insert into event_totals as t (client_id, event_id, engagement_tenths)
    select client_id, event_id, sum(tenths) from folded group by 1, 2 order by 1, 2
    on conflict (client_id, event_id) do update set engagement_tenths = t.engagement_tenths + excluded.engagement_tenths`.execute(
    db,
  );
}
