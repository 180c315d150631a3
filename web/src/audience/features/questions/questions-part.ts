import type { ToldBody } from "@lectern/wire/messages";
import type { OwnQuestion, PublicQuestion } from "@lectern/wire/questions";
import type { Static } from "typebox";
import { type Part, put } from "../../../lib/room/room-store.ts";

export type Shown = Static<typeof PublicQuestion>;
export type Own = Static<typeof OwnQuestion>;

export interface QuestionsState {
  readonly settings: ToldBody<"questions.settings">;
  /** What all of the audience sees. */
  readonly shown: readonly Shown[];
  readonly own: readonly Own[];
  /** Which of the others' one wants to know too. */
  readonly voted: readonly number[];
}

const idOf = ({ questionId }: { questionId: number }) => questionId;

export const questionsPart: Part<QuestionsState> = {
  name: "questions",
  begin({ state, mine }) {
    const { settings, questions } = state.questions as Pick<QuestionsState, "settings"> & { questions: Shown[] };
    const { questions: own = [], voted = [] } = (mine.questions ?? {}) as { questions?: Own[]; voted?: number[] };
    return { settings, shown: questions, own, voted };
  },
  on: {
    "questions.settings": (state, settings) => ({ ...state, settings }),
    "questions.own": (state, { question }) => ({ ...state, own: put(state.own, question, idOf) }),
    "questions.shown": (state, { question }) => ({ ...state, shown: put(state.shown, question, idOf) }),
    "questions.hidden": (state, { questionId }) => ({
      ...state,
      shown: state.shown.filter((one) => one.questionId !== questionId),
    }),
    "questions.votes": (state, { votes }) => ({ ...state, shown: state.shown.map((one) => recount(one, votes)) }),
  },
};

function recount(question: Shown, counted: Readonly<Record<string, number>>): Shown {
  const votes = counted[question.questionId];
  return votes === undefined || votes === question.votes ? question : { ...question, votes };
}

/** Votes, or takes the vote back, before the room has counted it. */
export function withVote(state: QuestionsState, questionId: number, isUp: boolean): QuestionsState {
  const voted = state.voted.filter((id) => id !== questionId);
  const step = Number(isUp) - Number(voted.length < state.voted.length);
  return {
    ...state,
    voted: isUp ? [...voted, questionId] : voted,
    shown: state.shown.map((one) => (one.questionId === questionId ? { ...one, votes: one.votes + step } : one)),
  };
}
