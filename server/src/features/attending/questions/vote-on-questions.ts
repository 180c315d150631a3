import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity } from "../attendance/count-activity.ts";

export interface Vote {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly questionId: number;
  readonly isUp: boolean;
  readonly at: Date;
}

/** Counts who wants to know a shown question too, once a person, or takes it back; no two votes by the same person. */
export async function voteOnQuestions(tx: Db, votes: readonly Vote[]): Promise<(undefined | Refusal)[]> {
  const open = await listVotable(tx, votes);
  const known = votes.filter(({ registrantId }) => open.has(registrantId));
  const attending = known.length === 0 ? new Set<number>() : await countActivity(tx, known);
  await writeVotes(
    tx,
    known.filter(({ registrantId }) => attending.has(registrantId)),
  );
  return votes.map(({ registrantId, questionId, eventId }) => {
    if (!open.has(registrantId)) return new Refusal("question.unknown", { questionId });
    return attending.has(registrantId) ? undefined : new Refusal("room.notAttending", { eventId });
  });
}

/** Locks the questions, and answers whose are shown in the voter's room. */
async function listVotable(tx: Db, votes: readonly Vote[]): Promise<Set<number>> {
  const { rows } = await sql<{ registrantId: number }>`
    with input as (${inputOf(votes)}), held as (
      select client_id, event_id, id from questions
      where (client_id, event_id, id) in (select client_id, event_id, question_id from input)
        and is_shown and dismissed_at is null
      order by client_id, id for no key update
    )
    select i.registrant_id from input i join held h on (h.client_id, h.event_id, h.id) = (i.client_id, i.event_id, i.question_id)`.execute(
    tx,
  );
  return new Set(rows.map(({ registrantId }) => registrantId));
}

async function writeVotes(tx: Db, votes: readonly Vote[]): Promise<void> {
  if (votes.length === 0) return;
  await sql`
    with input as (${inputOf(votes)}), given as (
      insert into question_votes (client_id, question_id, registrant_id, voted_at)
      select client_id, question_id, registrant_id, at from input where is_up
      on conflict do nothing returning client_id, question_id, 1 as change
    ), taken as (
      delete from question_votes v using input i
      where not i.is_up and (v.client_id, v.question_id, v.registrant_id) = (i.client_id, i.question_id, i.registrant_id)
      returning v.client_id, v.question_id, -1 as change
    ), changed as (
      select client_id, question_id, sum(change) as change
      from (select * from given union all select * from taken) changes group by 1, 2
    )
    update questions q set votes = q.votes + c.change from changed c
    where q.client_id = c.client_id and q.id = c.question_id`.execute(tx);
}

function inputOf(votes: readonly Vote[]) {
  const input = votes.map((vote) => ({
    client_id: vote.clientId,
    event_id: vote.eventId,
    registrant_id: vote.registrantId,
    question_id: vote.questionId,
    is_up: vote.isUp,
    at: vote.at,
  }));
  return sql`select * from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, event_id bigint,
    registrant_id bigint, question_id bigint, is_up boolean, at timestamptz(3))`;
}
