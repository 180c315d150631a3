import { assetAddress } from "../../../http/pages/assets.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import type { ListedCaption } from "../../webinars/captions/queries.ts";
import type { EventVideo } from "../../webinars/media/queries.ts";

export interface PlayerOptions {
  readonly videos: readonly EventVideo[];
  readonly captions: readonly ListedCaption[];
  /** The event's; captions in it are on from the start. */
  readonly languageCode: string;
}

/**
 * One player for each video, the next one starting when the one before ends. The script plays HLS wherever the browser
 * does not; where it does, the address alone is enough. Captions belong to the event's recording: the first video.
 */
export function videoPlayer({ videos, captions, languageCode }: PlayerOptions): Html {
  const hls = assetAddress("hls.light.min.mjs");
  return html`${videos.map(
    (video, index) => html`<figure class="player">
<video controls playsinline preload="none" src="/files/${video.streamKey}/${video.streamEntry}" aria-label="${video.title}" data-hls="${hls}"${
      video.posterKey !== null && html` poster="/files/${video.posterKey}"`
    }>${index === 0 && captions.map((track) => captionTrack(track, languageCode))}</video>
<figcaption class="small quiet" dir="auto">${video.title}${video.durationSeconds !== null && ` · ${clock(video.durationSeconds)}`}</figcaption>
</figure>\n`,
  )}`;
}

function captionTrack({ language, label, path }: ListedCaption, languageCode: string): Html {
  const isDefault = language.toLowerCase().split("-")[0] === languageCode.toLowerCase();
  return html`<track kind="captions" srclang="${language}" label="${label}" src="${path}"${isDefault && html` default`}>`;
}

/** `1:02:03`, `2:03` */
export function clock(totalSeconds: number): string {
  const seconds = Math.round(totalSeconds);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first = 0, ...rest] = parts[0] === 0 ? parts.slice(1) : parts;
  return [String(first), ...rest.map((part) => String(part).padStart(2, "0"))].join(":");
}
