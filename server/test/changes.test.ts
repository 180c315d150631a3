import { expect, test } from "vitest";
import { features } from "../src/app.ts";

const declared = features.flatMap(({ name, changes = {} }) =>
  Object.entries(changes).map(([kind, { meaning }]) => ({ kind, meaning, feature: name })),
);

test("every kind of change is one feature's, and is named and told as it will be published", () => {
  const kinds = declared.map(({ kind }) => kind);
  expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
  for (const { kind, meaning } of declared) {
    expect(kind).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    expect(meaning).toMatch(/^[A-Z].*[^.]$/);
  }
});
