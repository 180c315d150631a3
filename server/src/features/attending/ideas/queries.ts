import type { ToldBody } from "@lectern/wire/messages";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { type FindPlaced, findPlaced, placesTable } from "../../../db/placed.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";

type ToldIdea = ToldBody<"ideas.idea">;

/** What somebody of the audience writes: an idea on a topic, or a comment on an idea. */
export interface NewIdea extends RoomKey {
  readonly registrantId: number;
  readonly topicId: number;
  /** The topic as it reads now. */
  readonly topic: string;
  readonly parentId?: number | undefined;
  readonly text: string;
  readonly at: Date;
}

/** Where something may be written: a topic, or that of an idea. */
export interface WritingPlace {
  readonly id: number;
  readonly eventId: number;
  readonly topicId: number;
  readonly topic: string;
}

/** Those of these topics that their events have. */
export async function findTopics(
  db: Db,
  places: readonly (RoomKey & { readonly topicId: number })[],
): Promise<FindPlaced<WritingPlace>> {
  const { rows } = await sql<WritingPlace>`
    select distinct t.event_id, t.id, t.id as topic_id, t.title as topic
    from ${placesTable(places.map(({ topicId: id, ...place }) => ({ ...place, id })))} join idea_topics t using (client_id, event_id, id)
    where t.deleted_at is null`.execute(db);
  return findPlaced(rows);
}

/** Those of these ideas that are there and no comments. */
export async function findIdeas(
  db: Db,
  places: readonly (RoomKey & { readonly ideaId: number })[],
): Promise<FindPlaced<WritingPlace>> {
  const { rows } = await sql<WritingPlace>`
    select distinct i.event_id, i.id, i.topic_id, t.title as topic
    from ${placesTable(places.map(({ ideaId: id, ...place }) => ({ ...place, id })))} join ideas i using (client_id, event_id, id)
    join idea_topics t on t.client_id = i.client_id and t.id = i.topic_id
    where i.deleted_at is null and i.parent_id is null and t.deleted_at is null`.execute(db);
  return findPlaced(rows);
}

/** Writes ideas of different people; answers their ids by registrant. */
export async function insertIdeas(db: Db, ideas: readonly NewIdea[]): Promise<ReadonlyMap<number, number>> {
  if (ideas.length === 0) return new Map();
  const rows = await db
    .insertInto("ideas")
    .values(ideas.map(({ at, parentId = null, ...idea }) => ({ ...idea, parentId, createdAt: at })))
    .returning(["id", "registrantId"])
    .execute();
  return new Map(rows.map(({ id, registrantId }) => [registrantId, id]));
}

/** Takes one away and answers it; undefined when it is not there any more. */
export async function markRemoved(
  db: Db,
  { clientId, eventId }: RoomKey,
  ideaId: number,
  { actor, at }: { actor: string; at: Date },
): Promise<ToldIdea | undefined> {
  const idea = await db
    .updateTable("ideas")
    .set({ deletedAt: at, deletedBy: actor })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", ideaId)
    .where("deletedAt", "is", null)
    .returning(["id as ideaId", "topicId", "parentId", "votes", "createdAt"])
    .executeTakeFirst();
  if (!idea) return undefined;
  const { parentId, createdAt, ...told } = idea;
  return { ...told, ...(parentId !== null && { parentId }), createdAt: createdAt.getTime(), isRemoved: true };
}

/** So many ideas and comments a newcomer is told. */
const MOST_TOLD = 500;

/** The latest ideas and comments, oldest first. */
export async function listIdeas(db: Db, { clientId, eventId }: RoomKey): Promise<ToldIdea[]> {
  const { rows } = await sql<Omit<ToldIdea, "parentId"> & { parentId: number | null }>`
    select i.id as idea_id, i.topic_id, i.parent_id, i.text, nullif(concat_ws(' ', r.first_name, r.last_name), '') as author, i.votes,
      round(extract(epoch from i.created_at) * 1000)::bigint as created_at, false as is_removed
    from (
      select * from ideas
      where client_id = ${clientId} and event_id = ${eventId} and deleted_at is null and text is not null
      order by id desc limit ${MOST_TOLD}
    ) i join registrants r on r.client_id = i.client_id and r.id = i.registrant_id order by i.id`.execute(db);
  return rows.map(({ parentId, ...idea }) => ({ ...idea, ...(parentId !== null && { parentId }) }));
}
