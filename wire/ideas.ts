import Type from "typebox";
import { id, instant, nonce, strict, typed } from "./parts.ts";

export const MAX_IDEA = 2000;

const Topics = { topics: Type.Array(Type.Object({ topicId: id(), title: Type.String() })) };

const Idea = Type.Object({
  ideaId: id(),
  topicId: id(),
  /** Of a comment, the idea that it is on. */
  parentId: Type.Optional(id()),
  /** Both are gone when it was taken away. */
  text: Type.Optional(Type.String()),
  author: Type.Optional(Type.String()),
  votes: Type.Integer(),
  createdAt: instant(),
  isRemoved: Type.Boolean(),
});

export const ideasSaid = {
  "ideas.share": Type.Object({ topicId: id(), text: typed(MAX_IDEA), nonce: nonce() }, strict),
  "ideas.comment": Type.Object({ ideaId: id(), text: typed(MAX_IDEA), nonce: nonce() }, strict),
  /** Votes for an idea, or takes the vote back. */
  "ideas.vote": Type.Object({ ideaId: id(), isFor: Type.Boolean() }, strict),
  /** The team takes an idea or a comment away. */
  "ideas.remove": Type.Object({ ideaId: id() }, strict),
} as const;

export const ideasTold = {
  /** All that there are, in their order. */
  "ideas.topics": Type.Object(Topics),
  "ideas.idea": Idea,
  /** Of those that were voted on last. */
  "ideas.votes": Type.Object({ votes: Type.Array(Type.Object({ ideaId: id(), votes: Type.Integer() })) }),
} as const;
