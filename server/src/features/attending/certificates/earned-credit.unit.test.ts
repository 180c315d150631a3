import { expect, test } from "vitest";
import { type Achievements, earnedCredit } from "./earned-credit.ts";

const certification = {
  ...{ title: "Certificate", minimumMinutes: 10, minimumPollResponses: 2, credits: 100 },
  partialCredits: [
    { name: "Option 1", minimumMinutes: 5, minimumPollResponses: 1, credits: 50 },
    { name: "Option 2", minimumMinutes: 1, credits: 10 },
  ],
};
const nothing: Achievements = { minutes: 0, polls: 0, hasPassedTest: false, hasAnsweredSurvey: false };

test.each([
  { minutes: 10, polls: 2, credits: 100, partialCredit: undefined },
  { minutes: 9, polls: 2, credits: 50, partialCredit: "Option 1" },
  { minutes: 10, polls: 1, credits: 50, partialCredit: "Option 1" },
  { minutes: 5, polls: 1, credits: 50, partialCredit: "Option 1" },
  { minutes: 60, polls: 0, credits: 10, partialCredit: "Option 2" },
  { minutes: 0, polls: 9, credits: undefined, partialCredit: undefined },
])("$minutes minutes and $polls polls earn $credits", ({ minutes, polls, credits, partialCredit }) => {
  const earned = earnedCredit(certification, { ...nothing, minutes, polls });
  expect([earned?.credits, earned?.partialCredit]).toEqual([credits, partialCredit]);
});

test.each([
  { required: { isTestRequired: true }, done: { hasPassedTest: true } },
  { required: { isSurveyRequired: true }, done: { hasAnsweredSurvey: true } },
])("$required asks for it", ({ required, done }) => {
  const asking = { title: "Certificate", minimumMinutes: 0, ...required };
  expect(earnedCredit(asking, nothing)).toBeUndefined();
  expect(earnedCredit(asking, { ...nothing, ...done })).toEqual({ credits: undefined });
});
