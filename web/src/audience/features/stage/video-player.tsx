import type { Playback } from "@lectern/wire/presenting";
import { type KeyboardEvent, useRef } from "react";
import { publicAddress } from "../../../lib/public-address.ts";
import { useSay } from "../../../lib/texts/texts.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Ended } from "../phase/ended.tsx";
import { Controls } from "./controls.tsx";
import { player } from "./player-state.ts";
import { usePlaying } from "./use-playing.ts";
import { setMuted, useBeginning, useVideo } from "./use-video.ts";

interface VideoPlayerProps {
  readonly playback: Playback;
  readonly stoppedAt: number | undefined;
}

export function VideoPlayer({ playback, stoppedAt }: VideoPlayerProps) {
  const say = useSay();
  const frame = useRef<HTMLDivElement>(null);
  const playing = usePlaying(playback, stoppedAt);
  const { video, isOver, isFaulty, isTogether } = playing;
  const element = useVideo(video);
  useBeginning(video, isTogether);
  const poster = playback.videos[0]?.posterPath;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for whoever is in the player; each has its button
    <div className="player" ref={frame} onKeyDown={(event) => element && pressKey(event, element, playing.seek)}>
      <video
        ref={video}
        playsInline
        preload="metadata"
        aria-label={say("player.name")}
        {...(poster != null && { poster: publicAddress(poster) })}
      />
      {isOver && <Ended />}
      {isFaulty && !isOver && <p className="player-fault">{say("player.fault")}</p>}
      {element && !isOver && element.muted && !element.paused && (
        <button type="button" className="button sound-on" onClick={() => setMuted(element, false)}>
          <Icon name="muted" />
          {say("player.unmute")}
        </button>
      )}
      {element && !isOver && <Controls {...{ element, frame, playback, playing }} />}
    </div>
  );
}

const STEP_SECONDS = 10;

/** The keys that players have everywhere. */
function pressKey(event: KeyboardEvent, element: HTMLVideoElement, seek: (seconds: number) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
  const at = player.position ?? element.currentTime;
  const keys: Readonly<Record<string, () => void>> = {
    k: () => void (element.paused ? element.play() : element.pause()),
    m: () => setMuted(element, !element.muted),
    j: () => seek(at - STEP_SECONDS),
    l: () => seek(at + STEP_SECONDS),
  };
  keys[event.key.toLowerCase()]?.();
}
