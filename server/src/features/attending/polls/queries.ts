import type { PollType } from "@lectern/wire/polls";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";

export interface PollKey extends RoomKey {
  readonly pollId: number;
}

/** What decides whether somebody may answer, and what. */
export interface PollCourse {
  readonly isAnonymous: boolean;
  readonly isChangeAllowed: boolean;
  readonly isResultShown: boolean;
  readonly isOnDemand: boolean;
  /** The current version. */
  readonly questionId: number;
  readonly type: PollType;
  readonly firstPushedAt: Date | null;
  readonly isOpen: boolean;
  readonly isPublished: boolean;
}

/** A poll with its current question and how far it has got. */
export interface PollRow extends PollCourse {
  readonly id: number;
  readonly position: number;
  readonly question: string;
  /** People who answered. */
  readonly answers: number;
  /** In order; the code of the first is "choice1". */
  readonly options: readonly { readonly answer: string; readonly isRight: boolean; readonly votes: number }[];
}

/** An event's polls in their order, or one of them. */
export async function listPolls(
  db: Db,
  { clientId, eventId }: RoomKey,
  { isPractice, pollId }: { isPractice: boolean; pollId?: number },
): Promise<PollRow[]> {
  const { rows } = await sql<PollRow>`
    select p.id, p.position, p.is_anonymous, p.is_change_allowed, p.is_result_shown, p.is_on_demand,
      q.id as question_id, q.type, q.question, q.answers,
      coalesce((select json_agg(json_build_object('answer', o.answer, 'isRight', o.is_right, 'votes', o.votes) order by o.position)
        from poll_options o where o.client_id = q.client_id and o.question_id = q.id), '[]') as options,
      r.first_pushed_at, coalesce(r.is_open, false) as is_open, coalesce(r.is_published, false) as is_published
    from polls p join poll_questions q on q.client_id = p.client_id and q.poll_id = p.id and q.replaced_at is null
    left join poll_runs r on r.client_id = p.client_id and r.poll_id = p.id and r.is_practice = ${isPractice}
    where p.client_id = ${clientId} and p.event_id = ${eventId} and p.deleted_at is null
      and (${pollId ?? null}::bigint is null or p.id = ${pollId ?? null})
    order by p.position, p.id`.execute(db);
  return rows;
}

/** Keeps a poll as it is, and answers from coming in, until the transaction ends; false when there is none. */
export async function lockPoll(tx: Db, { clientId, eventId, pollId }: PollKey): Promise<boolean> {
  const poll = await tx
    .selectFrom("polls")
    .select("id")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", pollId)
    .where("deletedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return poll !== undefined;
}

export async function hasAnswers(tx: Db, { clientId, pollId }: PollKey): Promise<boolean> {
  const answer = await tx
    .selectFrom("pollAnswers")
    .select("pollId")
    .where("clientId", "=", clientId)
    .where("pollId", "=", pollId)
    .limit(1)
    .executeTakeFirst();
  return answer !== undefined;
}

/** What these people have answered in an event; of anonymous polls only that they have. */
export async function listGivenAnswers(
  db: Db,
  { clientId, eventId }: RoomKey,
  registrantIds: readonly number[],
): Promise<
  { registrantId: number; pollId: number; questionId: number; positions: number[] | null; answer: string | null }[]
> {
  return db
    .selectFrom("pollAnswers")
    .innerJoin("polls", (join) =>
      join.onRef("polls.clientId", "=", "pollAnswers.clientId").onRef("polls.id", "=", "pollAnswers.pollId"),
    )
    .select(["registrantId", "pollId", "questionId", "positions", "answer"])
    .where("pollAnswers.clientId", "=", clientId)
    .where("registrantId", "in", [...registrantIds])
    .where("eventId", "=", eventId)
    .where("deletedAt", "is", null)
    .orderBy("pollId")
    .execute();
}
