import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { type AnswerRow, presentAnswer, QuestionAnswer } from "../../../../http/v2/question-answer.ts";
import { instant, text } from "../../../../http/v2/schema-parts.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row extends AnswerRow {
  readonly registrantId: number;
  readonly id: number;
  readonly text: string | null;
  readonly askedAt: Date;
}

/** Questions that were asked, dismissed ones too; who answered one aloud wrote nothing. */
export const questionsPart: AttendeePart = {
  keys: {
    questions: Type.Array(
      Type.Object({
        questionid: Type.Integer(),
        createtimestamp: instant("Asked"),
        content: text("As they wrote it; nothing once they were forgotten"),
        answer: Type.Optional(QuestionAnswer),
      }),
    ),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select q.registrant_id, q.id, q.text, q.asked_at, a.answered_at, a.text as answer, a.is_public, a.presenter_id,
        w.first_name || ' ' || w.last_name as presenter_name
      from ${peopleTable(people)} join questions q on q.client_id = p.client_id and q.registrant_id = p.registrant_id
      left join question_answers a on a.client_id = q.client_id and a.question_id = q.id
      left join presenters w on w.client_id = a.client_id and w.id = a.presenter_id
      order by q.asked_at, q.id`.execute(db);
    return presentByPerson(rows, (theirs) => ({ questions: theirs.map(presentQuestion) }));
  },
};

function presentQuestion(row: Row) {
  const { id, askedAt, text: content } = row;
  return {
    questionid: id,
    createtimestamp: formatPacific(askedAt),
    ...(content !== null && { content }),
    ...presentAnswer(row),
  };
}
