import { type Insertable, type Selectable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Resources, Speakers, SurveyAnswers, SurveyQuestions, Widgets } from "../../../db/types.ts";

// Widgets

export async function insertWidgets(db: Db, widgets: Insertable<Widgets>[]): Promise<number[]> {
  const rows = await db.insertInto("widgets").values(widgets).returning("id").execute();
  return rows.map(({ id }) => id);
}

/** An event's widgets of a kind, or all, in their order. */
export async function listWidgets(
  db: Db,
  clientId: number,
  eventId: number,
  kind?: string,
): Promise<Selectable<Widgets>[]> {
  return db
    .selectFrom("widgets")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("deletedAt", "is", null)
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? ""))
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** Finds a widget and keeps it there until the transaction ends. */
export async function lockWidget(
  db: Db,
  clientId: number,
  eventId: number,
  id: number,
): Promise<Selectable<Widgets> | undefined> {
  return db
    .selectFrom("widgets")
    .selectAll()
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateWidget(
  db: Db,
  clientId: number,
  id: number,
  changes: { name?: string; area?: string; isOpen?: boolean; content?: object },
): Promise<void> {
  const { content, ...columns } = changes;
  await db
    .updateTable("widgets")
    .set({ ...columns, ...(content && { content: JSON.stringify(content) }), modifiedAt: sql<Date>`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/** Numbers widgets from 1 in the order of their ids here. */
export async function orderWidgets(db: Db, clientId: number, ids: readonly number[]): Promise<void> {
  await sql`
    update widgets w set position = o.position
    from unnest(${[...ids]}::bigint[]) with ordinality as o (id, position)
    where w.client_id = ${clientId} and w.id = o.id and w.position <> o.position`.execute(db);
}

export async function markWidgetDeleted(db: Db, clientId: number, id: number): Promise<void> {
  await db
    .updateTable("widgets")
    .set({ deletedAt: sql<Date>`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", id)
    .execute();
}

/** The console is a part of the event: what changes it changes the event, and lists by `modified` tell so. */
export async function touchEvent(db: Db, clientId: number, eventId: number): Promise<void> {
  await db
    .updateTable("events")
    .set({ modifiedAt: sql<Date>`now()` })
    .where("clientId", "=", clientId)
    .where("id", "=", eventId)
    .execute();
}

/** Marks one resource or question of an event, or all of a widget; answers how many there were. */
export async function markDeleted(
  db: Db,
  table: "resources" | "surveyQuestions",
  { clientId, eventId }: { clientId: number; eventId: number },
  which: { id: number } | { widgetId: number },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable(table)
    .set({ deletedAt: sql<Date>`now()` })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id" in which ? "id" : "widgetId", "=", "id" in which ? which.id : which.widgetId)
    .where("deletedAt", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

// Resources

/** Adds a resource behind the others of its widget. */
export async function insertResource(
  db: Db,
  resource: Omit<Insertable<Resources>, "position" | "url" | "fileId"> & ({ url: string } | { fileId: number }),
): Promise<number> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from resources
    where client_id = ${resource.clientId} and widget_id = ${resource.widgetId})`;
  const { id } = await db
    .insertInto("resources")
    .values({ ...resource, position })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Keeps the counter of what the audience can open; in the transaction that adds or removes it. */
export async function countResources(db: Db, clientId: number, eventId: number, added: number): Promise<void> {
  await db
    .updateTable("eventTotals")
    .set({ resourcesAvailable: sql<number>`resources_available + ${added}` })
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .execute();
}

// Speakers

/** Adds a speaker behind the others of the widget. */
export async function insertSpeaker(db: Db, speaker: Omit<Insertable<Speakers>, "position">): Promise<number> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from speakers
    where client_id = ${speaker.clientId} and widget_id = ${speaker.widgetId})`;
  const { id } = await db
    .insertInto("speakers")
    .values({ ...speaker, position })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Removes one speaker of an event, all of a widget, or all; answers how many there were. */
export async function deleteSpeakers(
  db: Db,
  clientId: number,
  eventId: number,
  which: { id?: number; widgetId?: number },
): Promise<number> {
  const { id, widgetId } = which;
  const { numDeletedRows } = await db
    .deleteFrom("speakers")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? 0))
    .$if(widgetId !== undefined, (query) => query.where("widgetId", "=", widgetId ?? 0))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

// Survey questions

/** How far the questions of a widget are numbered. */
export async function findLastQuestionPosition(db: Db, clientId: number, widgetId: number): Promise<number> {
  const { last } = await db
    .selectFrom("surveyQuestions")
    .select((part) => part.fn.max("position").as("last"))
    .where("clientId", "=", clientId)
    .where("widgetId", "=", widgetId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

export async function insertSurveyQuestions(
  db: Db,
  questions: Insertable<SurveyQuestions>[],
): Promise<{ id: number; position: number }[]> {
  return db.insertInto("surveyQuestions").values(questions).returning(["id", "position"]).execute();
}

export async function insertSurveyAnswers(db: Db, answers: Insertable<SurveyAnswers>[]): Promise<void> {
  await db.insertInto("surveyAnswers").values(answers).execute();
}
