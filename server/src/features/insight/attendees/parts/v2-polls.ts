import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant } from "../../../../http/v2/schema-parts.ts";
import { codeOf } from "../../../attending/polls/present.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly pollId: number;
  readonly questionId: number;
  readonly question: string;
  readonly answeredAt: Date;
  readonly answer: string | null;
  readonly chosen: readonly { readonly position: number; readonly answer: string }[];
}

/** Polls that were answered, by the version that was; those that are deleted stay, those that are anonymous tell nothing. */
export const pollsPart: AttendeePart = {
  keys: {
    polls: Type.Array(
      Type.Object({
        pollid: Type.Integer(),
        pollsubmittedtimestamp: instant("Answered"),
        pollquestionid: Type.Integer(),
        pollquestion: Type.String(),
        pollanswers: Type.Array(Type.String()),
        pollanswersdetail: Type.Array(Type.Object({ answercode: Type.String(), answer: Type.String() })),
      }),
    ),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select registrant_id, a.poll_id, a.question_id, q.question, a.answered_at, a.answer,
        coalesce((select json_agg(json_build_object('position', o.position, 'answer', o.answer) order by o.position)
          from poll_options o where o.client_id = a.client_id and o.question_id = a.question_id
            and o.position = any (a.positions)), '[]') as chosen
      from ${peopleTable(people)} join poll_answers a using (client_id, registrant_id)
      join poll_questions q on q.client_id = a.client_id and q.id = a.question_id
      where a.answered_at is not null order by a.answered_at, a.poll_id`.execute(db);
    return presentByPerson(rows, (theirs) => ({ polls: theirs.map(presentAnswer) }));
  },
};

function presentAnswer({ pollId, questionId, question, answeredAt, answer, chosen }: Row) {
  return {
    pollid: pollId,
    pollsubmittedtimestamp: formatPacific(answeredAt),
    pollquestionid: questionId,
    pollquestion: question,
    pollanswers: answer === null ? chosen.map((option) => option.answer) : [answer],
    pollanswersdetail: chosen.map((option) => ({ answercode: codeOf(option.position), answer: option.answer })),
  };
}
