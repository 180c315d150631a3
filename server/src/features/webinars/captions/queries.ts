import { type Insertable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Captions } from "../../../db/types.ts";

export interface ListedCaption {
  /** BCP 47, as in a track element's srclang. */
  language: string;
  label: string;
  /** Where players read it: below the public address, beginning with a slash. */
  path: string;
  createdAt: Date;
}

/** The captions of an event, without their texts. */
export async function listCaptions(db: Db, clientId: number, eventId: number): Promise<ListedCaption[]> {
  const captions = await db
    .selectFrom("captions as c")
    .innerJoin("events as e", (join) => join.onRef("e.clientId", "=", "c.clientId").onRef("e.id", "=", "c.eventId"))
    .select(["c.language", "c.label", "c.createdAt", "e.audienceKey"])
    .where("c.clientId", "=", clientId)
    .where("c.eventId", "=", eventId)
    .orderBy("c.language")
    .execute();
  return captions.map(({ audienceKey, ...caption }) => ({
    ...caption,
    path: `/captions/${eventId}/${audienceKey}/${caption.language}.vtt`,
  }));
}

/** The WebVTT texts of an event's captions, for what is made of them. */
export async function listCaptionTexts(
  db: Db,
  clientId: number,
  eventId: number,
): Promise<{ language: string; vtt: string }[]> {
  return db
    .selectFrom("captions")
    .select(["language", "vtt"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .orderBy("language")
    .execute();
}

/** By what is in its address, which only those know who were invited. */
export async function findCaptionByKey(
  db: Db,
  { eventId, audienceKey, language }: { eventId: number; audienceKey: string; language: string },
): Promise<string | undefined> {
  const found = await db
    .selectFrom("events as e")
    .innerJoin("captions as c", (join) => join.onRef("c.clientId", "=", "e.clientId").onRef("c.eventId", "=", "e.id"))
    .select("c.vtt")
    .where("e.id", "=", eventId)
    .where("e.audienceKey", "=", audienceKey)
    .where("e.deletedAt", "is", null)
    .where("e.isActive", "=", true)
    .where("c.language", "=", language)
    .executeTakeFirst();
  return found?.vtt;
}

/** New, or instead of the one in the same language. */
export async function upsertCaption(db: Db, caption: Omit<Insertable<Captions>, "createdAt">): Promise<void> {
  const { label, vtt } = caption;
  await db
    .insertInto("captions")
    .values(caption)
    .onConflict((conflict) =>
      conflict.columns(["clientId", "eventId", "language"]).doUpdateSet({ label, vtt, createdAt: sql<Date>`now()` }),
    )
    .execute();
}

/** Removes one language, or all when none is given; answers how many there were. */
export async function removeCaptions(db: Db, clientId: number, eventId: number, language?: string): Promise<number> {
  const all = db.deleteFrom("captions").where("clientId", "=", clientId).where("eventId", "=", eventId);
  const { numDeletedRows } = await (language === undefined
    ? all
    : all.where("language", "=", language)
  ).executeTakeFirst();
  return Number(numDeletedRows);
}

export async function copyCaptions(db: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    insert into captions (client_id, event_id, language, label, vtt)
    select client_id, ${toId}, language, label, vtt
    from captions where client_id = ${clientId} and event_id = ${fromId}`.execute(db);
}
