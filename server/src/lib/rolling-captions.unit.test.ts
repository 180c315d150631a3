import fc from "fast-check";
import { expect, test } from "vitest";
import { expectLinear } from "../../test/growth.ts";
import { unroll } from "./rolling-captions.ts";
import { type Cue, readCues } from "./webvtt.ts";

const said = (vtt: string) => unroll(readCues(vtt)).map(({ startSeconds, text }) => [startSeconds, text]);

function cuesOf(texts: readonly string[], lengthSeconds = 2): Cue[] {
  return texts.map((text, at) => ({ startSeconds: at * lengthSeconds, endSeconds: (at + 1) * lengthSeconds, text }));
}

test("automatic subtitles, which show each line as it is said, alone, and above the next one", () => {
  const vtt = `WEBVTT
Kind: captions
Language: en

00:00:00.320 --> 00:00:02.830 align:start position:0%
 
so<00:00:00.640><c> welcome</c><00:00:00.960><c> everybody</c>

00:00:02.830 --> 00:00:02.840 align:start position:0%
so welcome everybody
 

00:00:02.840 --> 00:00:05.110 align:start position:0%
so welcome everybody
it&#39;s<00:00:03.200><c> about</c><00:00:03.600><c> caf&eacute;s</c>

00:00:05.110 --> 00:00:05.120 align:start position:0%
it&#39;s about caf&eacute;s
 

00:00:05.120 --> 00:00:07.000 align:start position:0%
it&#39;s about caf&eacute;s
thank<00:00:05.500><c> you</c>

00:00:12.000 --> 00:00:14.000 align:start position:0%
 
thank<00:00:12.500><c> you</c>
`;
  expect(said(vtt)).toEqual([
    [0.32, "so welcome everybody"],
    [2.84, "it's about cafés"],
    [5.12, "thank you"],
    [12, "thank you"],
  ]);
  expect(unroll(readCues(vtt))[0]?.endSeconds).toBe(2.84);
});

test.each([
  ["two lines that roll up", ["A a", "A a\nB b", "B b\nC c", "C c\nD d"], ["A a", "B b", "C c", "D d"]],
  ["three lines that roll up", ["A\nB\nC", "B\nC\nD", "C\nD\nE"], ["A\nB\nC", "D", "E"]],
  ["a line that grows", ["we", "we save", "we save energy", "and", "and money"], ["we save energy", "and money"]],
  ["a line that grows below another", ["A", "A\nso", "A\nso it", "so it\nis"], ["A", "so it", "is"]],
  [
    "a line of a language without spaces",
    ["省エネ", "省エネは", "省エネは大切", "省エネは大切\nです"],
    ["省エネは大切", "です"],
  ],
  ["every line three times by itself", ["A", "A", "A", "B", "B", "B"], ["A", "B"]],
])("%s is said once", (_, texts, lines) => {
  expect(unroll(cuesOf(texts)).map(({ text }) => text)).toEqual(lines);
});

test.each([
  ["what was said twice", ["Yes.", "Yes.", "I think so.", "So do I.", "Good.", "Good.", "Next point."]],
  ["a refrain", ["Row, row", "row your boat", "gently", "down the stream", "Row, row", "row your boat"]],
  ["a word that another begins with", ["Some", "Something is wrong", "Some", "Somewhere else"]],
])("captions that do not roll stay: %s", (_, texts) => {
  const cues = cuesOf(texts);
  expect(unroll(cues)).toEqual(cues);
});

test("however lines roll, each is said once and in order", () => {
  const lines = fc.uniqueArray(fc.stringMatching(/^[a-z]{4,8} [a-z]{4,8}$/), { minLength: 4, maxLength: 30 });
  fc.assert(
    fc.property(lines, fc.integer({ min: 2, max: 4 }), (all, height) => {
      const texts = all.map((_, at) => all.slice(Math.max(0, at - height + 1), at + 1).join("\n"));
      const spoken = unroll(cuesOf(texts)).flatMap(({ text }) => text.split("\n"));
      expect(spoken).toEqual(all);
    }),
  );
});

test("the work grows with the captions", async () => {
  await expectLinear((length) => unroll(cuesOf(Array.from({ length: length / 4 }, () => "a"))));
  await expectLinear((length) => unroll(cuesOf(Array.from({ length: 4 }, () => "a\n".repeat(length / 8)))));
  await expectLinear((length) => unroll(cuesOf(Array.from({ length: 4 }, (_, at) => " ".repeat(length / 4) + at))));
});
