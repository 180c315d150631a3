import type { ToldBody } from "@lectern/wire/messages";
import type { Part } from "../../../lib/room/room-store.ts";

export interface PhaseState extends ToldBody<"room.phase"> {
  /** How many of the audience are here; unknown until it is told. */
  readonly here: number | undefined;
}

export const phasePart: Part<PhaseState> = {
  name: "room",
  begin: ({ state }) => ({ ...(state.room as ToldBody<"room.phase">), here: undefined }),
  on: {
    "room.phase": ({ here }, { phase, startsAt, endsAt }) => ({ phase, startsAt, endsAt, here }),
    "room.people": (state, { here }) => ({ ...state, here }),
  },
};
