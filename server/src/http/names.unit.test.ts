import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalName } from "./names.ts";

test.each(["firstname", "firstName", "first_name", "First-Name", "FIRSTNAME"])("%s is firstname", (name) => {
  expect(canonicalName(name)).toBe("firstname");
});

test("names that objects give a meaning to are ordinary names", () => {
  expect(canonicalName("__proto__")).toBe("proto");
  expect(canonicalName("constructor")).toBe("constructor");
});

test("a canonical name stays as it is, however many strangers were seen before", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (name) => {
      const canonical = canonicalName(name);
      expect(canonicalName(canonical)).toBe(canonical);
      expect(canonicalName(name)).toBe(canonical);
      expect(canonical).not.toMatch(/[_-]/);
    }),
    { numRuns: 5_000 },
  );
  expect(canonicalName("last_name")).toBe("lastname");
});
