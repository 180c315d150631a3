import Type from "typebox";
import { formatPacific } from "./dates.ts";
import { instant, text } from "./schema-parts.ts";

/** What was written in answer to a question, as everybody is told who is told of questions. */
export const QuestionAnswer = Type.Object({
  createtimestamp: instant("Answered"),
  content: text("Nothing once the asker was forgotten"),
  presenterid: Type.Integer(),
  presentername: Type.String(),
  privacy: Type.String({ description: "Public or Private" }),
});

/** All null while nothing was written. */
export interface AnswerRow {
  readonly answeredAt: Date | null;
  readonly answer: string | null;
  readonly isPublic: boolean | null;
  readonly presenterId: number | null;
  readonly presenterName: string | null;
}

/** The key of the answer, where there is one. */
export function presentAnswer({ answeredAt, answer, presenterId, presenterName, isPublic }: AnswerRow) {
  if (answeredAt === null || presenterId === null) return {};
  return {
    answer: {
      createtimestamp: formatPacific(answeredAt),
      ...(answer !== null && { content: answer }),
      presenterid: presenterId,
      presentername: presenterName ?? "",
      privacy: isPublic ? "Public" : "Private",
    },
  };
}
