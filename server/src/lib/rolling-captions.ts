import type { Cue } from "./webvtt.ts";

/** Captions that begin at the latest so long after those before them follow them without a pause. */
const GAP_SECONDS = 0.5;

/** That are shown at once. */
const MOST_LINES = 4;

interface Overlap {
  /** Lines at the start of a cue that the one before it showed already ... */
  readonly lines: number;
  /** ... the last of them perhaps with fewer words. */
  readonly isGrown: boolean;
}

const none: Overlap = { lines: 0, isGrown: false };

/**
 * Captions with every line once. Those that speech recognition makes roll: a line comes word by word, then whole, and again
 * above the next one. Others stay as they are, and so does what somebody says twice.
 */
export function unroll(cues: readonly Cue[]): Cue[] {
  const shown = cues.map(({ text }) => linesOf(text));
  const overlaps = cues.map((cue, index) =>
    overlapOf(cues[index - 1], cue, shown[index - 1] ?? [], shown[index] ?? []),
  );
  if (!areRolling(overlaps)) return [...cues];
  const said: Cue[] = [];
  for (const [index, cue] of cues.entries()) {
    const { lines, isGrown } = overlaps[index] ?? none;
    const fresh = shown[index]?.slice(isGrown ? lines - 1 : lines) ?? [];
    const open = isGrown ? said.pop() : undefined;
    const before = open ? linesOf(open.text).slice(0, -1) : [];
    const last = said.at(-1);
    if (fresh.length > 0)
      said.push({
        ...cue,
        startSeconds: open?.startSeconds ?? cue.startSeconds,
        text: [...before, ...fresh].join("\n"),
      });
    else if (last) said[said.length - 1] = { ...last, endSeconds: Math.max(last.endSeconds, cue.endSeconds) };
  }
  return said;
}

/** Whether most cues go on from the one before: of those that do not roll, hardly any does. */
function areRolling(overlaps: readonly Overlap[]): boolean {
  const rolling = overlaps.filter(({ lines }) => lines > 0).length;
  return rolling >= 2 && 2 * rolling >= overlaps.length - 1;
}

function overlapOf(before: Cue | undefined, cue: Cue, past: readonly string[], present: readonly string[]): Overlap {
  if (!before || cue.startSeconds - before.endSeconds > GAP_SECONDS) return none;
  for (let lines = Math.min(past.length, present.length, MOST_LINES); lines > 0; lines--) {
    const upper = past.slice(-lines);
    if (!upper.slice(0, -1).every((line, index) => line === present[index])) continue;
    const [old = "", now = ""] = [upper.at(-1), present[lines - 1]];
    if (old === now) return { lines, isGrown: false };
    if (goesOn(old, now)) return { lines, isGrown: true };
  }
  return none;
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]$/u;

/** Whether one line is the other and more words. */
function goesOn(line: string, longer: string): boolean {
  if (!longer.startsWith(line)) return false;
  return !/^[\p{L}\p{N}]/u.test(longer.slice(line.length)) || unspaced.test(line);
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}
