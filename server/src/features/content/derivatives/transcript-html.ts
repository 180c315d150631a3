import { escapeHtml } from "../../../http/pages/html.ts";
import type { Cue } from "../../../lib/webvtt.ts";

/** A paragraph ends at a silence, or at the first end of a cue after a minute. */
const PAUSE_SECONDS = 4;
const PARAGRAPH_SECONDS = 60;

/** Everything that was said, in paragraphs with the time they begin. */
export function transcriptHtml(cues: readonly Cue[]): string {
  const paragraphs: { startSeconds: number; texts: string[] }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cue of cues) {
    const open = paragraphs.at(-1);
    const isNew =
      !open || cue.startSeconds - end > PAUSE_SECONDS || cue.startSeconds - open.startSeconds > PARAGRAPH_SECONDS;
    if (isNew) paragraphs.push({ startSeconds: cue.startSeconds, texts: [cue.text] });
    else open.texts.push(cue.text);
    end = Math.max(end, cue.endSeconds);
  }
  return paragraphs
    .map(({ startSeconds, texts }) => {
      const text = texts.join(" ").replace(/\s+/g, " ").trim();
      return `<p><strong>${clock(startSeconds)}</strong> ${escapeHtml(text)}</p>`;
    })
    .join("\n");
}

/** `1:02:03`, or `2:03` within the first hour. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const two = (number: number) => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
