import type { OwnQuestion, PublicQuestion, questionStates, TeamQuestion } from "@lectern/wire/questions";
import type { Static } from "typebox";
import type { QuestionRow } from "./queries.ts";

/** Whether the rest of the audience sees a question. */
export function isVisible({ isShown, dismissedAt }: Pick<QuestionRow, "isShown" | "dismissedAt">): boolean {
  return isShown && dismissedAt === null;
}

export function forTeam(row: QuestionRow): Static<typeof TeamQuestion> {
  return {
    ...baseOf(row),
    state: stateOf(row),
    eventUserId: row.registrantId,
    askedBy: nameOf(row),
    isAnonymous: row.isAnonymous,
    isShown: row.isShown,
    isStarred: row.isStarred,
    assignedTo: row.assignedPresenterId,
    isAnsweredLive: row.answeredLiveBy !== null,
    answer: answerOf(row),
  };
}

export function forAsker(row: QuestionRow): Static<typeof OwnQuestion> {
  return { ...baseOf(row), state: stateOf(row), isAnonymous: row.isAnonymous, answer: answerOf(row) };
}

/** Of an answer to the asker alone nobody learns that there is one. */
export function forAudience(row: QuestionRow): Static<typeof PublicQuestion> {
  const answer = row.answerIsPublic ? answerOf(row) : null;
  const isAnswered = answer !== null || row.answeredLiveBy !== null;
  return {
    ...baseOf(row),
    state: isAnswered ? "answered" : "shown",
    askedBy: row.isAnonymous ? null : nameOf(row),
    answer: answer && { text: answer.text, presenterName: answer.presenterName, at: answer.at },
  };
}

export function stateOf({ dismissedAt, answeredAt, isShown }: QuestionRow): (typeof questionStates)[number] {
  if (dismissedAt) return "dismissed";
  if (answeredAt) return "answered";
  return isShown ? "shown" : "new";
}

export function nameOf({ firstName, lastName }: QuestionRow): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}

function baseOf({ questionId, text, askedAt, votes }: QuestionRow) {
  return { questionId, text: text ?? "", askedAt: askedAt.getTime(), votes };
}

function answerOf(row: QuestionRow): Static<typeof TeamQuestion>["answer"] {
  const { answer, answerIsPublic, answerPresenterId, presenterName, answerAt, editedAt } = row;
  if (answerAt === null || answerPresenterId === null) return null;
  return {
    text: answer ?? "",
    isPublic: answerIsPublic === true,
    presenterId: answerPresenterId,
    presenterName: presenterName ?? "",
    at: answerAt.getTime(),
    editedAt: editedAt?.getTime() ?? null,
  };
}
