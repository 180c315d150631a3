import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { tell } from "../room/room-log.ts";
import { ideaChanges } from "./changes.ts";
import { insertTopic, listTopics, lockTopic, orderTopics, updateTopic } from "./topics.ts";

interface Editing extends RoomKey {
  /** As in changes.actor. */
  readonly actor: string;
}

/** Adds a topic behind the others; answers its id. */
export async function addTopic(db: Db, editing: Editing, { title }: { title: string }): Promise<number> {
  return inTransaction(db, async (tx) => {
    const topicId = await insertTopic(tx, editing, title);
    await tellTopics(tx, editing, "idea-topic.created", topicId);
    return topicId;
  });
}

/** @param position from 1; behind the last is the last. */
export async function changeTopic(
  db: Db,
  editing: Editing,
  topicId: number,
  { title, position }: { title?: string; position?: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockTopic(tx, editing, topicId))) fail("idea.unknownTopic", { topicId });
    if (title !== undefined) await updateTopic(tx, editing, topicId, { title });
    if (position !== undefined) {
      const others = (await listTopics(tx, editing)).map((topic) => topic.topicId).filter((id) => id !== topicId);
      await orderTopics(tx, editing, others.toSpliced(position - 1, 0, topicId));
    }
    await tellTopics(tx, editing, "idea-topic.updated", topicId);
  });
}

export async function removeTopic(db: Db, editing: Editing, topicId: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockTopic(tx, editing, topicId))) fail("idea.unknownTopic", { topicId });
    await updateTopic(tx, editing, topicId, { deletedAt: new Date() });
    await tellTopics(tx, editing, "idea-topic.deleted", topicId);
  });
}

async function tellTopics(
  tx: Db,
  { clientId, eventId, actor }: Editing,
  kind: "idea-topic.created" | "idea-topic.updated" | "idea-topic.deleted",
  topicId: number,
): Promise<void> {
  const room = { clientId, eventId };
  await ideaChanges.record(tx, kind, { ...room, actor, subjectId: topicId });
  await tell(tx, [{ room, to: "everybody", kind: "ideas.topics", body: { topics: await listTopics(tx, room) } }]);
}
