import { type Part, put } from "../../../lib/room/room-store.ts";

export interface AskedTest {
  readonly testId: number;
  readonly version: number;
  readonly title: string;
  readonly introduction?: string;
  readonly maxAttempts?: number;
  readonly questions: readonly { readonly question: string; readonly answers: readonly string[] }[];
}

/** What became of one's last attempt. */
export interface Taken {
  readonly testId: number;
  readonly attempts: number;
  readonly correct: number;
  readonly needed: number;
  readonly isPassed: boolean;
}

export interface TestsState {
  readonly tests: readonly AskedTest[];
  readonly taken: readonly Taken[];
}

export const testsPart: Part<TestsState> = {
  name: "tests",
  begin: ({ state, mine }) => ({
    tests: (state.tests as { tests: readonly AskedTest[] }).tests,
    taken: (mine.tests as { taken?: readonly Taken[] } | undefined)?.taken ?? [],
  }),
  on: {},
};

export function withTaken(state: TestsState, taken: Taken): TestsState {
  return { ...state, taken: put(state.taken, taken, ({ testId }) => testId) };
}
