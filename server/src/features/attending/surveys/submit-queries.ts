import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { surveyChanges } from "./changes.ts";
import type { SurveyAnswer } from "./find-submission-fault.ts";

// What submitting a survey writes: one statement each for a whole group.

interface Submitted extends RoomKey {
  readonly registrantId: number;
  readonly answers: readonly SurveyAnswer[];
  readonly at: Date;
}

export async function countSubmissions(tx: Db, submitted: readonly Submitted[]): Promise<void> {
  const input = JSON.stringify(submitted.map(({ clientId, eventId }) => ({ client_id: clientId, event_id: eventId })));
  await sql`
    with counted as (
      select client_id, event_id, count(*) as submissions
      from json_to_recordset(${input}::json) as x (client_id bigint, event_id bigint) group by 1, 2
    ), held as (
      select s.client_id, s.event_id, c.submissions from surveys s join counted c using (client_id, event_id)
      order by s.client_id, s.event_id for no key update of s
    )
    update surveys s set submissions = s.submissions + h.submissions
    from held h where s.client_id = h.client_id and s.event_id = h.event_id`.execute(tx);
}

export async function insertSubmissions(tx: Db, submitted: readonly Submitted[]): Promise<void> {
  const rows = submitted.map(({ clientId, eventId, registrantId, at: submittedAt }) => ({
    ...{ clientId, eventId, registrantId, submittedAt },
  }));
  await tx.insertInto("surveySubmissions").values(rows).execute();
}

export async function insertResponses(tx: Db, submitted: readonly Submitted[]): Promise<void> {
  const input = submitted.flatMap(({ clientId, registrantId, answers }) =>
    answers.map(({ questionId, positions, text }) => ({
      ...{ client_id: clientId, registrant_id: registrantId, question_id: questionId, positions, answer: text },
    })),
  );
  await sql`
    insert into survey_responses (client_id, registrant_id, question_id, positions, answer)
    select * from json_to_recordset(${JSON.stringify(input)}::json)
      as x (client_id bigint, registrant_id bigint, question_id bigint, positions smallint[], answer text)`.execute(tx);
}

export async function recordSubmissions(tx: Db, submitted: readonly Submitted[]): Promise<void> {
  const kind = surveyChanges.name("survey.submitted");
  const changes = submitted.map(({ clientId, eventId, registrantId: subjectId }) => ({
    ...{ clientId, eventId, kind, subjectId, actor: "room" },
  }));
  await tx.insertInto("changes").values(changes).execute();
}
