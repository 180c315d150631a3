import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { countActivity, countInEvents } from "../attendance/count-activity.ts";
import { questionChanges } from "./changes.ts";
import { listByIds } from "./queries.ts";
import { listSettings, type QuestionSettings } from "./settings.ts";
import { tellQuestions } from "./tell-questions.ts";

export interface Ask {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly text: string;
  readonly isAnonymous: boolean;
  readonly nonce?: string | undefined;
  readonly at: Date;
}

/** Takes what people of the audience ask, no two questions by the same person; answers the questions' ids. */
export async function askQuestions(tx: Db, asks: readonly Ask[]): Promise<(number | Refusal)[]> {
  const settingsOf = await listSettings(tx, asks);
  const refusals = asks.map((ask) => findRefusal(ask, settingsOf(ask.eventId)));
  const taken = await insertAsked(
    tx,
    asks.filter((_, index) => !refusals[index]),
    settingsOf,
  );
  return asks.map(
    ({ registrantId, eventId }, index) =>
      refusals[index] ?? taken.get(registrantId) ?? new Refusal("room.notAttending", { eventId }),
  );
}

/** Writes down questions that are not refused; answers the new ids by registrant, without those who do not attend. */
export async function insertAsked(
  tx: Db,
  asks: readonly Ask[],
  settingsOf: (eventId: number) => QuestionSettings,
): Promise<Map<number, number>> {
  if (asks.length === 0) return new Map();
  const attending = await countActivity(
    tx,
    asks.map(({ clientId, registrantId, at }) => ({ clientId, registrantId, at, counts: { questionsAsked: 1 } })),
  );
  const taken = asks.filter(({ registrantId }) => attending.has(registrantId));
  if (taken.length === 0) return new Map();
  const inserted = await insertQuestions(tx, taken, settingsOf);
  const rows = await listByIds(
    tx,
    inserted.map(({ clientId }) => clientId),
    inserted.map(({ id }) => id),
  );
  await tellQuestions(tx, rows, false);
  await countInEvents(
    tx,
    taken.map(({ clientId, eventId }) => ({ clientId, eventId, counts: { questionsAsked: 1 } })),
  );
  return new Map(inserted.map(({ registrantId, id }) => [registrantId, id]));
}

function findRefusal({ isAnonymous }: Ask, { isOpen, isAnonymityAllowed }: QuestionSettings): Refusal | undefined {
  if (!isOpen) return new Refusal("question.closed");
  return isAnonymous && !isAnonymityAllowed ? new Refusal("question.notAnonymous") : undefined;
}

async function insertQuestions(
  tx: Db,
  asks: readonly Ask[],
  settingsOf: (eventId: number) => QuestionSettings,
): Promise<{ clientId: number; id: number; registrantId: number }[]> {
  const input = asks.map((ask, n) => ({
    n,
    client_id: ask.clientId,
    event_id: ask.eventId,
    registrant_id: ask.registrantId,
    text: ask.text,
    is_anonymous: ask.isAnonymous,
    is_shown: !settingsOf(ask.eventId).isModerated,
    at: ask.at,
  }));
  const { rows } = await sql<{ clientId: number; id: number; registrantId: number }>`
    with input as (
      select * from json_to_recordset(${JSON.stringify(input)}::json) as x (n int, client_id bigint, event_id bigint,
        registrant_id bigint, text text, is_anonymous boolean, is_shown boolean, at timestamptz(3))
    ), asked as (
      insert into questions (client_id, event_id, registrant_id, text, is_anonymous, is_shown, asked_at)
      select client_id, event_id, registrant_id, text, is_anonymous, is_shown, at from input order by n
      returning client_id, event_id, id, registrant_id
    ), recorded as (
      insert into changes (client_id, event_id, kind, subject_id, actor)
      select client_id, event_id, ${questionChanges.name("question.asked")}, id, 'room' from asked
    )
    select client_id, id, registrant_id from asked`.execute(tx);
  return rows;
}
