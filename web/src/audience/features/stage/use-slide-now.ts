import { useSyncExternalStore } from "react";
import { usePart } from "../../../lib/room/use-room.tsx";
import { slideAt } from "./course.ts";
import { player } from "./player-state.ts";
import { stagePart } from "./stage-part.ts";

const LOOK_MS = 250;

function watchTime(watcher: () => void): () => void {
  const looking = setInterval(watcher, LOOK_MS);
  return () => clearInterval(looking);
}

/** The slide that belongs to what one sees: the stage's, or of a recording that each plays for themselves the one of its moment. */
export function useSlideNow() {
  const { stage, playback } = usePart(stagePart);
  const isAlone = playback.startedAt === null && playback.slides.length > 0;
  const read = () => (isAlone ? slideAt(playback, player.position ?? 0) : stage.slide);
  return useSyncExternalStore(watchTime, read);
}
