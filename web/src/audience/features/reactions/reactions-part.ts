import type { Part } from "../../../lib/room/room-store.ts";

export interface ReactionsState {
  /** Of the last second, by type; another object for each that was told. */
  readonly burst: Readonly<Record<string, number>>;
  readonly isHandRaised: boolean;
}

export const reactionsPart: Part<ReactionsState> = {
  name: "reactions",
  begin: ({ mine }) => ({
    burst: {},
    isHandRaised: (mine.hands as { isRaised?: boolean } | undefined)?.isRaised ?? false,
  }),
  on: {
    "reactions.burst": (state, { counts }) => ({ ...state, burst: counts }),
    "hands.own": (state, { isRaised }) => ({ ...state, isHandRaised: isRaised }),
  },
};
