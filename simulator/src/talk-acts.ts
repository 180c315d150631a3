import { reactionTypes } from "@lectern/wire/reactions";
import type { Survey } from "@lectern/wire/surveys";
import { type Act, pickNew, pickOne } from "./act.ts";
import type { Random } from "./random.ts";

// What people say: to polls and the survey, to those who speak, and to each other.

const questions = [
  "Will the recording be there afterwards?",
  "How does this work with our CRM?",
  "What does it cost for a small team?",
  "Can several people present together?",
  "Where do I find the slides?",
];
const lines = ["Hello from Lisbon!", "Good morning everybody", "That is so true", "Great slide", "Thank you!"];
const reasons = ["Because it works.", "More examples, please.", "The pace was right.", "Nothing to add."];

export const answerPoll: Act = (doing) => {
  const nameOf = ({ pollId }: { pollId: number }) => `poll ${pollId}`;
  const open = [...doing.page.polls.values()].filter(({ isOpen }) => isOpen);
  const poll = pickNew(doing, open, nameOf);
  if (!poll) return undefined;
  const { pollId, questionId, options } = poll;
  const body = { pollId, questionId, ...answerOne(doing.random, options) };
  return { kind: "polls.answer", body, memory: nameOf(poll) };
};

/** What must be answered, and most of the rest. */
export const submitSurvey: Act = ({ page, random, memory }) => {
  const { questions: asked = [] } = (page.state.surveys ?? {}) as Partial<Survey>;
  const answers = asked
    .filter(({ isRequired }) => isRequired || random.chance(0.8))
    .map(({ questionId, options }) => ({ questionId, ...answerOne(random, options) }));
  if (answers.length === 0 || memory.has("survey")) return undefined;
  const adds = () => ({ "surveys.answers": answers.length });
  return { kind: "surveys.submit", body: { answers }, memory: "survey", adds };
};

export const ask: Act = ({ random }) => ({ kind: "questions.ask", body: { text: pickOne(random, questions) } });

export const voteForQuestion: Act = (doing) => {
  const nameOf = (questionId: number) => `vote ${questionId}`;
  const questionId = pickNew(doing, [...doing.page.questionIds], nameOf);
  if (questionId === undefined) return undefined;
  return { kind: "questions.vote", body: { questionId, isUp: true }, memory: nameOf(questionId) };
};

export const openChat: Act = () => ({ kind: "chat.open", body: {} });

export const sayLine: Act = ({ random }) => ({ kind: "chat.say", body: { text: pickOne(random, lines) } });

export const react: Act = ({ random }) => ({ kind: "reactions.react", body: { type: pickOne(random, reactionTypes) } });

/** Once: who raises a hand that is up already raises no other. */
export const raiseHand: Act = ({ memory }) =>
  memory.has("hand") ? undefined : { kind: "hands.raise", body: {}, memory: "hand" };

function answerOne(random: Random, options: readonly { readonly code: string }[]): object {
  const option = pickOne(random, options);
  return option ? { codes: [option.code] } : { text: pickOne(random, reasons) };
}
