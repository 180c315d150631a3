import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import {
  findLastQuestionPosition,
  insertSurveyAnswers,
  insertSurveyQuestions,
  listWidgets,
  lockWidget,
} from "./queries.ts";
import { type ConsolePlace, recordConsoleChange } from "./record-console-change.ts";

export interface NewSurveyQuestion {
  readonly type: "singleoption" | "multioption" | "singletext";
  readonly isRequired: boolean;
  readonly question: string;
  /** A singletext question has one empty answer, which stands for what people write. */
  readonly answers: readonly string[];
}

/** Adds questions behind those that the event's survey has. */
export async function addSurveyQuestions(
  db: Db,
  place: ConsolePlace,
  questions: readonly NewSurveyQuestion[],
): Promise<void> {
  const { clientId, eventId } = place;
  await inTransaction(db, async (tx) => {
    const [found] = await listWidgets(tx, clientId, eventId, "survey");
    const widget = found && (await lockWidget(tx, clientId, eventId, found.id));
    if (!widget) fail("survey.noWidget");
    const last = await findLastQuestionPosition(tx, clientId, widget.id);
    const rows = questions.map(({ answers: _, ...question }, index) => ({
      ...question,
      clientId,
      eventId,
      widgetId: widget.id,
      position: last + index + 1,
    }));
    const inserted = await insertSurveyQuestions(tx, rows);
    const answers = inserted.flatMap(({ id: questionId, position }) =>
      (questions[position - last - 1]?.answers ?? []).map((answer, index) => ({
        clientId,
        questionId,
        position: index + 1,
        answer,
      })),
    );
    await insertSurveyAnswers(tx, answers);
    await recordConsoleChange(tx, place, "survey.updated", widget.id);
  });
}
