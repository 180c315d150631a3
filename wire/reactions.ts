import Type from "typebox";
import { id, instant, oneOf, strict } from "./parts.ts";

export const reactionTypes = ["like", "heart", "laugh", "celebrate"] as const;
export type ReactionType = (typeof reactionTypes)[number];

/** What is said by reactions and hands. */
export const reactionsSaid = {
  "reactions.react": Type.Object(
    {
      type: oneOf(reactionTypes),
      /** Of the recording, seconds from its start; live, the server's clock tells. */
      position: Type.Optional(Type.Number({ minimum: 0, maximum: 1e6 })),
    },
    strict,
  ),
  "hands.raise": Type.Object({}, strict),
  "hands.lower": Type.Object({}, strict),
  /** By the team. */
  "hands.lowerFor": Type.Object({ eventUserId: id() }, strict),
} as const;

/** Somebody's hand, as the team sees it. */
export const Hand = Type.Object({
  eventUserId: Type.Integer(),
  name: Type.String(),
  raisedAt: instant(),
  isRaised: Type.Boolean(),
});

export const reactionsTold = {
  /** How many came in the last second, by type. */
  "reactions.burst": Type.Object({ counts: Type.Record(Type.String(), Type.Integer()) }),
  /** To the team. */
  "hands.hand": Hand,
  /** To its owner. */
  "hands.own": Type.Object({ isRaised: Type.Boolean() }),
} as const;
