import { type RefObject, useEffect, useReducer } from "react";
import { player } from "./player-state.ts";

const events = [
  "play",
  "playing",
  "pause",
  "waiting",
  "volumechange",
  "timeupdate",
  "durationchange",
  "ended",
  "ratechange",
];

/** Draws again when something of the video has changed, and keeps what signs of life tell of it. */
export function useVideo(video: RefObject<HTMLVideoElement | null>): HTMLVideoElement | undefined {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const look = () => {
      player.state = element.ended || element.currentSrc === "" ? "waiting" : element.paused ? "paused" : "playing";
      player.isMuted = element.muted || element.volume === 0;
      drawAgain();
    };
    for (const event of events) element.addEventListener(event, look);
    look();
    return () => {
      for (const event of events) element.removeEventListener(event, look);
      player.state = "waiting";
      player.position = undefined;
    };
  }, [video]);
  return video.current ?? undefined;
}

/** Begins with sound where the browser allows it, else without: who comes in sees the picture at once. */
export function useBeginning(video: RefObject<HTMLVideoElement | null>, isWanted: boolean): void {
  useEffect(() => {
    const element = video.current;
    if (!element || !isWanted) return;
    const begin = () =>
      void element.play().catch((fault: DOMException) => {
        if (fault.name !== "NotAllowedError") return;
        element.muted = true;
        void element.play().catch(() => {});
      });
    element.addEventListener("canplay", begin, { once: true });
    return () => element.removeEventListener("canplay", begin);
  }, [video, isWanted]);
}

export function setMuted(video: HTMLVideoElement, isMuted: boolean): void {
  video.muted = isMuted;
}
