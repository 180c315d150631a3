import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { addSurveyQuestions, type NewSurveyQuestion } from "../../webinars/console/add-survey-questions.ts";
import { insertSurveyAnswers } from "../../webinars/console/queries.ts";
import { type ConsolePlace, recordConsoleChange } from "../../webinars/console/record-console-change.ts";
import type { Stage } from "../polls/stage.ts";
import { tellSurvey } from "./push-survey.ts";
import type { NewQuestion } from "./schema.ts";

/** Adds a question behind the others, and tells the room. */
export async function addQuestion(db: Db, place: ConsolePlace, question: NewQuestion, stage: Stage): Promise<void> {
  await inTransaction(db, async (tx) => {
    await addSurveyQuestions(tx, place, [complete(question)]);
    await tellSurvey(tx, place, stage);
  });
}

/** Asks another version of a question in its place; what people answered stays with the one that they saw. */
export async function changeQuestion(
  db: Db,
  place: ConsolePlace,
  questionId: number,
  { question, stage }: { question: NewQuestion; stage: Stage },
): Promise<void> {
  const { answers, ...asked } = complete(question);
  await inTransaction(db, async (tx) => {
    const before = (await markReplaced(tx, place, questionId)) ?? fail("survey.unknownQuestion", { questionId });
    const { clientId, eventId } = place;
    const { code, widgetId, position } = before;
    const { id } = await tx
      .insertInto("surveyQuestions")
      .values({ clientId, eventId, widgetId, position, code: code ?? questionId, ...asked })
      .returning("id")
      .executeTakeFirstOrThrow();
    const options = answers.map((answer, index) => ({ clientId, questionId: id, position: index + 1, answer }));
    await insertSurveyAnswers(tx, options);
    await recordConsoleChange(tx, place, "survey.updated", widgetId);
    await tellSurvey(tx, place, stage);
  });
}

async function markReplaced(tx: Db, { clientId, eventId }: ConsolePlace, questionId: number) {
  return tx
    .updateTable("surveyQuestions")
    .set({ deletedAt: sql<Date>`now()` })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", questionId)
    .where("deletedAt", "is", null)
    .returning(["code", "widgetId", "position"])
    .executeTakeFirst();
}

/** A text has one answer, empty, that stands for what people write. */
function complete({ type, question, isRequired = false, answers }: NewQuestion): NewSurveyQuestion {
  const isText = type === "singletext";
  if (isText !== (answers === undefined)) fail("metadata.invalid");
  return { type, question, isRequired, answers: answers ?? [""] };
}
