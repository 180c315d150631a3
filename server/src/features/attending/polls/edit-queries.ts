import { type Insertable, sql, type Updateable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Polls } from "../../../db/types.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { PollKey } from "./queries.ts";
import type { Option } from "./read-question.ts";
import type { NewQuestion } from "./schema.ts";

type Settings = Omit<Insertable<Polls>, "clientId" | "eventId" | "id">;

export async function insertPoll(tx: Db, { clientId, eventId }: RoomKey, settings: Settings): Promise<number> {
  const { id } = await tx
    .insertInto("polls")
    .values({ ...settings, clientId, eventId })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePoll(
  tx: Db,
  { clientId, pollId }: PollKey,
  settings: Updateable<Pick<Polls, "isAnonymous" | "isChangeAllowed" | "isResultShown" | "isOnDemand">>,
): Promise<void> {
  if (Object.keys(settings).length === 0) return;
  await tx.updateTable("polls").set(settings).where("clientId", "=", clientId).where("id", "=", pollId).execute();
}

export async function markPollDeleted(tx: Db, { clientId, pollId }: PollKey): Promise<void> {
  await tx
    .updateTable("polls")
    .set({ deletedAt: sql<Date>`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", pollId)
    .execute();
}

/** An event's polls in their order. */
export async function listPollIds(tx: Db, { clientId, eventId }: RoomKey): Promise<number[]> {
  const rows = await tx
    .selectFrom("polls")
    .select("id")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("deletedAt", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Numbers polls from 1 in the order of their ids here. */
export async function orderPolls(tx: Db, clientId: number, ids: readonly number[]): Promise<void> {
  await sql`
    update polls p set position = o.position
    from unnest(${[...ids]}::bigint[]) with ordinality as o (id, position)
    where p.client_id = ${clientId} and p.id = o.id and p.position <> o.position`.execute(tx);
}

/** Gives a poll its first question, or another version of it. */
export async function replaceQuestion(
  tx: Db,
  { clientId, pollId }: PollKey,
  { type, text, options }: Omit<NewQuestion, "options"> & { options: readonly Option[] },
): Promise<void> {
  await tx
    .updateTable("pollQuestions")
    .set({ replacedAt: sql<Date>`now()` })
    .where("clientId", "=", clientId)
    .where("pollId", "=", pollId)
    .where("replacedAt", "is", null)
    .execute();
  const { id: questionId } = await tx
    .insertInto("pollQuestions")
    .values({ clientId, pollId, type, question: text })
    .returning("id")
    .executeTakeFirstOrThrow();
  const rows = options.map((option, index) => ({ clientId, questionId, position: index + 1, ...option }));
  if (rows.length > 0) await tx.insertInto("pollOptions").values(rows).execute();
}
