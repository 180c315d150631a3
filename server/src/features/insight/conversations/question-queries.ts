import { type SqlBool, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { type OrderedList, placesOf, type Slice, walkList } from "../../../db/ordered-list.ts";

export interface QuestionFilter {
  readonly clientIds: readonly number[];
  /** Asked between these. */
  readonly from?: Date;
  readonly to?: Date;
  /** Of the askers' addresses, by their keys; undefined for all. */
  readonly domains: readonly string[] | undefined;
}

export interface ListedQuestion {
  readonly id: number;
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly extEventUserCd: string | null;
  /** Null once the asker was forgotten. */
  readonly text: string | null;
  readonly askedAt: Date;
  /** All null while nothing was written in answer. */
  readonly answeredAt: Date | null;
  readonly answer: string | null;
  readonly isPublic: boolean | null;
  readonly presenterId: number | null;
  readonly presenterName: string | null;
}

function listOf({ clientIds, from, to, domains }: QuestionFilter): OrderedList {
  const conditions = [
    sql<SqlBool>`q.client_id = c.client_id and not e.is_api_excluded and e.deleted_at is null`,
    ...(from ? [sql<SqlBool>`q.asked_at >= ${from}`] : []),
    ...(to ? [sql<SqlBool>`q.asked_at <= ${to}`] : []),
    ...(domains ? [sql<SqlBool>`split_part(r.email_key, '@', -1) = any (${[...domains]}::text[])`] : []),
  ];
  const askers = domains ? sql`join registrants r on r.client_id = q.client_id and r.id = q.registrant_id` : sql``;
  const matching = sql`
    from questions q join events e on e.client_id = q.client_id and e.id = q.event_id ${askers}
    where ${sql.join(conditions, sql` and `)}`;
  return { clientIds, matching, at: "q.asked_at", id: "q.id" };
}

/** In the order of asking. */
export function walkQuestions(db: Db, filter: QuestionFilter): AsyncGenerator<ListedQuestion> {
  return walkList(
    async (slice) => (await selectQuestions(filter, slice).execute(db)).rows,
    ({ askedAt, id }) => ({ at: askedAt, id }),
  );
}

/** The statement of a slice, apart so that a test can look at its plan. */
export function selectQuestions(filter: QuestionFilter, slice: Slice) {
  return sql<ListedQuestion>`
    select q.id, q.client_id, q.event_id, q.registrant_id, r.email, r.first_name, r.last_name, r.ext_event_user_cd, q.text,
      q.asked_at, a.answered_at, a.text as answer, a.is_public, a.presenter_id, w.first_name || ' ' || w.last_name as presenter_name
    from ${placesOf(listOf(filter), slice)} p
    join questions q on q.client_id = p.client_id and q.id = p.id
    join registrants r on r.client_id = q.client_id and r.id = q.registrant_id
    left join question_answers a on a.client_id = q.client_id and a.question_id = q.id
    left join presenters w on w.client_id = a.client_id and w.id = a.presenter_id
    order by p.at, p.id`;
}
