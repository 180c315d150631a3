import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cue, readCues } from "./webvtt.ts";

test("reads cues with names, settings, tags and comments", () => {
  const vtt = [
    "\u{FEFF}WEBVTT - a title",
    "Kind: captions",
    "",
    "STYLE",
    "::cue { color: red }",
    "",
    "NOTE whoever reads this",
    "is a programmer",
    "",
    "first",
    "00:01.000 --> 00:02.500 align:start line:90%",
    "<v Ada>Good <i.loud>morning</i> &amp; welcome",
    "to this webinar",
    "",
    "01:00:00.001\t-->\t100:00:00.000",
    "R&lt;D",
  ].join("\r\n");
  expect(readCues(vtt)).toEqual([
    { startSeconds: 1, endSeconds: 2.5, text: "Good morning & welcome\nto this webinar" },
    { startSeconds: 3600.001, endSeconds: 360_000, text: "R<D" },
  ]);
});

test.each([
  ["It&#39;s caf&eacute; time", "It's café time"],
  ["&#x27;&#X1F600;&hellip;&mdash;&ldquo;&rdquo;", "'😀…—“”"],
  ["&NotEqualTilde;&lrm;&rlm;a&nbsp;b", "≂̸\u200e\u200fa\u00a0b"],
  ["AT&T, R&D; &zzz; &", "AT&T, R&D; &zzz; &"],
  ["&copy 2027 &ampersand", "© 2027 &ersand"],
  ["&amp;lt;b&amp;gt; &lt;b&gt;", "&lt;b&gt; <b>"],
  ["&#128;&#0;&#xD800;&#1114112;", "€\ufffd\ufffd\ufffd"],
])("reads the character references of %j as browsers do", (written, read) => {
  expect(readCues(`WEBVTT\n\n00:00.000 --> 00:01.000\n${written}`)[0]?.text).toBe(read);
});

test.each([
  ["", "Line 1: the text does not begin with WEBVTT"],
  ["WEBVTTX\n\n00:00.000 --> 00:01.000\na", "Line 1:"],
  ["1\n00:00:01,000 --> 00:00:02,000\nSubRip", "Line 1:"],
  ["WEBVTT\n00:00.000 --> 00:01.000\na", "Line 2: a blank line is missing after the header"],
  ["WEBVTT\n\n00:00.000 -> 00:01.000\na", "Line 3: a cue has no times"],
  ["WEBVTT\n\n00:00.000 --> 00:01,000\na", "Line 3: times are written like"],
  ["WEBVTT\n\n00:00.000 --> 00:61.000\na", "Line 3: times are written like"],
  ["WEBVTT\n\n00:00.000 --> 00:01.000 loud\na", "Line 3: times are written like"],
  ["WEBVTT\n\n00:02.000 --> 00:01.000\na", "Line 3: the cue ends before it starts"],
  ["WEBVTT\n\n00:02.000 --> 00:03.000\na\n\n00:01.000 --> 00:03.000\nb", "Line 6: the cue starts before the one above"],
  [
    "WEBVTT\n\n00:02.000 --> 00:03.000\na\n00:04.000 --> 00:05.000\nb",
    "Line 5: a blank line is missing before the cue",
  ],
  ["WEBVTT\n\n00:02.000 --> 00:03.000\na\n\nSTYLE\n::cue {}", "Line 6: a cue has no times, or a style"],
  ["WEBVTT\n\nNOTE\n00:02.000 --> 00:03.000\na", "Line 3:"],
])("refuses %j", (vtt, fault) => {
  expect(() => readCues(vtt)).toThrow(fault);
});

/** Whole milliseconds. */
const instant = fc.integer({ min: 0, max: 360_000_000 });
const cues = fc
  .array(
    fc.record({
      startMs: instant,
      lengthMs: fc.integer({ min: 1, max: 10_000_000 }),
      text: fc.string({ unit: "grapheme" }),
    }),
  )
  .map((all): Cue[] =>
    all
      .sort((one, other) => one.startMs - other.startMs)
      .map(({ startMs, lengthMs, text }) => ({
        startSeconds: startMs / 1000,
        endSeconds: (startMs + lengthMs) / 1000,
        text: text.replace(/[\r\n]/g, " ").trim(),
      })),
  );

function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const digits = (number: number, length: number) => String(Math.floor(number)).padStart(length, "0");
  return `${digits(ms / 3_600_000, 2)}:${digits((ms / 60_000) % 60, 2)}:${digits((ms / 1000) % 60, 2)}.${digits(ms % 1000, 3)}`;
}

function write(all: readonly Cue[], newLine: string): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const blocks = all.map((cue) => [
    `${timestamp(cue.startSeconds)} --> ${timestamp(cue.endSeconds)}`,
    ...(cue.text === "" ? [] : [escaped(cue.text)]),
    "",
  ]);
  return ["WEBVTT", "", ...blocks.flat()].join(newLine);
}

test("what is written is read again, to the millisecond and the letter, with any line ends", () => {
  fc.assert(
    fc.property(cues, fc.constantFrom("\n", "\r\n", "\r"), (all, newLine) => {
      expect(readCues(write(all, newLine))).toEqual(all);
    }),
  );
});

test("anything else is refused with its line or read, never an accident", () => {
  const piece = fc.constantFrom("WEBVTT", "\n", "\r", "-->", "00:00.000", " ", "NOTE", "STYLE", "<", "&", "a:b", "\t");
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      try {
        for (const cue of readCues(pieces.join(""))) expect(cue.endSeconds).toBeGreaterThan(cue.startSeconds);
      } catch (error) {
        expect((error as Error).name).toBe("WebVttError");
      }
    }),
  );
});

test.each(["<", "-->", "00:00.000 --> ", "\t", ":a", "&"])("refuses %j many times over without despairing", (piece) => {
  const times = "WEBVTT\n\n00:00.000 --> 00:01.000 ";
  expect(() => readCues(`${times}${piece.repeat(1_000_000)}!`)).toThrow("Line 3");
  expect(readCues(`${times}\n${piece.replaceAll("-->", "--").repeat(1_000_000)}`)).toHaveLength(1);
});
