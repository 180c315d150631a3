import type { Playback } from "@lectern/wire/presenting";

/** A moment of a recording: in which of its videos, and how many seconds into it. */
export interface Moment {
  readonly index: number;
  readonly seconds: number;
}

const lengthOf = ({ durationMs }: Playback["videos"][number]) => (durationMs ?? Number.POSITIVE_INFINITY) / 1000;

/** Where so many seconds from the start lie; undefined after the end. */
export function momentAt({ videos }: Playback, secondsFromStart: number): Moment | undefined {
  let seconds = Math.max(0, secondsFromStart);
  for (const [index, video] of videos.entries()) {
    if (seconds < lengthOf(video)) return { index, seconds };
    seconds -= lengthOf(video);
  }
  return undefined;
}

/** The other way round. */
export function secondsAt({ videos }: Playback, { index, seconds }: Moment): number {
  return videos.slice(0, index).reduce((sum, video) => sum + lengthOf(video), seconds);
}

/** How long all of it is; infinite while that is not known of one of the videos. */
export function wholeSeconds({ videos }: Playback): number {
  return videos.reduce((sum, video) => sum + lengthOf(video), 0);
}

/** What is shown beside the picture at a moment of the recording. */
export function slideAt({ slides }: Playback, secondsFromStart: number): Playback["slides"][number] | null {
  return slides.findLast(({ atMs }) => atMs <= secondsFromStart * 1000) ?? null;
}
