import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, cutTextBefore } from "./cut-text.ts";

const family = "👨‍👩‍👧‍👦";

test.each([
  ["abcdef", 3, "abc"],
  ["abc", 3, "abc"],
  [`ab${family}c`, 5, "ab"],
  [`ab${family}c`, 9, `ab${family}`],
  ["a🇩🇪🇫🇷", 4, "a🇩🇪"],
  ["ae\u0301o", 2, "a"],
  ["ok👍🏽!", 3, "ok"],
  ["ab\r\nc", 3, "ab"],
  ["क्षि", 2, "क्"],
  ["", 3, ""],
])("%j cut to %i is %j", (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});

test("keeps whole characters only, as many as fit, at either end", () => {
  const pieces = ["a", "é", "e\u0301", family, "👍🏽", "🇩🇪", "日", " ", "1️⃣"];
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), fc.integer({ min: 8, max: 30 }), (some, most) => {
      const text = some.join("");
      const clusters = [...segmenter.segment(text)].map(({ segment }) => segment);
      const take = (of: readonly string[]) => {
        const taken: string[] = [];
        for (const one of of) {
          if ([...taken.join(""), ...one].length > most) break;
          taken.push(one);
        }
        return taken;
      };
      expect(cutText(text, most)).toBe(take(clusters).join(""));
      expect(cutTextBefore(text, most)).toBe(take(clusters.toReversed()).reverse().join(""));
    }),
  );
});

test("marks without end are cut all the same", () => {
  const marks = `a${"\u0301".repeat(1_000_000)}`;
  expect(cutText(marks, 100)).toHaveLength(100);
  expect(cutTextBefore(marks, 100)).toHaveLength(100);
});
