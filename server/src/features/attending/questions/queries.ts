import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { listsInRoom } from "../room/lists-in-room.ts";

/** A question with its asker and its answer, as it is read wherever it is shown. */
export interface QuestionRow {
  readonly clientId: number;
  readonly eventId: number;
  readonly questionId: number;
  readonly registrantId: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly text: string | null;
  readonly isAnonymous: boolean;
  readonly askedAt: Date;
  readonly isShown: boolean;
  readonly isStarred: boolean;
  readonly assignedPresenterId: number | null;
  readonly dismissedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly answeredLiveBy: number | null;
  readonly votes: number;
  /** All null where nothing was written. */
  readonly answer: string | null;
  readonly answerIsPublic: boolean | null;
  readonly answerPresenterId: number | null;
  readonly presenterName: string | null;
  readonly answerAt: Date | null;
  readonly editedAt: Date | null;
}

function select(where: RawBuilder<unknown>): RawBuilder<QuestionRow> {
  return sql<QuestionRow>`
    select t.client_id, t.event_id, t.id as question_id, t.registrant_id, r.first_name, r.last_name, t.text,
      t.is_anonymous, t.asked_at, t.is_shown, t.is_starred, t.assigned_presenter_id, t.dismissed_at, t.answered_at,
      t.answered_live_by, t.votes, a.text as answer, a.is_public as answer_is_public,
      a.presenter_id as answer_presenter_id, p.first_name || ' ' || p.last_name as presenter_name,
      a.answered_at as answer_at, a.edited_at
    from questions t
    join registrants r on r.client_id = t.client_id and r.id = t.registrant_id
    left join question_answers a on a.client_id = t.client_id and a.question_id = t.id
    left join presenters p on p.client_id = a.client_id and p.id = a.presenter_id
    where ${where}`;
}

export const { listByIds, listNewest, listPage, listOwn } = listsInRoom({
  table: "questions",
  select,
  visible: sql`t.is_shown and t.dismissed_at is null`,
});

/** What these people want to know too, in a room. */
export async function listVotes(
  db: Db,
  { clientId, eventId }: RoomKey,
  registrantIds: readonly number[],
): Promise<{ registrantId: number; questionId: number }[]> {
  return db
    .selectFrom("questionVotes as v")
    .innerJoin("questions as q", (join) =>
      join.onRef("q.clientId", "=", "v.clientId").onRef("q.id", "=", "v.questionId"),
    )
    .select(["v.registrantId", "v.questionId"])
    .where("v.clientId", "=", clientId)
    .where("q.eventId", "=", eventId)
    .where("v.registrantId", "in", registrantIds.length > 0 ? [...registrantIds] : [0])
    .orderBy("v.questionId")
    .execute();
}

/** How many votes the shown questions of a room have, the newest of them. */
export async function countVotes(
  db: Db,
  { clientId, eventId }: RoomKey,
  most: number,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("questions")
    .select(["id", "votes"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("isShown", "=", true)
    .where("dismissedAt", "is", null)
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  return Object.fromEntries(rows.map(({ id, votes }) => [id, votes]));
}
