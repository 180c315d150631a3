import { oneOf } from "@lectern/wire/parts";
import { surveyTypes } from "@lectern/wire/surveys";
import Type, { type Static } from "typebox";
import { MAX_ANSWERS } from "../../webinars/console/limits.ts";
import { line } from "../../webinars/console/text-schemas.ts";

export const NewQuestion = Type.Object(
  {
    type: oneOf(surveyTypes),
    question: line,
    isRequired: Type.Optional(Type.Boolean()),
    answers: Type.Optional(
      Type.Array(line, { minItems: 1, maxItems: MAX_ANSWERS, description: "Of singleoption and multioption" }),
    ),
  },
  { additionalProperties: false },
);
export type NewQuestion = Static<typeof NewQuestion>;

export const ListedSurvey = Type.Object({
  surveyId: Type.String({ description: "{eventId}_survey1" }),
  presentedAt: Type.Optional(Type.String({ format: "date-time", description: "When somebody first saw it" })),
  pushedAt: Type.Optional(Type.String({ format: "date-time", description: "When the team first pushed it" })),
  submissions: Type.Integer(),
  questions: Type.Array(
    Type.Object({
      id: Type.Integer({ description: "Of this version: another wording is another question" }),
      code: Type.Integer({ description: "The same in all versions, and in copies of the event" }),
      type: oneOf(surveyTypes),
      question: Type.String(),
      isRequired: Type.Boolean(),
      isCurrent: Type.Boolean({ description: "Whether it is asked now; others are listed when people answered them" }),
      answers: Type.Integer({ description: "People who answered it" }),
      options: Type.Array(Type.Object({ code: Type.String(), answer: Type.String(), votes: Type.Integer() })),
    }),
  ),
});
export type ListedSurvey = Static<typeof ListedSurvey>;
