import fc from "fast-check";
import { expect, test } from "vitest";
import { readChoice, readFlag, yesNo } from "./flags.ts";

test("flags in every spelling", () => {
  for (const value of ["Y", "y", "yes", "True", "1"]) expect(readFlag({ live: value }, "live", false)).toBe(true);
  for (const value of ["N", "n", "no", "FALSE", "0"]) expect(readFlag({ live: value }, "live", true)).toBe(false);
});

test("a flag that is missing or makes no sense counts as not sent", () => {
  for (const fallback of [true, false]) {
    expect(readFlag({}, "live", fallback)).toBe(fallback);
    expect(readFlag({ live: "maybe" }, "live", fallback)).toBe(fallback);
  }
  expect(readFlag({ live: ["Y", "N"] }, "live", false)).toBe(true);
});

test("choices without regard to case, in the spelling of the list", () => {
  const modes = ["goodAfter", "updated"] as const;
  expect(readChoice({ mode: "GOODAFTER" }, "mode", modes, "updated")).toBe("goodAfter");
  expect(readChoice({}, "mode", modes, "updated")).toBe("updated");
  expect(() => readChoice({ mode: "never" }, "mode", modes, "updated")).toThrow(
    "Invalid value for the mode parameter.",
  );
});

test("what yesNo writes, readFlag reads", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), (value, fallback) => {
      expect(readFlag({ flag: yesNo(value) }, "flag", fallback)).toBe(value);
    }),
  );
});
