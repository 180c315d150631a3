import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Figures, formatTable, show, summarise } from "../lib/figures.ts";
import type { Sandbox } from "../registration/database.ts";
import { gather } from "./crowds.ts";
import { type Asked, type LecternHall, openLecternHall } from "./halls.ts";
import { joinWithinMs, type PartOptions } from "./part.ts";

const WITHIN_SECONDS = 10;
const CONNECTIONS = 32;

/** Everybody answers a poll within ten seconds; then PostgreSQL alone writes the same rows, a statement an answer. */
export async function measureAnswers(sandbox: Sandbox, { people = [3000] }: PartOptions): Promise<void> {
  const rows: string[][] = [];
  for (const count of people) {
    const hall = await openLecternHall(sandbox, count, 1);
    try {
      const lectern = await answerInRoom(hall);
      const bare = await answerInDatabase(hall);
      const line = (name: string, { figures, kept }: Answered) => [
        ...[name, show(count), show(count - kept), show(figures.p50Ms), show(figures.p99Ms)],
      ];
      rows.push(line("PostgreSQL alone", bare), line("Lectern", lectern));
      const ratio = (of: (one: Figures) => number) => show(of(lectern.figures) / of(bare.figures));
      rows.push(["Lectern / PostgreSQL", show(count), "", ratio(({ p50Ms }) => p50Ms), ratio(({ p99Ms }) => p99Ms)]);
    } finally {
      await hall.stop();
    }
  }
  const header = [`answers within ${WITHIN_SECONDS} s`, "people", "not kept", "p50, ms", "p99, ms"];
  console.log(`\n${formatTable(header, rows)}\n`);
}

interface Answered {
  readonly figures: Figures;
  readonly kept: number;
}

async function answerInRoom(hall: LecternHall): Promise<Answered> {
  const crowds = gather(hall.pages);
  try {
    await crowds.join(joinWithinMs(hall.pages.length));
    const asked = await hall.pushPoll("Does everybody answer?");
    await sleep(1000);
    const { pollId, questionId } = asked;
    const body = `"kind":"polls.answer","pollId":${pollId},"questionId":${questionId},"codes":["choice1"]`;
    const { done, latenciesMs } = await crowds.say(body, WITHIN_SECONDS * 1000);
    const kept = await countAnswers(hall, asked);
    if (kept !== done) throw new Error(`${done} answers were acknowledged, and ${kept} kept`);
    return { figures: summarise(latenciesMs, WITHIN_SECONDS), kept };
  } finally {
    await crowds.stop();
  }
}

async function countAnswers({ database: { pool } }: LecternHall, { pollId }: Asked): Promise<number> {
  const { rows } = await pool.query<{ kept: number }>(
    "select count(*)::int as kept from poll_answers where poll_id = $1",
    [pollId],
  );
  return rows[0]?.kept ?? 0;
}

/** What an answer writes; those of one poll wait for each other at its counters. */
const answerStatement = `
with answered as (
  insert into poll_answers (client_id, poll_id, registrant_id, question_id, positions, answered_at)
  values ($1, $3, $5, $4, '{1}', now())
), asked as (
  update poll_questions set answers = answers + 1 where client_id = $1 and id = $4
), chosen as (
  update poll_options set votes = votes + 1 where client_id = $1 and question_id = $4 and position = 1
), counted as (
  update attendees set answered_polls = answered_polls + 1, last_activity_at = now()
  where client_id = $1 and registrant_id = $5
), recorded as (
  insert into changes (client_id, event_id, kind, subject_id, actor) values ($1, $2, 'poll.answered', $5, 'room')
)
update event_totals set poll_responses = poll_responses + 1, last_activity_at = now()
where client_id = $1 and event_id = $2`;

async function answerInDatabase(hall: LecternHall): Promise<Answered> {
  const { database, registrantIds } = hall;
  const asked = await hall.pushPoll("Does everybody answer again?");
  const pool = new pg.Pool({ connectionString: database.url, max: CONNECTIONS });
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.query("select pg_sleep(0.05)")));
    const latenciesMs = await Promise.all(
      registrantIds.map(async (registrantId, index) => {
        await sleep((index / registrantIds.length) * WITHIN_SECONDS * 1000);
        const at = performance.now();
        const values = [database.clientId, database.eventId, asked.pollId, asked.questionId, registrantId];
        await pool.query({ name: "answer", text: answerStatement, values });
        return performance.now() - at;
      }),
    );
    return { figures: summarise(latenciesMs, WITHIN_SECONDS), kept: await countAnswers(hall, asked) };
  } finally {
    await pool.end();
  }
}
