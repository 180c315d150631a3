import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to the questions of an event. */
export const questionChanges = defineChanges({
  "question.asked": { of: "event", subject: "question", meaning: "Somebody in the audience asked a question" },
  "question.answered": { of: "event", subject: "question", meaning: "A question was answered for the first time" },
  "questions.set": { of: "event", meaning: "Whether and how questions are taken was changed" },
});
