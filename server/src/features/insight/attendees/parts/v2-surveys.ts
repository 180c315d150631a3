import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant } from "../../../../http/v2/schema-parts.ts";
import { codeOf } from "../../../attending/polls/present.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Answer {
  readonly questionId: number;
  readonly question: string;
  readonly code: number;
  readonly answer: string | null;
  readonly chosen: readonly { readonly position: number; readonly answer: string }[];
}

interface Row {
  readonly registrantId: number;
  readonly eventId: number;
  readonly submittedAt: Date;
  readonly answers: readonly Answer[];
}

const Question = Type.Object({
  surveyquestionid: Type.Integer(),
  surveyquestion: Type.String({ description: "As it read then" }),
  questioncode: Type.String(),
  surveyanswers: Type.Array(Type.String()),
  surveyanswersdetail: Type.Array(Type.Object({ answercode: Type.String(), answer: Type.String() })),
});

/** The survey, if it was submitted. */
export const surveysPart: AttendeePart = {
  keys: {
    surveys: Type.Array(
      Type.Object({
        surveyid: Type.String({ description: "{eventid}_survey1" }),
        surveysubmittedtimestamp: instant("Submitted"),
        surveyquestions: Type.Array(Question),
      }),
    ),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select s.registrant_id, s.event_id, s.submitted_at, coalesce(
        (select json_agg(json_build_object('questionId', q.id, 'question', q.question, 'code', coalesce(q.code, q.id),
          'answer', r.answer, 'chosen', coalesce((
            select json_agg(json_build_object('position', o.position, 'answer', o.answer) order by o.position)
            from survey_answers o where o.client_id = q.client_id and o.question_id = q.id
              and o.position = any (r.positions)), '[]')) order by q.widget_id, q.position, q.id)
        from survey_responses r join survey_questions q on q.client_id = r.client_id and q.id = r.question_id
        where r.client_id = s.client_id and r.registrant_id = s.registrant_id), '[]') as answers
      from ${peopleTable(people)} join attendees a on a.client_id = p.client_id and a.registrant_id = p.registrant_id
      join survey_submissions s
        on s.client_id = a.client_id and s.event_id = a.event_id and s.registrant_id = a.registrant_id`.execute(db);
    return presentByPerson(rows, (theirs) => ({ surveys: theirs.map(presentSubmission) }));
  },
};

function presentSubmission({ eventId, submittedAt, answers }: Row) {
  return {
    surveyid: `${eventId}_survey1`,
    surveysubmittedtimestamp: formatPacific(submittedAt),
    surveyquestions: answers.map(({ questionId, question, code, answer, chosen }) => ({
      surveyquestionid: questionId,
      surveyquestion: question,
      questioncode: String(code),
      surveyanswers: answer === null ? chosen.map((option) => option.answer) : [answer],
      surveyanswersdetail: chosen.map((option) => ({ answercode: codeOf(option.position), answer: option.answer })),
    })),
  };
}
