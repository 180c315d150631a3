import type { Playback } from "@lectern/wire/presenting";
import { type RefObject, useEffect, useRef, useState } from "react";
import { publicAddress } from "../../../lib/public-address.ts";
import { useRoom } from "../../../lib/room/use-room.tsx";
import { attachStream } from "./attach-stream.ts";
import { type Moment, momentAt, secondsAt } from "./course.ts";
import { player } from "./player-state.ts";

/** Seconds that a picture may lag behind, or run ahead of, what everybody sees. */
const MOST_DRIFT = 3;
const LOOK_MS = 2000;

export interface Playing {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Which of the videos. */
  readonly index: number;
  /** Whether the recording is over. */
  readonly isOver: boolean;
  readonly isFaulty: boolean;
  /** Whether everybody sees the same moment, which nobody can leave. */
  readonly isTogether: boolean;
  /** Goes to a moment of the whole recording, where one may. */
  seek(secondsFromStart: number): void;
}

/** Plays one video after the other: from where one stopped, or what all see together by the room's clock. */
export function usePlaying(playback: Playback, stoppedAt: number | undefined): Playing {
  const { connection } = useRoom();
  const video = useRef<HTMLVideoElement>(null);
  const { startedAt } = playback;
  const isTogether = startedAt !== null;
  const togetherAt = () => (startedAt === null ? 0 : (connection.now() - startedAt) / 1000);
  const [moment, setMoment] = useState<Moment | undefined>(
    () =>
      momentAt(playback, isTogether ? togetherAt() : (stoppedAt ?? 0)) ??
      (isTogether ? undefined : { index: 0, seconds: 0 }),
  );
  const stream = moment && playback.videos[moment.index];
  const isFaulty = useStream(video, stream?.streamPath, moment?.seconds ?? 0);

  const follow = () => {
    const element = video.current;
    if (!element || !moment) return;
    player.position = isTogether ? undefined : secondsAt(playback, { ...moment, seconds: element.currentTime });
    if (!isTogether) return;
    const wanted = momentAt(playback, togetherAt());
    if (wanted?.index !== moment.index) setMoment(wanted);
    else if (Math.abs(wanted.seconds - element.currentTime) > MOST_DRIFT) element.currentTime = wanted.seconds;
  };
  useEvery(LOOK_MS, follow);
  useEnd(video, () => {
    const next = moment && playback.videos[moment.index + 1] ? { index: moment.index + 1, seconds: 0 } : undefined;
    setMoment(next);
  });

  const seek = (secondsFromStart: number) => {
    const wanted = momentAt(playback, secondsFromStart);
    if (isTogether || !wanted) return;
    if (wanted.index === moment?.index && video.current) video.current.currentTime = wanted.seconds;
    else setMoment(wanted);
  };
  return { video, index: moment?.index ?? 0, isOver: moment === undefined, isFaulty, isTogether, seek };
}

/** @returns whether it cannot be loaded just now. */
function useStream(video: RefObject<HTMLVideoElement | null>, path: string | undefined, fromSeconds: number): boolean {
  const [isFaulty, setFaulty] = useState(false);
  const from = useRef(fromSeconds);
  from.current = fromSeconds;
  useEffect(() => {
    const element = video.current;
    if (!element || path === undefined) return;
    const goThere = () => {
      if (from.current > 0) element.currentTime = from.current;
    };
    element.addEventListener("loadedmetadata", goThere, { once: true });
    const attaching = attachStream(element, publicAddress(path), setFaulty);
    return () => {
      element.removeEventListener("loadedmetadata", goThere);
      void attaching.then(({ detach }) => detach());
    };
  }, [video, path]);
  return isFaulty;
}

function useEnd(video: RefObject<HTMLVideoElement | null>, onEnd: () => void): void {
  const latest = useRef(onEnd);
  latest.current = onEnd;
  useEffect(() => {
    const element = video.current;
    const end = () => latest.current();
    element?.addEventListener("ended", end);
    return () => element?.removeEventListener("ended", end);
  }, [video]);
}

function useEvery(ms: number, look: () => void): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const looking = setInterval(() => latest.current(), ms);
    return () => clearInterval(looking);
  }, [ms]);
}
