import type { SurveyType } from "@lectern/wire/surveys";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";

export interface QuestionRow {
  readonly id: number;
  readonly eventId: number;
  /** The same in later versions, and in copies of the event. */
  readonly code: number;
  readonly type: SurveyType;
  readonly question: string;
  readonly isRequired: boolean;
  /** People who answered this version. */
  readonly answers: number;
  /** Whether it is asked now. */
  readonly isCurrent: boolean;
  /** In order; the code of the first is "choice1". Of a text there is one, empty. */
  readonly options: readonly { readonly answer: string; readonly votes: number }[];
}

/** What the surveys of some events ask, in order; with `isPastTold` also what was asked and answered before. */
export async function listQuestions(
  db: Db,
  rooms: readonly RoomKey[],
  { isPastTold = false } = {},
): Promise<QuestionRow[]> {
  const clientIds = rooms.map(({ clientId }) => clientId);
  const eventIds = rooms.map(({ eventId }) => eventId);
  const { rows } = await sql<QuestionRow>`
    select q.id, q.event_id, coalesce(q.code, q.id) as code, q.type, q.question, q.is_required, q.answers,
      q.deleted_at is null as is_current,
      coalesce((select json_agg(json_build_object('answer', a.answer, 'votes', a.votes) order by a.position)
        from survey_answers a where a.client_id = q.client_id and a.question_id = q.id), '[]') as options
    from survey_questions q
    where (q.client_id, q.event_id) in (select * from unnest(${clientIds}::bigint[], ${eventIds}::bigint[]))
      and (q.deleted_at is null or ${isPastTold} and q.answers > 0)
    order by q.event_id, q.widget_id, q.position, q.id`.execute(db);
  return rows;
}

export interface SurveyCourse {
  readonly presentedAt: Date;
  readonly firstPushedAt: Date | null;
  readonly lastPushedAt: Date | null;
  readonly submissions: number;
}

/** How far an event's survey has got; undefined before anybody saw it. */
export async function findSurvey(db: Db, { clientId, eventId }: RoomKey): Promise<SurveyCourse | undefined> {
  return db
    .selectFrom("surveys")
    .select(["presentedAt", "firstPushedAt", "lastPushedAt", "submissions"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .executeTakeFirst();
}

/** Notes that surveys were shown; answers the events of those that were never before. */
export async function markPresented(tx: Db, rooms: readonly RoomKey[], at: Date): Promise<number[]> {
  const { rows } = await sql<{ eventId: number }>`
    insert into surveys (client_id, event_id, presented_at)
    select distinct client_id, event_id, ${at}::timestamptz(3)
    from json_to_recordset(${JSON.stringify(rooms.map(({ clientId, eventId }) => ({ client_id: clientId, event_id: eventId })))}::json)
      as x (client_id bigint, event_id bigint) order by 1, 2
    on conflict (client_id, event_id) do nothing returning event_id`.execute(tx);
  return rows.map(({ eventId }) => eventId);
}

/** When these people submitted the surveys of some events, by `{eventId} {registrantId}`. */
export async function listSubmitted(
  db: Db,
  people: readonly (RoomKey & { registrantId: number })[],
): Promise<ReadonlyMap<string, Date>> {
  const columns = [
    people.map(({ clientId }) => clientId),
    people.map(({ eventId }) => eventId),
    people.map(({ registrantId }) => registrantId),
  ];
  const { rows } = await sql<{ eventId: number; registrantId: number; submittedAt: Date }>`
    select event_id, registrant_id, submitted_at from survey_submissions
    where (client_id, event_id, registrant_id)
      in (select * from unnest(${columns[0]}::bigint[], ${columns[1]}::bigint[], ${columns[2]}::bigint[]))`.execute(db);
  return new Map(rows.map(({ eventId, registrantId, submittedAt }) => [`${eventId} ${registrantId}`, submittedAt]));
}
