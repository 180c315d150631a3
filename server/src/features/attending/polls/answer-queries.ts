import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { pollChanges } from "./changes.ts";
import type { AskedPoll, EarlierAnswer, PollAnswer } from "./find-answer-fault.ts";

// What answering a poll reads and writes: one statement each for a whole group.

type Asked = Pick<PollAnswer, "clientId" | "pollId">;

/** Keeps polls from being closed or reworded while they are answered. In a statement of its own: what a lock waited for is seen only by the next. */
export async function holdPolls(tx: Db, asked: readonly Asked[]): Promise<void> {
  await sql`
    select from polls where (client_id, id) in (select * from ${keysOf(asked)})
    order by client_id, id for share`.execute(tx);
}

/** What polls ask and whether they are open, by `{eventId} {pollId}`. */
export async function listAskedPolls(tx: Db, asked: readonly Asked[]): Promise<ReadonlyMap<string, AskedPoll>> {
  const { rows } = await sql<AskedPoll & { eventId: number; id: number }>`
    select p.id, p.event_id, p.is_anonymous, p.is_change_allowed, p.is_result_shown, p.is_on_demand, q.id as question_id, q.type,
      (select count(*) from poll_options o where o.client_id = q.client_id and o.question_id = q.id) as options,
      r.first_pushed_at, coalesce(r.is_open, false) as is_open, coalesce(r.is_published, false) as is_published
    from polls p join poll_questions q on q.client_id = p.client_id and q.poll_id = p.id and q.replaced_at is null
    left join poll_runs r on r.client_id = p.client_id and r.poll_id = p.id and not r.is_practice
    where (p.client_id, p.id) in (select * from ${keysOf(asked)}) and p.deleted_at is null`.execute(tx);
  return new Map(rows.map((row) => [`${row.eventId} ${row.id}`, row]));
}

function keysOf(asked: readonly Asked[]) {
  const clientIds = asked.map(({ clientId }) => clientId);
  return sql`unnest(${clientIds}::bigint[], ${asked.map(({ pollId }) => pollId)}::bigint[])`;
}

/** What was answered before, by `answerKey`. */
export async function listEarlier(
  tx: Db,
  answers: readonly (Asked & { registrantId: number })[],
): Promise<ReadonlyMap<string, EarlierAnswer>> {
  const columns = [
    answers.map(({ clientId }) => clientId),
    answers.map(({ pollId }) => pollId),
    answers.map(({ registrantId }) => registrantId),
  ];
  const { rows } = await sql<EarlierAnswer & { key: string }>`
    select poll_id || ' ' || registrant_id as key, question_id, positions from poll_answers
    where (client_id, poll_id, registrant_id)
      in (select * from unnest(${columns[0]}::bigint[], ${columns[1]}::bigint[], ${columns[2]}::bigint[]))`.execute(tx);
  return new Map(rows.map(({ key, ...earlier }) => [key, earlier]));
}

type WrittenAnswer = Omit<PollAnswer, "stage" | "at"> & Partial<Pick<PollAnswer, "at">>;

/** Without time and contents where the poll is anonymous. */
export async function upsertAnswers(tx: Db, answers: readonly WrittenAnswer[]): Promise<void> {
  const input = answers.map(({ clientId, pollId, registrantId, questionId, positions, text, at }) => ({
    ...{ client_id: clientId, poll_id: pollId, registrant_id: registrantId, question_id: questionId },
    ...{ positions, answer: text, answered_at: at },
  }));
  await sql`
    insert into poll_answers (client_id, poll_id, registrant_id, question_id, positions, answer, answered_at)
    select * from json_to_recordset(${JSON.stringify(input)}::json) as x (client_id bigint, poll_id bigint, registrant_id bigint,
      question_id bigint, positions smallint[], answer text, answered_at timestamptz(3))
    on conflict (client_id, poll_id, registrant_id) do update set question_id = excluded.question_id,
      positions = excluded.positions, answer = excluded.answer, answered_at = excluded.answered_at`.execute(tx);
}

/** Keeps words apart from people: not in the order in which they came either. */
export async function insertAnonymousTexts(
  tx: Db,
  answers: readonly Pick<PollAnswer, "clientId" | "questionId" | "text">[],
): Promise<void> {
  const rows = answers.flatMap(({ clientId, questionId, text }) =>
    text === undefined ? [] : [{ clientId, questionId, answer: text }],
  );
  rows.sort((one, other) => (one.answer < other.answer ? -1 : 1));
  if (rows.length > 0) await tx.insertInto("pollAnonymousTexts").values(rows).execute();
}

export interface AnswerCount {
  readonly clientId: number;
  readonly questionId: number;
  readonly positions: readonly number[];
  readonly by: 1 | -1;
}

/** Questions, and what can be chosen of them. */
const countedTables = {
  poll: ["poll_questions", "poll_options"],
  survey: ["survey_questions", "survey_answers"],
} as const;

/** Adds to what is shown as results. Whoever counts the options of a question holds the question. */
export async function countAnswers(
  tx: Db,
  of: keyof typeof countedTables,
  counts: readonly AnswerCount[],
): Promise<void> {
  const [questions, options] = countedTables[of].map((table) => sql.table(table));
  const input = JSON.stringify(
    counts.map(({ clientId, questionId, positions, by }) => ({
      ...{ client_id: clientId, question_id: questionId, positions, by },
    })),
  );
  const counted = sql`json_to_recordset(${input}::json) as x (client_id bigint, question_id bigint, positions smallint[], by int)`;
  await sql`
    with counted as (select client_id, question_id as id, sum(by) as answers from ${counted} group by 1, 2),
    held as (
      select q.client_id, q.id, c.answers from ${questions} q join counted c using (client_id, id)
      order by q.client_id, q.id for no key update of q
    )
    update ${questions} q set answers = q.answers + h.answers
    from held h where q.client_id = h.client_id and q.id = h.id`.execute(tx);
  await sql`
    with counted as (
      select client_id, question_id, position, sum(by) as votes from ${counted}, unnest(positions) as position group by 1, 2, 3
    )
    update ${options} o set votes = o.votes + c.votes
    from counted c where o.client_id = c.client_id and o.question_id = c.question_id and o.position = c.position`.execute(
    tx,
  );
}

export async function recordAnswers(
  tx: Db,
  answers: readonly (RoomKey & Pick<PollAnswer, "registrantId">)[],
): Promise<void> {
  if (answers.length === 0) return;
  const kind = pollChanges.name("poll.answered");
  const changes = answers.map(({ clientId, eventId, registrantId: subjectId }) => ({
    ...{ clientId, eventId, kind, subjectId, actor: "room" },
  }));
  await tx.insertInto("changes").values(changes).execute();
}
