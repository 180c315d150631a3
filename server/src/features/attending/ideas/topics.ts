import { type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { IdeaTopics } from "../../../db/types.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";

/** An event's topics in their order. */
export async function listTopics(
  db: Db,
  { clientId, eventId }: RoomKey,
): Promise<{ topicId: number; title: string }[]> {
  return db
    .selectFrom("ideaTopics")
    .select(["id as topicId", "title"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("deletedAt", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** Adds a topic behind the others; answers its id. */
export async function insertTopic(db: Db, { clientId, eventId }: RoomKey, title: string): Promise<number> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from idea_topics
    where client_id = ${clientId} and event_id = ${eventId})`;
  const { id } = await db
    .insertInto("ideaTopics")
    .values({ clientId, eventId, title, position })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Finds a topic that is there and keeps it until the transaction ends. */
export async function lockTopic(
  db: Db,
  { clientId, eventId }: RoomKey,
  topicId: number,
): Promise<Selectable<IdeaTopics> | undefined> {
  return db
    .selectFrom("ideaTopics")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", topicId)
    .where("deletedAt", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function updateTopic(
  db: Db,
  { clientId }: RoomKey,
  topicId: number,
  changes: { title?: string; deletedAt?: Date },
): Promise<void> {
  await db.updateTable("ideaTopics").set(changes).where("clientId", "=", clientId).where("id", "=", topicId).execute();
}

/** Numbers topics from 1 in the order of their ids here. */
export async function orderTopics(db: Db, { clientId }: RoomKey, topicIds: readonly number[]): Promise<void> {
  await sql`
    update idea_topics t set position = o.position
    from unnest(${topicIds}::bigint[]) with ordinality as o (id, position)
    where t.client_id = ${clientId} and t.id = o.id and t.position <> o.position`.execute(db);
}

/** Gives a new event the topics of another; ideas stay where they were. */
export async function copyTopics(db: Db, clientId: number, fromEventId: number, toEventId: number): Promise<void> {
  await sql`
    insert into idea_topics (client_id, event_id, position, title)
    select client_id, ${toEventId}, row_number() over (order by position, id), title from idea_topics
    where client_id = ${clientId} and event_id = ${fromEventId} and deleted_at is null`.execute(db);
}
