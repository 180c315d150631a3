import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity, countInEvents } from "../attendance/count-activity.ts";
import { testChanges } from "./changes.ts";
import { grade } from "./grade.ts";
import { type FoundTest, findTests, insertAttempts, listStandings, type NewAttempt, type Standing } from "./queries.ts";

/** Somebody hands in a test. */
export interface Submission {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly testId: number;
  readonly version: number;
  readonly answers: readonly (readonly number[])[];
  readonly at: Date;
}

export interface Result {
  readonly isPassed: boolean;
  readonly correct: number;
  readonly needed: number;
  /** Absent where there is no limit. */
  readonly attemptsLeft?: number;
}

/**
 * Grades and keeps tests of different people. Refuses test.unknown, test.changed, test.passed, test.noAttemptsLeft and
 * room.notAttending.
 */
export async function submitTests(tx: Db, submissions: readonly Submission[]): Promise<(Refusal | Result)[]> {
  const find = await findTests(
    tx,
    submissions.map((submission) => ({ ...submission, widgetId: submission.testId })),
  );
  // Whoever hands in the same test from two devices waits here.
  const attending = await countActivity(
    tx,
    submissions
      .filter((submission) => find(submission, submission.testId))
      .map(({ clientId, registrantId, at }) => ({ clientId, registrantId, at })),
  );
  const standings = await readStandings(tx, submissions);
  const decided = submissions.map((submission) => {
    const test = find(submission, submission.testId);
    if (!test) return new Refusal("test.unknown", { testId: submission.testId });
    if (!attending.has(submission.registrantId)) return new Refusal("room.notAttending");
    return decide(submission, test, standings.get(keyOf(submission)));
  });
  const attempts = decided.filter((one): one is NewAttempt & Result => !(one instanceof Refusal));
  await keep(tx, attempts);
  return decided.map((one) => (one instanceof Refusal ? one : resultOf(one)));
}

function decide(
  submission: Submission,
  { content, version }: FoundTest,
  standing: Standing | undefined,
): Refusal | (NewAttempt & Result) {
  const { testId, answers } = submission;
  const { maxAttempts } = content;
  const before = standing?.attempts ?? 0;
  if (submission.version !== version) return new Refusal("test.changed", { testId });
  if (standing?.isPassed) return new Refusal("test.passed", { testId });
  if (maxAttempts !== undefined && before >= maxAttempts) return new Refusal("test.noAttemptsLeft", { testId });
  const left = maxAttempts === undefined ? {} : { attemptsLeft: maxAttempts - before - 1 };
  return { ...submission, ...grade(content, answers), attempt: before + 1, ...left };
}

async function keep(tx: Db, attempts: readonly (NewAttempt & Result)[]): Promise<void> {
  if (attempts.length === 0) return;
  await insertAttempts(tx, attempts.map(attemptOf));
  const kind = testChanges.name("test.submitted");
  await tx
    .insertInto("changes")
    .values(
      attempts.map(({ clientId, eventId, registrantId }) => ({
        ...{ clientId, eventId, kind, subjectId: registrantId, actor: "room" },
      })),
    )
    .execute();
  await countInEvents(
    tx,
    attempts.map(({ clientId, eventId, isPassed }) => ({
      ...{ clientId, eventId, counts: { testsSubmitted: 1, testsPassed: Number(isPassed) } },
    })),
  );
}

function attemptOf({ clientId, eventId, registrantId, testId, attempt, at, ...graded }: NewAttempt): NewAttempt {
  const { answers, correct, needed, isPassed } = graded;
  return { clientId, eventId, registrantId, testId, attempt, at, answers, correct, needed, isPassed };
}

function resultOf({ isPassed, correct, needed, attemptsLeft }: Result): Result {
  return { isPassed, correct, needed, ...(attemptsLeft !== undefined && { attemptsLeft }) };
}

async function readStandings(tx: Db, submissions: readonly Submission[]): Promise<ReadonlyMap<string, Standing>> {
  const found = new Map<string, Standing>();
  for (const clientId of new Set(submissions.map((submission) => submission.clientId))) {
    const people = submissions.filter((submission) => submission.clientId === clientId);
    const registrantIds = people.map(({ registrantId }) => registrantId);
    for (const standing of await listStandings(tx, clientId, registrantIds)) found.set(keyOf(standing), standing);
  }
  return found;
}

function keyOf({ registrantId, testId }: { registrantId: number; testId: number }): string {
  return `${registrantId} ${testId}`;
}
