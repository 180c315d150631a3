import { oneOf } from "@lectern/wire/parts";
import { MOST_OPTIONS, pollTypes } from "@lectern/wire/polls";
import Type, { type Static } from "typebox";
import { line } from "../../webinars/console/text-schemas.ts";

const strict = { additionalProperties: false };

/** Longest scale of a rating. */
export const MOST_STEPS = 10;

const Question = Type.Object(
  {
    type: oneOf(pollTypes),
    text: line,
    options: Type.Optional(
      Type.Array(
        Type.Object(
          {
            answer: line,
            isRight: Type.Optional(
              Type.Boolean({ description: "Of a quiz: told when the results are published, not before" }),
            ),
          },
          strict,
        ),
        { minItems: 1, maxItems: MOST_OPTIONS, description: "Of singleoption and multioption" },
      ),
    ),
    scale: Type.Optional(
      Type.Integer({ minimum: 2, maximum: MOST_STEPS, description: "Of a rating: from 1 to this, 5 unless given" }),
    ),
  },
  strict,
);

const settings = {
  isAnonymous: Type.Optional(
    Type.Boolean({
      description: "Nobody learns who answered what; the audience is told so. Not together with the next",
    }),
  ),
  isChangeAllowed: Type.Optional(Type.Boolean({ description: "People may answer anew while it is open" })),
  isResultShown: Type.Optional(Type.Boolean({ description: "Closing it shows the results to everybody" })),
  isOnDemand: Type.Optional(
    Type.Boolean({ description: "It can be answered where the recording is watched; true unless given" }),
  ),
  position: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description: "Place among the event's polls, from 1; the last unless given",
    }),
  ),
};

export const NewPoll = Type.Object({ question: Question, ...settings }, strict);
export type NewPoll = Static<typeof NewPoll>;
export type NewQuestion = NewPoll["question"];

export const PollChanges = Type.Object(
  { question: Type.Optional(Question), ...settings },
  { ...strict, minProperties: 1 },
);
export type PollChanges = Static<typeof PollChanges>;

export const ListedPoll = Type.Object({
  id: Type.Integer(),
  position: Type.Integer(),
  question: Type.Object({
    id: Type.Integer({ description: "Of this version: another wording is another question" }),
    type: oneOf(pollTypes),
    text: Type.String(),
    options: Type.Array(
      Type.Object({ code: Type.String(), answer: Type.String(), isRight: Type.Boolean(), votes: Type.Integer() }),
    ),
  }),
  answers: Type.Integer({ description: "People who answered this version" }),
  isAnonymous: Type.Boolean(),
  isChangeAllowed: Type.Boolean(),
  isResultShown: Type.Boolean(),
  isOnDemand: Type.Boolean(),
  isOpen: Type.Boolean(),
  isPublished: Type.Boolean(),
  pushedAt: Type.Optional(Type.String({ format: "date-time", description: "When it was first put to the audience" })),
});
export type ListedPoll = Static<typeof ListedPoll>;
