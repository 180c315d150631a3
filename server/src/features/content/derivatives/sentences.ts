import { segmentsOf } from "../../../lib/segments-of.ts";
import type { Cue } from "../../../lib/webvtt.ts";
import { stopWords } from "./stop-words.ts";

export interface Sentence {
  readonly text: string;
  readonly startSeconds: number;
  /** Words that carry meaning, as they are compared: lower case, in order, repeated. */
  readonly words: readonly string[];
  /** All words. */
  readonly length: number;
}

/** A silence that ends whatever was being said. */
const PAUSE_SECONDS = 2.5;
/** Speech recognition without full stops yields endless sentences: beyond this they are cut where cues end. */
const MAX_WORDS = 45;

/** The sentences of a transcript, each with the time it begins. */
export function readSentences(cues: readonly Cue[], languageCode: string): Sentence[] {
  const locale = Intl.Segmenter.supportedLocalesOf([languageCode])[0] ?? "en";
  const sentenceSegmenter = new Intl.Segmenter(locale, { granularity: "sentence" });
  const wordSegmenter = new Intl.Segmenter(locale, { granularity: "word" });
  const ignored = stopWords(languageCode);
  const sentences: Sentence[] = [];
  for (const run of splitAtPauses(cues)) {
    const { text, starts } = joinCues(run);
    for (const { segment, index } of segmentsOf(sentenceSegmenter, text))
      for (const piece of cutLong(segment, index, starts, wordSegmenter)) {
        const all = wordsOf(piece.text, wordSegmenter);
        if (all.length === 0) continue;
        const words = all.filter((word) => !ignored.has(word) && !/^\d+$/.test(word));
        sentences.push({ ...piece, startSeconds: timeAt(piece.index, starts), words, length: all.length });
      }
  }
  return sentences.map(({ text, startSeconds, words, length }) => ({ text, startSeconds, words, length }));
}

/** Lower-case words of a text, without punctuation. */
function wordsOf(text: string, segmenter: Intl.Segmenter): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmentsOf(segmenter, text)) if (isWordLike) words.push(segment.toLowerCase());
  return words;
}

function splitAtPauses(cues: readonly Cue[]): Cue[][] {
  const runs: Cue[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cue of cues) {
    if (runs.length === 0 || cue.startSeconds - end > PAUSE_SECONDS) runs.push([]);
    runs.at(-1)?.push(cue);
    end = Math.max(end, cue.endSeconds);
  }
  return runs;
}

interface Start {
  /** Where in the joined text a cue begins. */
  at: number;
  seconds: number;
}

/** One text of several cues, without what is no speech: [Music], "- " and ">> " of a change of speaker. */
function joinCues(cues: readonly Cue[]): { text: string; starts: Start[] } {
  let text = "";
  const starts: Start[] = [];
  for (const cue of cues) {
    const said = cue.text
      .replace(/\[[^[\]]*\]|♪/g, " ")
      .replace(/^[ \t]*(?:-|>>+)\s*/gm, "")
      .replace(/\s+/g, " ")
      .trim();
    if (said === "") continue;
    if (text !== "") text += " ";
    starts.push({ at: text.length, seconds: cue.startSeconds });
    text += said;
  }
  return { text, starts };
}

function cutLong(segment: string, index: number, starts: readonly Start[], segmenter: Intl.Segmenter) {
  const whole = { text: segment.trim(), index };
  if (wordsOf(segment, segmenter).length <= MAX_WORDS) return [whole];
  const cuts: number[] = [];
  for (let next = lastStart(starts, index) + 1; ; next++) {
    const at = starts[next]?.at;
    if (at === undefined || at >= index + segment.length) break;
    cuts.push(at);
  }
  const pieces: { text: string; index: number }[] = [];
  let from = index;
  for (const cut of [...cuts, index + segment.length]) {
    const text = segment.slice(from - index, cut - index).trim();
    const isLast = cut === index + segment.length;
    if (!isLast && wordsOf(text, segmenter).length < MAX_WORDS / 2) continue;
    if (text !== "") pieces.push({ text, index: from });
    from = cut;
  }
  return pieces;
}

function timeAt(index: number, starts: readonly Start[]): number {
  return starts[lastStart(starts, index)]?.seconds ?? 0;
}

/** Of the last cue that begins at this place of the text or before it; -1 where none does. */
function lastStart(starts: readonly Start[], index: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle]?.at ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
