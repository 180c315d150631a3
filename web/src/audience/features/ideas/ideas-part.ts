import type { ToldBody } from "@lectern/wire/messages";
import { type Part, put } from "../../../lib/room/room-store.ts";

export type Idea = ToldBody<"ideas.idea">;

export interface IdeasState {
  readonly topics: readonly { readonly topicId: number; readonly title: string }[];
  /** Ideas, and the comments on them. */
  readonly ideas: readonly Idea[];
  readonly votedFor: readonly number[];
}

export const ideasPart: Part<IdeasState> = {
  name: "ideas",
  begin({ state, mine }) {
    const { topics, ideas } = state.ideas as Omit<IdeasState, "votedFor">;
    return { topics, ideas, votedFor: (mine.ideas as { votedFor?: readonly number[] } | undefined)?.votedFor ?? [] };
  },
  on: {
    "ideas.topics": (state, { topics }) => ({ ...state, topics }),
    "ideas.idea": (state, idea) => ({ ...state, ideas: put(state.ideas, idea, ({ ideaId }) => ideaId) }),
    "ideas.votes": (state, { votes }) => ({
      ...state,
      ideas: state.ideas.map((idea) => {
        const counted = votes.find(({ ideaId }) => ideaId === idea.ideaId);
        return counted ? { ...idea, votes: counted.votes } : idea;
      }),
    }),
  },
};

export function withVote(state: IdeasState, ideaId: number, isFor: boolean): IdeasState {
  const votedFor = state.votedFor.filter((id) => id !== ideaId);
  const step = Number(isFor) - Number(votedFor.length < state.votedFor.length);
  return {
    ...state,
    votedFor: isFor ? [...votedFor, ideaId] : votedFor,
    ideas: state.ideas.map((idea) => (idea.ideaId === ideaId ? { ...idea, votes: idea.votes + step } : idea)),
  };
}
