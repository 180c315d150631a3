import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { countActivity, countInEvents, holdAttendees } from "../attendance/count-activity.ts";
import { countAnswers } from "../polls/answer-queries.ts";
import type { Stage } from "../polls/stage.ts";
import { findSubmissionFault, type SurveyAnswer } from "./find-submission-fault.ts";
import { listQuestions, listSubmitted, markPresented, type QuestionRow } from "./queries.ts";
import { countSubmissions, insertResponses, insertSubmissions, recordSubmissions } from "./submit-queries.ts";

/** All that one person answers to the survey of the event that they are in. */
export interface Submission extends RoomKey {
  readonly registrantId: number;
  readonly answers: readonly SurveyAnswer[];
  readonly stage: Stage;
  readonly at: Date;
}

/** Of submissions with the same key, one waits for the other. */
export function submissionKey({ eventId, registrantId }: Pick<Submission, "eventId" | "registrantId">): string {
  return `${eventId} ${registrantId}`;
}

/** Takes many people's surveys, none with the same key, in one transaction; in their order, with what is refused among them. */
export async function submitSurveys(tx: Db, submissions: readonly Submission[]): Promise<(undefined | Refusal)[]> {
  const here = await holdAttendees(tx, submissions);
  const asked = byEvent(await listQuestions(tx, submissions));
  const submitted = await listSubmitted(tx, submissions);
  const refusals = submissions.map((submission) => {
    const { eventId, registrantId, answers, stage } = submission;
    if (!here.has(registrantId)) return new Refusal("room.notAttending", { eventId });
    if (submitted.has(submissionKey(submission))) return new Refusal("survey.submitted", { eventId });
    return findSubmissionFault({ eventId, questions: asked.get(eventId) ?? [], answers, stage });
  });
  const accepted = submissions.filter((_, index) => refusals[index] === undefined);
  if (accepted.length > 0) await write(tx, accepted);
  return refusals;
}

async function write(tx: Db, accepted: readonly Submission[]): Promise<void> {
  const presented = await markPresented(tx, accepted, accepted[0]?.at ?? new Date());
  await countSubmissions(tx, accepted);
  await insertSubmissions(tx, accepted);
  await insertResponses(tx, accepted);
  const counts = accepted.flatMap(({ clientId, answers }) =>
    answers.map(({ questionId, positions = [] }) => ({ clientId, questionId, positions, by: 1 as const })),
  );
  await countAnswers(tx, "survey", counts);
  await countActivity(
    tx,
    accepted.map(({ clientId, registrantId, at, answers }) => ({
      ...{ clientId, registrantId, at },
      counts: { answeredSurveys: 1, answeredSurveyQuestions: answers.length },
    })),
  );
  await recordSubmissions(tx, accepted);
  await countInEvents(tx, [
    ...accepted.map(({ clientId, eventId }) => ({ clientId, eventId, counts: { surveyResponses: 1 } })),
    ...presentedOf(accepted, presented),
  ]);
}

/** Counts those surveys that nobody had seen before. */
export function presentedOf(rooms: readonly RoomKey[], eventIds: readonly number[]) {
  return eventIds.map((eventId) => {
    const clientId = rooms.find((room) => room.eventId === eventId)?.clientId ?? 0;
    return { clientId, eventId, counts: { surveysPresented: 1 } };
  });
}

function byEvent(questions: readonly QuestionRow[]): ReadonlyMap<number, readonly QuestionRow[]> {
  const events = new Map<number, QuestionRow[]>();
  for (const question of questions) {
    const known = events.get(question.eventId);
    if (known) known.push(question);
    else events.set(question.eventId, [question]);
  }
  return events;
}
