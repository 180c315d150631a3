import { assetAddress } from "../../../http/pages/assets.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import type { ListedCaption } from "../../webinars/captions/queries.ts";
import type { Words } from "../../webinars/events/words.ts";
import type { ContentMedia, HubContent } from "./content-queries.ts";

interface ShownMedia {
  content: HubContent;
  media: ContentMedia;
  captions: readonly ListedCaption[];
  words: Words;
}

/** An upload to look at or listen to. */
export function showMedia({ content, media, captions, words }: ShownMedia, path: string): Html {
  const file = `/files/${media.fileKey}`;
  const { title, contentType } = content;
  const { say } = words;
  if (contentType === "image") return html`<p><img src="${file}" alt="${title}"></p>`;
  if (contentType === "pdf")
    return html`<div class="stack">
<iframe class="hub-document" src="${path}/document" title="${title}"></iframe>
<form method="post" action="${path}/download"><button class="button">${say("hubs:download", { size: sizeOf(media.byteSize, words) })}</button></form>
</div>`;
  if (media.mediaType === "audio/mpeg")
    return html`<audio class="hub-player" controls preload="metadata" src="${file}" aria-label="${title}"></audio>`;
  const source = streamSource(media) ?? (isPlayable(media) && html` src="${file}"`);
  if (!source)
    return html`<p class="empty">${say(media.state === "failed" ? "hubs:videoFailed" : "hubs:videoPreparing")}</p>`;
  const poster = media.posterKey !== null && html` poster="/files/${media.posterKey}"`;
  return html`<video class="hub-player" controls playsinline preload="metadata" aria-label="${title}"${source}${poster}>${captions.map(captionTrack)}</video>
${isPlayable(media) && html`<noscript><p><a href="${file}">${say("hubs:openVideo")}</a></p></noscript>`}`;
}

/** The script plays HLS wherever the browser does not; where it does, the address alone is enough. */
function streamSource({ streamKey, streamName }: ContentMedia): Html | undefined {
  if (streamKey === null) return undefined;
  return html` src="/files/${streamKey}/${streamName}" data-hls="${assetAddress("hls.light.min.mjs")}"`;
}

function captionTrack({ language, label, path }: ListedCaption, index: number): Html {
  return html`<track kind="captions" srclang="${language}" label="${label}" src="${path}"${index === 0 && html` default`}>`;
}

/** Whether browsers play the upload as it is. */
function isPlayable({ mediaType }: ContentMedia): boolean {
  return mediaType === "video/mp4" || mediaType === "video/quicktime";
}

/** `1.5 MB` */
function sizeOf(bytes: number, { locale }: Words): string {
  const isSmall = bytes < 1024 * 1024;
  const unit = isSmall ? "kilobyte" : "megabyte";
  const format = new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: isSmall ? 0 : 1 });
  return format.format(isSmall ? Math.max(1, bytes / 1024) : bytes / 1024 / 1024);
}
