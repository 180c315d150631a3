import { sql } from "kysely";
import Type from "typebox";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly attempt: number;
  readonly correct: number;
  readonly needed: number;
  readonly isPassed: boolean;
}

const Result = Type.String({ description: "P passed, F failed" });

/** Tests that were taken, by the last attempt at each. */
export const testsPart: AttendeePart = {
  keys: {
    testwidgets: Type.Array(
      Type.Object({
        testwidgetresult: Result,
        retries: Type.Integer({ description: "Attempts after the first" }),
        correctanswersneeded: Type.Integer(),
        correctanswersprovided: Type.Integer(),
      }),
    ),
    testwidgetresult: Result,
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select distinct on (registrant_id, widget_id) registrant_id, attempt, correct, needed, is_passed
      from ${peopleTable(people)} join test_attempts using (client_id, registrant_id)
      order by registrant_id, widget_id, attempt desc`.execute(db);
    return presentByPerson(rows, (theirs) => ({
      testwidgets: theirs.map(presentTest),
      testwidgetresult: presentResult(theirs.every(({ isPassed }) => isPassed)),
    }));
  },
};

function presentTest({ attempt, correct, needed, isPassed }: Row) {
  return {
    testwidgetresult: presentResult(isPassed),
    retries: attempt - 1,
    correctanswersneeded: needed,
    correctanswersprovided: correct,
  };
}

function presentResult(isPassed: boolean): "P" | "F" {
  return isPassed ? "P" : "F";
}
