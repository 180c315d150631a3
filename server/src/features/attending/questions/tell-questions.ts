import type { Db } from "../../../db/database.ts";
import { type Telling, tell } from "../room/room-log.ts";
import { forAsker, forAudience, forTeam, isVisible } from "./present.ts";
import type { QuestionRow } from "./queries.ts";

/**
 * Tells of questions as they are now: the team all, the asker their own on all their devices, the audience what is shown.
 *
 * @param wasVisible whether the audience has seen them before, and has to hear when they are not shown any more.
 */
export async function tellQuestions(tx: Db, rows: readonly QuestionRow[], wasVisible: boolean): Promise<void> {
  await tell(
    tx,
    rows.flatMap((row) => tellingsOf(row, wasVisible)),
  );
}

function tellingsOf(row: QuestionRow, wasVisible: boolean): Telling[] {
  const { clientId, eventId, questionId, registrantId } = row;
  const about = { room: { clientId, eventId }, registrantId };
  const tellings: Telling[] = [
    { ...about, to: "team", kind: "questions.question", body: { question: forTeam(row) } },
    { ...about, to: `person:${registrantId}`, kind: "questions.own", body: { question: forAsker(row) } },
  ];
  if (isVisible(row))
    tellings.push({ ...about, to: "audience", kind: "questions.shown", body: { question: forAudience(row) } });
  else if (wasVisible) tellings.push({ ...about, to: "audience", kind: "questions.hidden", body: { questionId } });
  return tellings;
}
