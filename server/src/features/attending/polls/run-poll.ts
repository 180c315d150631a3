import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { countInEvents } from "../attendance/count-activity.ts";
import { pollChanges } from "./changes.ts";
import { lockPoll, type PollKey } from "./queries.ts";
import type { Stage } from "./stage.ts";
import { tellPoll } from "./tell-poll.ts";

/** When, and by whom. */
export interface PollMoment {
  readonly stage: Stage;
  readonly now: Date;
  readonly actor: string;
}

/** Puts a poll to the audience, or in practice to the team. Pushed again, it keeps when it was first, and its answers. */
export async function pushPoll(db: Db, key: PollKey, moment: PollMoment): Promise<void> {
  const { stage, now, actor } = moment;
  if (stage.name === "over") fail("poll.notLive", { pollId: key.pollId });
  const isPractice = stage.name === "practice";
  await inTransaction(db, async (tx) => {
    if (!(await lockPoll(tx, key))) fail("poll.unknown", { pollId: key.pollId });
    const { rows } = await sql<{ isFirst: boolean }>`
      insert into poll_runs (client_id, poll_id, is_practice, first_pushed_at, is_open)
      values (${key.clientId}, ${key.pollId}, ${isPractice}, ${now}, true)
      on conflict (client_id, poll_id, is_practice) do update set is_open = true
      returning xmax = 0 as is_first`.execute(tx);
    if (!isPractice) await recordRun(tx, key, "poll.pushed", actor);
    await tellPoll(tx, key, stage);
    if (rows[0]?.isFirst && !isPractice) await countInEvents(tx, [{ ...key, counts: { pollsPushed: 1 } }]);
  });
}

/** Takes no more answers; publishes the results of a poll that is meant to show them. */
export async function closePoll(db: Db, key: PollKey, moment: PollMoment): Promise<void> {
  const isPublished = sql<boolean>`is_published or (select p.is_result_shown from polls p
    where p.client_id = poll_runs.client_id and p.id = poll_runs.poll_id)`;
  await changeRun(db, key, moment, { kind: "poll.closed", set: { isOpen: false, isPublished } });
}

/** Shows everybody the results, of an open poll too. */
export async function publishPoll(db: Db, key: PollKey, moment: PollMoment): Promise<void> {
  await changeRun(db, key, moment, { kind: "poll.published", set: { isPublished: true } });
}

export async function hidePoll(db: Db, key: PollKey, moment: PollMoment): Promise<void> {
  await changeRun(db, key, moment, { kind: "poll.hidden", set: { isPublished: false } });
}

interface RunChange {
  readonly kind: RunKind;
  readonly set: { isOpen?: boolean; isPublished?: boolean | ReturnType<typeof sql<boolean>> };
}

type RunKind = "poll.pushed" | "poll.closed" | "poll.published" | "poll.hidden";

async function changeRun(db: Db, key: PollKey, { stage, actor }: PollMoment, { kind, set }: RunChange): Promise<void> {
  const isPractice = stage.name === "practice";
  await inTransaction(db, async (tx) => {
    if (!(await lockPoll(tx, key))) fail("poll.unknown", { pollId: key.pollId });
    const { numUpdatedRows } = await tx
      .updateTable("pollRuns")
      .set(set)
      .where("clientId", "=", key.clientId)
      .where("pollId", "=", key.pollId)
      .where("isPractice", "=", isPractice)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) fail("poll.notPushed", { pollId: key.pollId });
    if (!isPractice) await recordRun(tx, key, kind, actor);
    await tellPoll(tx, key, stage);
  });
}

async function recordRun(tx: Db, { clientId, eventId, pollId }: PollKey, kind: RunKind, actor: string): Promise<void> {
  await pollChanges.record(tx, kind, { clientId, eventId, subjectId: pollId, actor });
}
