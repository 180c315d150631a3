import type { ContentOf } from "../../webinars/console/widgets.ts";

type Questions = ContentOf<"test">["questions"];

/** What somebody answered, by the texts as they were then. */
export interface GradedAnswer {
  readonly question: string;
  readonly answers: readonly string[];
  readonly isCorrect: boolean;
}

export interface Grade {
  readonly answers: readonly GradedAnswer[];
  readonly correct: number;
  /** Right answers that it takes to pass. */
  readonly needed: number;
  readonly isPassed: boolean;
}

/** Grades a test: a question counts when all of its right answers were chosen and no other. */
export function grade(
  { questions, passPercent }: { readonly questions: Questions; readonly passPercent: number },
  chosen: readonly (readonly number[])[],
): Grade {
  const answers = questions.map(({ question, answers: offered }, index) => {
    const places = new Set(chosen[index]);
    const right = offered.flatMap(({ isCorrect }, place) => (isCorrect ? [place] : []));
    return {
      question,
      answers: offered.flatMap(({ answer }, place) => (places.has(place) ? [answer] : [])),
      isCorrect: right.length === places.size && right.every((place) => places.has(place)),
    };
  });
  const correct = answers.filter(({ isCorrect }) => isCorrect).length;
  const needed = Math.ceil((questions.length * passPercent) / 100);
  return { answers, correct, needed, isPassed: correct >= needed };
}
