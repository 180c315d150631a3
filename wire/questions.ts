import Type from "typebox";
import { id, instant, nonce, oneOf, strict, typed } from "./parts.ts";

const MOST_QUESTION = 2000;
const MOST_ANSWER = 10_000;

const questionId = id();

const Settings = Type.Object(
  {
    /** Whether questions are taken. */
    isOpen: Type.Boolean(),
    /** Whether others see a question only after the team has let it through. */
    isModerated: Type.Boolean(),
    /** Whether one may ask without the rest of the audience knowing who. */
    isAnonymityAllowed: Type.Boolean(),
  },
  strict,
);

/** What is said of questions. */
export const questionsSaid = {
  /** Answered with the question's id. */
  "questions.ask": Type.Object(
    { text: typed(MOST_QUESTION), isAnonymous: Type.Optional(Type.Boolean()), nonce: nonce() },
    strict,
  ),
  /** Wants to know it too, or not any more. */
  "questions.vote": Type.Object({ questionId, isUp: Type.Boolean() }, strict),

  // By the team.
  "questions.show": Type.Object({ questionId, isShown: Type.Boolean() }, strict),
  "questions.dismiss": Type.Object({ questionId, isDismissed: Type.Boolean() }, strict),
  "questions.star": Type.Object({ questionId, isStarred: Type.Boolean() }, strict),
  "questions.assign": Type.Object({ questionId, presenterId: Type.Union([id(), Type.Null()]) }, strict),
  /** To the asker alone or to all; a second answer takes the first one's place. */
  "questions.answer": Type.Object({ questionId, text: typed(MOST_ANSWER), isPublic: Type.Boolean() }, strict),
  /** It was answered aloud. */
  "questions.answerLive": Type.Object({ questionId }, strict),
  "questions.set": Settings,
} as const;

/** Answered ones may be so in writing or aloud. */
export const questionStates = ["new", "shown", "answered", "dismissed"] as const;

const base = {
  questionId: Type.Integer(),
  text: Type.String(),
  askedAt: instant(),
  state: oneOf(questionStates),
  votes: Type.Integer(),
};

const PublicAnswer = Type.Object({ text: Type.String(), presenterName: Type.String(), at: instant() });
const Answer = Type.Object({
  ...PublicAnswer.properties,
  isPublic: Type.Boolean(),
  presenterId: Type.Integer(),
  editedAt: Type.Union([instant(), Type.Null()]),
});
const orNone = <Schema extends typeof PublicAnswer | typeof Answer>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** As everybody in the audience sees it; of answers to the asker alone it says nothing. */
export const PublicQuestion = Type.Object({
  ...base,
  /** Null for whoever asks anonymously. */
  askedBy: Type.Union([Type.String(), Type.Null()]),
  answer: orNone(PublicAnswer),
});

/** As the asker sees it. */
export const OwnQuestion = Type.Object({ ...base, isAnonymous: Type.Boolean(), answer: orNone(Answer) });

/** As the team sees it. */
export const TeamQuestion = Type.Object({
  ...base,
  eventUserId: Type.Integer(),
  askedBy: Type.String(),
  isAnonymous: Type.Boolean(),
  isShown: Type.Boolean(),
  isStarred: Type.Boolean(),
  assignedTo: Type.Union([Type.Integer(), Type.Null()]),
  isAnsweredLive: Type.Boolean(),
  answer: orNone(Answer),
});

export const questionsTold = {
  "questions.settings": Settings,
  /** To the team. */
  "questions.question": Type.Object({ question: TeamQuestion }),
  /** To the asker. */
  "questions.own": Type.Object({ question: OwnQuestion }),
  /** To the audience. */
  "questions.shown": Type.Object({ question: PublicQuestion }),
  /** To the audience: it is not shown any more. */
  "questions.hidden": Type.Object({ questionId: Type.Integer() }),
  /** How many want to know it, by question, of those that are shown. */
  "questions.votes": Type.Object({ votes: Type.Record(Type.String(), Type.Integer()) }),
} as const;
