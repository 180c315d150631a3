import Type from "typebox";
import { next, pageQuery } from "../../../http/web/paging.ts";

export const Settings = Type.Object(
  {
    isOpen: Type.Boolean({ description: "Whether questions are taken" }),
    isModerated: Type.Boolean({ description: "Whether others see a question only after the team has let it through" }),
    isAnonymityAllowed: Type.Boolean({
      description: "Whether one may ask without the rest of the audience knowing who; the team and reports do",
    }),
  },
  { additionalProperties: false },
);

export const QuestionQuery = Type.Object(pageQuery({ usual: 100, most: 500 }));

const Question = Type.Object({
  questionId: Type.Integer(),
  eventUserId: Type.Integer(),
  askedBy: Type.String(),
  isAnonymous: Type.Boolean(),
  text: Type.String(),
  askedAt: Type.String({ format: "date-time" }),
  state: Type.String({ description: "new, shown, answered or dismissed" }),
  votes: Type.Integer(),
  isAnsweredLive: Type.Boolean({ description: "Whether it was answered aloud" }),
  answer: Type.Optional(
    Type.Object({
      text: Type.String(),
      isPublic: Type.Boolean({ description: "Whether it went to all, or to the asker alone" }),
      presenterId: Type.Integer(),
      presenterName: Type.String(),
      answeredAt: Type.String({ format: "date-time" }),
    }),
  ),
});

export const QuestionList = Type.Object({ questions: Type.Array(Question), next });
