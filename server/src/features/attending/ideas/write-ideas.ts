import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { isBlank } from "../../../lib/blanks.ts";
import { countActivity } from "../attendance/count-activity.ts";
import { type Telling, tell } from "../room/room-log.ts";
import { ideaChanges } from "./changes.ts";
import { findIdeas, findTopics, insertIdeas, type NewIdea } from "./queries.ts";

/** Something that somebody writes: on a topic, or on an idea. */
export interface Writing extends RoomKey {
  readonly registrantId: number;
  readonly author: string;
  readonly on: { readonly topicId: number } | { readonly ideaId: number };
  readonly text: string;
  readonly nonce?: string | undefined;
  readonly at: Date;
}

/**
 * Keeps ideas and comments of different people and tells everybody; answers the id of each. Refuses idea.blank,
 * idea.unknownTopic, idea.unknown and room.notAttending.
 */
export async function writeIdeas(tx: Db, writings: readonly Writing[]): Promise<(number | Refusal)[]> {
  const placed = await place(tx, writings);
  const good = placed.filter((one): one is NewIdea & Writing => !(one instanceof Refusal));
  const attending = await countActivity(
    tx,
    good.map(({ clientId, registrantId, at }) => ({ clientId, registrantId, at })),
  );
  const written = good.filter(({ registrantId }) => attending.has(registrantId));
  const ids = await insertIdeas(tx, written.map(newIdeaOf));
  await recordShared(tx, written, ids);
  await tell(
    tx,
    written.map((writing) => tellingOf(writing, ids.get(writing.registrantId) as number)),
  );
  return placed.map((one) => {
    if (one instanceof Refusal) return one;
    return ids.get(one.registrantId) ?? new Refusal("room.notAttending");
  });
}

async function place(tx: Db, writings: readonly Writing[]): Promise<(Refusal | (NewIdea & Writing))[]> {
  const onTopics = writings.flatMap(({ clientId, eventId, on }) =>
    "topicId" in on ? [{ clientId, eventId, ...on }] : [],
  );
  const onIdeas = writings.flatMap(({ clientId, eventId, on }) =>
    "ideaId" in on ? [{ clientId, eventId, ...on }] : [],
  );
  const [findTopic, findIdea] = [await findTopics(tx, onTopics), await findIdeas(tx, onIdeas)];
  return writings.map((writing) => {
    const { on, text } = writing;
    if (isBlank(text)) return new Refusal("idea.blank");
    const found = "topicId" in on ? findTopic(writing, on.topicId) : findIdea(writing, on.ideaId);
    if (found) return { ...writing, ...found, ...("ideaId" in on && { parentId: on.ideaId }) };
    return "topicId" in on ? new Refusal("idea.unknownTopic", { ...on }) : new Refusal("idea.unknown", { ...on });
  });
}

function newIdeaOf({ clientId, eventId, registrantId, topicId, topic, parentId, text, at }: NewIdea): NewIdea {
  return { clientId, eventId, registrantId, topicId, topic, parentId, text, at };
}

async function recordShared(tx: Db, ideas: readonly NewIdea[], ids: ReadonlyMap<number, number>): Promise<void> {
  if (ideas.length === 0) return;
  const kind = ideaChanges.name("idea.shared");
  const changes = ideas.map(({ clientId, eventId, registrantId }) => ({
    ...{ clientId, eventId, kind, actor: "room", subjectId: ids.get(registrantId) as number },
  }));
  await tx.insertInto("changes").values(changes).execute();
}

function tellingOf(writing: NewIdea & Writing, ideaId: number): Telling<"ideas.idea"> {
  const { clientId, eventId, registrantId, topicId, parentId, text, author, at } = writing;
  return {
    ...{ room: { clientId, eventId }, to: "everybody", kind: "ideas.idea", registrantId },
    body: {
      ...{ ideaId, topicId, text, author, votes: 0, createdAt: at.getTime(), isRemoved: false },
      ...(parentId !== undefined && { parentId }),
    },
  };
}
