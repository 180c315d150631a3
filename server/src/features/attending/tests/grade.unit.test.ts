import { expect, test } from "vitest";
import { grade } from "./grade.ts";

const question = (right: readonly number[], offered = 3) => ({
  question: "?",
  answers: Array.from({ length: offered }, (_, place) => ({ answer: `a${place}`, isCorrect: right.includes(place) })),
});

test.each([
  { right: [1], chosen: [1], isCorrect: true },
  { right: [1], chosen: [0], isCorrect: false },
  { right: [0, 2], chosen: [2, 0], isCorrect: true },
  { right: [0, 2], chosen: [0], isCorrect: false },
  { right: [0, 2], chosen: [0, 1, 2], isCorrect: false },
  { right: [], chosen: [], isCorrect: true },
  { right: [1], chosen: [], isCorrect: false },
  { right: [1], chosen: [1, 99], isCorrect: false },
])("$chosen of $right right answers: $isCorrect", ({ right, chosen, isCorrect }) => {
  const graded = grade({ questions: [question(right)], passPercent: 100 }, [chosen]);
  expect(graded).toMatchObject({
    correct: Number(isCorrect),
    needed: 1,
    isPassed: isCorrect,
    answers: [{ isCorrect }],
  });
});

test.each([
  { passPercent: 0, correct: 0, needed: 0, isPassed: true },
  { passPercent: 1, correct: 0, needed: 1, isPassed: false },
  { passPercent: 66, correct: 2, needed: 2, isPassed: true },
  { passPercent: 67, correct: 2, needed: 3, isPassed: false },
  { passPercent: 100, correct: 3, needed: 3, isPassed: true },
])("$correct of three at $passPercent %", ({ passPercent, correct, needed, isPassed }) => {
  const questions = [0, 1, 2].map(() => question([0]));
  const chosen = [0, 1, 2].map((n) => (n < correct ? [0] : [1]));
  expect(grade({ questions, passPercent }, chosen)).toMatchObject({ correct, needed, isPassed });
});

test("questions that were left out are wrong, and answers to none count for nothing", () => {
  const questions = [question([0]), question([0])];
  expect(grade({ questions, passPercent: 50 }, [[0]])).toMatchObject({ correct: 1, isPassed: true });
  expect(grade({ questions, passPercent: 50 }, [[1], [1], [0]])).toMatchObject({ correct: 0, isPassed: false });
});
