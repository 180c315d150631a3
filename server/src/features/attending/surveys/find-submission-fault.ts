import { Refusal } from "../../../errors.ts";
import { isAnswerTo } from "../polls/find-answer-fault.ts";
import type { Stage } from "../polls/stage.ts";
import type { QuestionRow } from "./queries.ts";

export interface SurveyAnswer {
  readonly questionId: number;
  /** Of what was chosen, each once. */
  readonly positions?: readonly number[];
  readonly text?: string;
}

interface Judged {
  readonly eventId: number;
  /** As they are asked now. */
  readonly questions: readonly QuestionRow[];
  readonly answers: readonly SurveyAnswer[];
  readonly stage: Stage;
}

/** Why a survey is not taken, whoever submits it; undefined when it is. */
export function findSubmissionFault({ eventId, questions, answers, stage }: Judged): Refusal | undefined {
  if (questions.length === 0 || stage.name === "practice") return new Refusal("survey.empty", { eventId });
  const byId = new Map(questions.map((question) => [question.id, question]));
  const answered = new Set<number>();
  for (const answer of answers) {
    const { questionId } = answer;
    const question = byId.get(questionId);
    if (!question) return new Refusal("survey.changed", { eventId });
    const asked = { type: question.type, options: question.options.length };
    if (answered.has(questionId) || !isAnswerTo(asked, answer)) return new Refusal("survey.unfit", { questionId });
    answered.add(questionId);
  }
  const missing = questions.find(({ id, isRequired }) => isRequired && !answered.has(id));
  return missing && new Refusal("survey.incomplete", { questionId: missing.id });
}
