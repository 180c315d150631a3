import Type, { type Static } from "typebox";
import { id, instant, oneOf, strict } from "./parts.ts";
import { given, PollResults } from "./polls.ts";

export const surveyTypes = ["singleoption", "multioption", "singletext"] as const;
export type SurveyType = (typeof surveyTypes)[number];

/** Of one survey. */
const MOST_QUESTIONS = 500;

/** Kinds of message about the survey of the webinar that are said. */
export const surveysSaid = {
  /** By the audience: has opened it. The answer has it as `survey`, as it is now. */
  "surveys.open": Type.Object({}, strict),
  /** By the audience: all answers as one act, once. Required questions must be among them. */
  "surveys.submit": Type.Object(
    {
      answers: Type.Array(Type.Object({ questionId: id(), ...given }, strict), {
        minItems: 1,
        maxItems: MOST_QUESTIONS,
      }),
    },
    strict,
  ),
  /** By the team: puts it before everybody, again too. Before the webinar is live only the team hears of it. */
  "surveys.push": Type.Object({}, strict),
} as const;

/** A survey as it is asked now. It is offered also when the webinar has ended, to those who attended. */
export const Survey = Type.Object({
  questions: Type.Array(
    Type.Object({
      questionId: id(),
      type: oneOf(surveyTypes),
      question: Type.String(),
      isRequired: Type.Boolean(),
      options: Type.Array(Type.Object({ code: Type.String(), answer: Type.String() })),
    }),
  ),
  introduction: Type.Optional(Type.String()),
  /** Shown to whoever has submitted it. */
  thanks: Type.Optional(Type.String()),
  /** When the team put it before everybody the last time. */
  pushedAt: Type.Optional(instant()),
  /** Pushed before the webinar is live: only the team's. */
  isPractice: Type.Optional(Type.Boolean()),
});
export type Survey = Static<typeof Survey>;

/** Kinds of message about the survey that are told. */
export const surveysTold = {
  "surveys.survey": Survey,
  /** To the team, about once a second while people submit. */
  "surveys.counts": Type.Object({
    submissions: Type.Integer(),
    questions: Type.Array(Type.Object({ questionId: id(), results: PollResults })),
  }),
} as const;

/** Absent while there are no questions. */
export const SurveysState = Survey;

/** Of whoever has submitted the survey. */
export const SurveysMine = Type.Object({ submittedAt: instant() });
