import type { SaidBody } from "@lectern/wire/messages";

/** What the player does now, for signs of life: kept beside React, because nothing is drawn by it. */
export const player = {
  state: "waiting" as SaidBody<"room.alive">["player"],
  isMuted: false,
  /** Of the recording, seconds from its start; none where everybody sees the same moment. */
  position: undefined as number | undefined,
};

export function signOfLife(): SaidBody<"room.alive"> {
  const { state, isMuted, position } = player;
  return {
    ...{ player: state, isMuted, isBackground: document.visibilityState === "hidden" },
    ...(position !== undefined && { position }),
  };
}
