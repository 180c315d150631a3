import { expect, test } from "vitest";
import { replacementTokens } from "./replacement-tokens.ts";

test("every token is written alike and stands in the table once", () => {
  for (const { value, label, description } of replacementTokens) {
    expect(value).toMatch(/^#[A-Z]+#$/);
    expect(label && description).not.toBe("");
  }
  expect(new Set(replacementTokens.map(({ value }) => value)).size).toBe(replacementTokens.length);
});

test.each([
  ["#EVENTTITLE#", "Webcast Title", "summary"],
  ["#EVENTDATE#", "Webcast Date", "summary"],
  ["#EMAIL#", "Email Address", "email"],
  ["#EVENTHELPURL#", "Help URL", "email"],
])("%s keeps its published label and context", (value, label, context) => {
  expect(replacementTokens.find((token) => token.value === value)).toMatchObject({ label, context });
});
