import { expect, test } from "vitest";
import { segmentsOf } from "./segments-of.ts";

test.each(["word", "sentence", "grapheme"] as const)("a long text has the same %ss as at once", (granularity) => {
  const segmenter = new Intl.Segmenter("en", { granularity });
  const text = "One day, she said that it was so. Was it? 👩‍👩‍👧‍👦 e\u0301 and so on; 3.14 times!\n".repeat(60);
  const pick = ({ segment, index }: { segment: string; index: number }) => ({ segment, index });
  expect([...segmentsOf(segmenter, text)].map(pick)).toEqual([...segmenter.segment(text)].map(pick));
});

test("a sentence without an end is cut, and nothing is lost", () => {
  const text = "a".repeat(10_000);
  const pieces = [...segmentsOf(new Intl.Segmenter("en", { granularity: "sentence" }), text)];
  expect(pieces.map(({ segment }) => segment).join("")).toBe(text);
  expect([...segmentsOf(new Intl.Segmenter("en"), "")]).toEqual([]);
});
