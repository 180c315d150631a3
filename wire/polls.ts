import Type, { type Static } from "typebox";
import { id, instant, oneOf, strict, typed } from "./parts.ts";

/** What can be chosen is answered by codes; "singletext" by text. A rating is chosen from a scale. */
export const pollTypes = ["singleoption", "multioption", "rating", "singletext"] as const;
export type PollType = (typeof pollTypes)[number];

/** Of one question, and of one answer to it. */
export const MOST_OPTIONS = 100;
export const MOST_ANSWER = 4000;

/** "choice1" ... */
const code = Type.String({ pattern: "^choice[1-9][0-9]{0,2}$" });

/** What somebody answers to a question. */
export const given = {
  /** Each once; of a question of one answer exactly one. */
  codes: Type.Optional(Type.Array(code, { minItems: 1, maxItems: MOST_OPTIONS, uniqueItems: true })),
  text: Type.Optional(typed(MOST_ANSWER)),
};

const one = Type.Object({ pollId: id() }, strict);

/** Kinds of message about polls that are said. */
export const pollsSaid = {
  /** By the audience: once, or anew while it is open where the poll allows it. `questionId` is the version that was seen. */
  "polls.answer": Type.Object({ pollId: id(), questionId: id(), ...given }, strict),
  /** By the team: asks it, again too. Before the webinar is live only the team hears of it. */
  "polls.push": one,
  "polls.close": one,
  /** Shows everybody the results, and which answers of a quiz are right. */
  "polls.publish": one,
  "polls.hide": one,
} as const;

/** What came of a question so far. */
export const PollResults = Type.Object({
  /** People who answered. */
  answers: Type.Integer(),
  /** By code. */
  votes: Type.Record(Type.String(), Type.Integer()),
});
export type PollResults = Static<typeof PollResults>;

/** A poll as it stands. */
export const Poll = Type.Object({
  pollId: id(),
  position: Type.Integer(),
  questionId: id(),
  type: oneOf(pollTypes),
  question: Type.String(),
  options: Type.Array(Type.Object({ code: Type.String(), answer: Type.String() })),
  isAnonymous: Type.Boolean(),
  isChangeAllowed: Type.Boolean(),
  /** Whether it can be answered where the webinar is watched on demand. */
  isOnDemand: Type.Boolean(),
  /** Only while the webinar is live. */
  isOpen: Type.Boolean(),
  isPublished: Type.Boolean(),
  /** When it was asked first, if it was. */
  pushedAt: Type.Optional(instant()),
  /** What was pushed before the webinar is live: only the team's, and over when it is live. */
  isPractice: Type.Optional(Type.Boolean()),
  /** The audience is told of them when they are published. */
  results: Type.Optional(PollResults),
  /** Of a quiz; as the results. */
  rightCodes: Type.Optional(Type.Array(Type.String())),
});
export type Poll = Static<typeof Poll>;

/** By poll; only those that there is something to tell of. */
const Counts = Type.Object({
  polls: Type.Array(Type.Object({ pollId: id(), questionId: id(), results: PollResults })),
});

/** Kinds of message about polls that are told. */
export const pollsTold = {
  "polls.poll": Poll,
  /** It is gone; what people answered is kept. */
  "polls.removed": one,
  /** To the team, about once a second while people answer. */
  "polls.counts": Counts,
  /** The same of published polls, to everybody. */
  "polls.results": Counts,
} as const;

/** In order. The audience knows polls that were pushed; on demand also those of a webinar that is never live. */
export const PollsState = Type.Object({ polls: Type.Array(Poll) });

/** What oneself has answered; of an anonymous poll only that one has. */
export const PollsMine = Type.Object({
  answers: Type.Array(Type.Object({ pollId: id(), questionId: id(), ...given })),
});
