import type { Playback, Stage } from "@lectern/wire/presenting";
import type { Part } from "../../../lib/room/room-store.ts";

export interface StageState {
  readonly stage: Stage;
  readonly playback: Playback;
  /** Where one stopped in the recording, seconds from its start. */
  readonly stoppedAt: number | undefined;
}

interface Snapshot {
  readonly stage: Stage;
  readonly playback: Playback;
}

export const stagePart: Part<StageState> = {
  name: "presenting",
  begin({ state, mine }) {
    const { stage, playback } = state.presenting as Snapshot;
    const { positionSeconds } = (mine.presenting ?? {}) as { positionSeconds?: number };
    return { stage, playback, stoppedAt: positionSeconds };
  },
  on: {
    "presenting.slide": (state, { slide }) => ({ ...state, stage: { ...state.stage, slide } }),
    "presenting.layout": (state, { layout }) => ({ ...state, stage: { ...state.stage, layout } }),
    "presenting.captions": (state, { language }) => ({ ...state, stage: { ...state.stage, captions: language } }),
    "presenting.message": (state, { text }) => ({ ...state, stage: { ...state.stage, message: text } }),
    "presenting.playback": (state, { videos, startedAt, slides }) => ({
      ...state,
      playback: { videos, startedAt, slides },
    }),
  },
};
