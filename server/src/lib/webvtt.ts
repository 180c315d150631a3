import { decodeHTML } from "entities";

/** One caption: what is said, as plain text, and from when to when. */
export interface Cue {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Without tags; line breaks stay. */
  readonly text: string;
}

/** What is wrong with a WebVTT text, for the person who wrote it. */
export class WebVttError extends Error {
  constructor(lineNumber: number, fault: string) {
    super(`Line ${lineNumber}: ${fault}`);
    this.name = "WebVttError";
  }
}

/**
 * Reads a WebVTT text (https://www.w3.org/TR/webvtt1/) and insists on what players quietly skip: a cue that a browser
 * drops is one that somebody misses. Throws WebVttError.
 */
export function readCues(vtt: string): Cue[] {
  const lines = vtt.replace(/^\u{FEFF}/u, "").split(/\r\n|\n|\r/);
  let at = readHeader(lines);
  const cues: Cue[] = [];
  while (at < lines.length) {
    if (lines[at] === "") {
      at++;
      continue;
    }
    let end = at;
    while (end < lines.length && lines[end] !== "") end++;
    const cue = readBlock(lines, at, end, cues);
    if (cue) cues.push(cue);
    at = end;
  }
  return cues;
}

/** Answers where the header ends: at the first blank line. */
function readHeader(lines: readonly string[]): number {
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? "")) throw new WebVttError(1, "the text does not begin with WEBVTT");
  let at = 1;
  while (at < lines.length && lines[at] !== "") {
    if (lines[at]?.includes("-->")) throw new WebVttError(at + 1, "a blank line is missing after the header");
    at++;
  }
  return at;
}

/** A cue, or undefined for a comment, a style or a region. The block ends before `end`. */
function readBlock(lines: readonly string[], start: number, end: number, before: readonly Cue[]): Cue | undefined {
  const first = lines[start] ?? "";
  const timesAt = [start, start + 1].find((at) => at < end && lines[at]?.includes("-->"));
  for (let at = timesAt === undefined ? start : timesAt + 1; at < end; at++)
    if (lines[at]?.includes("-->")) throw new WebVttError(at + 1, "a blank line is missing before the cue");
  if (timesAt === undefined || (timesAt > start && isSpecial(first))) {
    if (timesAt === undefined && /^NOTE(?:[ \t]|$)/.test(first)) return undefined;
    if (timesAt === undefined && /^(?:STYLE|REGION)[ \t]*$/.test(first) && before.length === 0) return undefined;
    throw new WebVttError(start + 1, "a cue has no times, or a style or region comes after the first cue");
  }
  const times = readTimes(lines[timesAt] ?? "", timesAt + 1);
  if (times.startSeconds < (before.at(-1)?.startSeconds ?? 0))
    throw new WebVttError(timesAt + 1, "the cue starts before the one above it");
  return { ...times, text: toPlainText(lines.slice(timesAt + 1, end).join("\n")) };
}

/** Whether a line begins a comment, style or region, so that no cue can be called that. */
function isSpecial(line: string): boolean {
  return /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$)/.test(line);
}

const timesLine = /^[ \t]*([\d:.]{9,20})[ \t]+-->[ \t]+([\d:.]{9,20})((?:[ \t]+[^\s:]+:\S+)*)[ \t]*$/;

function readTimes(line: string, lineNumber: number): Pick<Cue, "startSeconds" | "endSeconds"> {
  const [, from = "", to = ""] = timesLine.exec(line) ?? [];
  const startSeconds = readTimestamp(from);
  const endSeconds = readTimestamp(to);
  if (startSeconds === undefined || endSeconds === undefined)
    throw new WebVttError(lineNumber, "times are written like 00:00:01.000 --> 00:00:02.500");
  if (endSeconds <= startSeconds) throw new WebVttError(lineNumber, "the cue ends before it starts");
  return { startSeconds, endSeconds };
}

/** `[hours:]mm:ss.mmm` */
function readTimestamp(text: string): number | undefined {
  const match = /^(?:(\d{2,6}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(text);
  if (!match) return undefined;
  const [, hours = "0", minutes, seconds, milliseconds] = match;
  // Whole milliseconds first: sums of fractions would differ from the written time in the last digit.
  return (((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(milliseconds)) / 1000;
}

/** Character references stand for what they do in HTML (6.4 of the specification): all of them, as browsers read them. */
function toPlainText(text: string): string {
  return decodeHTML(text.replace(/<[^>]*>?/g, "")).trim();
}
