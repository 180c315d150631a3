import type { SurveyType } from "@lectern/wire/surveys";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

/** A question as the surveys of one language word it now. */
export interface Wording {
  /** The same in all versions, languages and copies of events. */
  readonly code: number;
  readonly languageCode: string;
  readonly type: SurveyType;
  readonly question: string;
  /** In order; of a text one, empty. */
  readonly answers: readonly string[];
}

/**
 * What the surveys of a client's events ask now, each question in its newest wording of each language: question by question,
 * the language first in which it was asked first.
 */
export async function listWordings(db: Db, clientId: number): Promise<Wording[]> {
  const { rows } = await sql<Wording>`
    with worded as (
      select coalesce(q.code, q.id) as code, e.language_code, min(q.id) as first_id,
        max(q.id) filter (where q.deleted_at is null) as id
      from survey_questions q join events e on e.client_id = q.client_id and e.id = q.event_id
      where q.client_id = ${clientId} and e.deleted_at is null and not e.is_api_excluded
      group by 1, 2
    )
    select w.code, w.language_code, q.type, q.question, array(
      select answer from survey_answers a where a.client_id = q.client_id and a.question_id = q.id order by position) as answers
    from worded w join survey_questions q on q.client_id = ${clientId} and q.id = w.id
    order by w.code, w.first_id`.execute(db);
  return rows;
}
