import type { Playback } from "@lectern/wire/presenting";
import { type RefObject, useSyncExternalStore } from "react";
import { formatSpan } from "../../../lib/format.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { secondsAt, wholeSeconds } from "./course.ts";
import { player } from "./player-state.ts";
import type { Playing } from "./use-playing.ts";
import { setMuted } from "./use-video.ts";

interface ControlsProps {
  readonly element: HTMLVideoElement;
  /** What fills the screen: the picture with its buttons. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly playback: Playback;
  readonly playing: Playing;
}

export function Controls({ element, frame, playback, playing }: ControlsProps) {
  const say = useSay();
  const { isTogether } = playing;
  const press = () => void (element.paused ? element.play() : element.pause());
  return (
    <div className="controls">
      {(!isTogether || element.paused) && (
        <IconButton
          icon={element.paused ? "play" : "pause"}
          name={say(element.paused ? "player.play" : "player.pause")}
          onClick={press}
        />
      )}
      <Sound element={element} />
      {isTogether ? <span className="controls-space" /> : <Position {...{ element, playback, playing }} />}
      {"pictureInPictureEnabled" in document && document.pictureInPictureEnabled && (
        <IconButton
          icon="pictureInPicture"
          name={say("player.pictureInPicture")}
          onClick={() =>
            void (document.pictureInPictureElement
              ? document.exitPictureInPicture()
              : element.requestPictureInPicture())
          }
        />
      )}
      <FullScreen element={element} frame={frame} />
    </div>
  );
}

function Sound({ element }: Pick<ControlsProps, "element">) {
  const say = useSay();
  const isSilent = element.muted || element.volume === 0;
  const setVolume = (volume: number) => {
    element.volume = volume;
    element.muted = volume === 0;
  };
  return (
    <>
      <IconButton
        icon={isSilent ? "muted" : "sound"}
        name={say(isSilent ? "player.unmute" : "player.mute")}
        onClick={() => setMuted(element, !element.muted)}
      />
      <input
        className="volume"
        type="range"
        min="0"
        max="1"
        step="0.05"
        aria-label={say("player.volume")}
        value={isSilent ? 0 : element.volume}
        onChange={(event) => setVolume(Number(event.target.value))}
      />
    </>
  );
}

function Position({ element, playback, playing }: Pick<ControlsProps, "element" | "playback" | "playing">) {
  const say = useSay();
  const known = wholeSeconds(playback);
  const whole = Number.isFinite(known) ? known : element.duration || 0;
  const now = secondsAt(playback, { index: playing.index, seconds: element.currentTime });
  player.position = now;
  return (
    <>
      <input
        className="position"
        type="range"
        min="0"
        max={Math.max(1, Math.floor(whole))}
        step="1"
        aria-label={say("player.position")}
        aria-valuetext={`${formatSpan(now)} / ${formatSpan(whole)}`}
        value={Math.floor(now)}
        onChange={(event) => playing.seek(Number(event.target.value))}
      />
      <span className="controls-time" dir="ltr">
        {formatSpan(now)} / {formatSpan(whole)}
      </span>
    </>
  );
}

function watchFullScreen(watcher: () => void): () => void {
  document.addEventListener("fullscreenchange", watcher);
  return () => document.removeEventListener("fullscreenchange", watcher);
}

/** iPhones show only a video in full screen, with its captions. */
type PhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?(): void };

function FullScreen({ element, frame }: Pick<ControlsProps, "element" | "frame">) {
  const say = useSay();
  const isFull = useSyncExternalStore(watchFullScreen, () => document.fullscreenElement !== null);
  const press = () => {
    if (isFull) void document.exitFullscreen();
    else if (frame.current?.requestFullscreen) void frame.current.requestFullscreen();
    else (element as PhoneVideo).webkitEnterFullscreen?.();
  };
  return (
    <IconButton
      icon={isFull ? "shrink" : "expand"}
      name={say(isFull ? "player.leaveFullScreen" : "player.fullScreen")}
      onClick={press}
    />
  );
}
