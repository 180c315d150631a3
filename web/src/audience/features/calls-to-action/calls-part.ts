import type { Part } from "../../../lib/room/room-store.ts";

/** Which calls to action the team has put before everybody. */
export const callsPart: Part<readonly number[]> = {
  name: "calls-to-action",
  begin: ({ state }) => (state["calls-to-action"] as { shown?: readonly number[] } | undefined)?.shown ?? [],
  on: {
    "calls-to-action.shown": (shown, { callToActionId, isShown }) => {
      const others = shown.filter((id) => id !== callToActionId);
      return isShown ? [...others, callToActionId] : others;
    },
  },
};
