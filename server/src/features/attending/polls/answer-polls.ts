import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity, countInEvents, holdAttendees } from "../attendance/count-activity.ts";
import {
  type AnswerCount,
  countAnswers,
  holdPolls,
  insertAnonymousTexts,
  listAskedPolls,
  listEarlier,
  recordAnswers,
  upsertAnswers,
} from "./answer-queries.ts";
import { type AskedPoll, type EarlierAnswer, findAnswerFault, type PollAnswer } from "./find-answer-fault.ts";

interface Accepted {
  readonly answer: PollAnswer;
  readonly poll: AskedPoll;
  readonly earlier: EarlierAnswer | undefined;
}

export interface Answered {
  /** Whether the audience is told how the counts change. */
  readonly isPublished: boolean;
}

/** Of answers with the same key, one waits for the other. */
export function answerKey({ pollId, registrantId }: PollAnswer): string {
  return `${pollId} ${registrantId}`;
}

/** Takes many people's answers, none with the same key, in one transaction; in their order, with what is refused among them. */
export async function answerPolls(tx: Db, answers: readonly PollAnswer[]): Promise<(Answered | Refusal)[]> {
  await holdPolls(tx, answers);
  const polls = await listAskedPolls(tx, answers);
  const here = await holdAttendees(tx, answers);
  const earlier = await listEarlier(tx, answers);
  const accepted: Accepted[] = [];
  const results = answers.map((answer) => {
    const poll = polls.get(`${answer.eventId} ${answer.pollId}`);
    const before = earlier.get(answerKey(answer));
    const fault = findFault(answer, poll, { isHere: here.has(answer.registrantId), before });
    if (fault || !poll) return fault ?? new Refusal("poll.unknown", { pollId: answer.pollId });
    accepted.push({ answer, poll, earlier: before });
    return { isPublished: poll.isPublished };
  });
  if (accepted.length > 0) await write(tx, accepted);
  return results;
}

function findFault(
  answer: PollAnswer,
  poll: AskedPoll | undefined,
  { isHere, before }: { isHere: boolean; before: EarlierAnswer | undefined },
): Refusal | undefined {
  const { eventId, pollId, stage } = answer;
  if (!isHere) return new Refusal("room.notAttending", { eventId });
  const fault = findAnswerFault(poll, answer, stage);
  if (fault) return fault;
  return before && !poll?.isChangeAllowed ? new Refusal("poll.answered", { pollId }) : undefined;
}

async function write(tx: Db, accepted: readonly Accepted[]): Promise<void> {
  const named = accepted.filter(({ poll }) => !poll.isAnonymous);
  const anonymous = accepted.filter(({ poll }) => poll.isAnonymous);
  await upsertAnswers(tx, [
    ...named.map(({ answer }) => answer),
    ...anonymous.map(({ answer: { text: _text, positions: _positions, at: _at, ...who } }) => who),
  ]);
  await insertAnonymousTexts(
    tx,
    anonymous.map(({ answer }) => answer),
  );
  await countAnswers(tx, "poll", accepted.flatMap(countsOf));
  await countPeople(tx, accepted);
  await recordAnswers(
    tx,
    named.filter(isNew).map(({ answer }) => answer),
  );
  await countInEvents(
    tx,
    accepted.filter(isNew).map(({ answer }) => ({ ...answer, counts: { pollResponses: 1 } })),
  );
}

function isNew({ earlier }: Accepted): boolean {
  return earlier === undefined;
}

async function countPeople(tx: Db, accepted: readonly Accepted[]): Promise<void> {
  await countActivity(
    tx,
    accepted.map((one) => ({
      clientId: one.answer.clientId,
      registrantId: one.answer.registrantId,
      at: one.answer.at,
      counts: { answeredPolls: isNew(one) ? 1 : 0 },
    })),
  );
}

/** What an answer adds, and takes away of the one before. */
function countsOf({ answer, earlier }: Accepted): AnswerCount[] {
  const { clientId, questionId, positions = [] } = answer;
  const gain: AnswerCount = { clientId, questionId, positions, by: 1 };
  if (!earlier) return [gain];
  return [gain, { clientId, questionId: earlier.questionId, positions: earlier.positions ?? [], by: -1 }];
}
