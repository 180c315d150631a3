import { cutText } from "../../../../lib/cut-text.ts";

export interface Fit {
  /** In points. */
  readonly width: number;
  /** From the largest on. */
  readonly sizes: readonly number[];
  readonly maxLines: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** A part of a text and its width at size 1; the blanks at its end need no room at the end of a line. */
interface Part {
  readonly text: string;
  readonly width: number;
  readonly inkWidth: number;
}

/** Far more than a page has room for. */
const MOST_CHARACTERS = 400;

const words = new Intl.Segmenter(undefined, { granularity: "word" });
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * The largest size at which a text has room without breaking a word; at the smallest words are broken too, and what still has
 * no room ends in an ellipsis.
 * @param measure tells how wide a text is at size 1
 */
export function fitText(given: string, { width, sizes, maxLines }: Fit, measure: (text: string) => number): FittedText {
  const text = cutText(given, MOST_CHARACTERS).trim();
  const measured = (part: string): Part => ({ text: part, width: measure(part), inkWidth: measure(part.trimEnd()) });
  const parts = wordsOf(text).map(measured);
  for (const size of sizes) {
    const room = width / size;
    const lines = wrap(parts, room);
    if (lines.length <= maxLines && parts.every((part) => part.inkWidth <= room))
      return { size, lines: balance(parts, room, lines.length) };
  }
  const size = sizes.at(-1) ?? 1;
  const room = width / size;
  const broken = parts.flatMap((part) => (part.inkWidth <= room ? part : lettersOf(part.text).map(measured)));
  return { size, lines: shorten(wrap(broken, room), maxLines) };
}

/** Lines of about the same width, so that no word stands alone in the last. */
function balance(parts: readonly Part[], room: number, lineCount: number): string[] {
  let [enough, tooNarrow] = [room, room / lineCount / 2];
  for (let step = 0; step < 12; step++) {
    const tried = (enough + tooNarrow) / 2;
    const isEnough = wrap(parts, tried).length <= lineCount && parts.every((part) => part.inkWidth <= tried);
    if (isEnough) enough = tried;
    else tooNarrow = tried;
  }
  return wrap(parts, enough);
}

function wrap(parts: readonly Part[], room: number): string[] {
  const lines: string[] = [];
  let [line, used] = ["", 0];
  for (const { text, width, inkWidth } of parts) {
    if (line !== "" && used + inkWidth > room) {
      lines.push(line.trimEnd());
      [line, used] = ["", 0];
    }
    line += text;
    used += width;
  }
  return [...lines, line.trimEnd()];
}

function shorten(lines: readonly string[], maxLines: number): string[] {
  if (lines.length <= maxLines) return [...lines];
  const last = lettersOf(lines[maxLines - 1] ?? "").slice(0, -2);
  return [...lines.slice(0, maxLines - 1), `${last.join("").trimEnd()}…`];
}

/** Words, each with the blanks and signs behind it. */
function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of words.segment(text)) {
    if (isWordLike || found.length === 0) found.push(segment);
    else found[found.length - 1] += segment;
  }
  return found;
}

const lettersOf = (text: string) => [...letters.segment(text)].map(({ segment }) => segment);
