import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";

/** A content in a hub. */
export interface Place {
  clientId: number;
  hubId: number;
  contentId: number;
}

export interface View {
  id: number;
  openedAt: Date;
  seconds: number;
}

/** The visitor's last view of a content. */
export async function findLastView(db: Db, place: Place, visitorId: string): Promise<View | undefined> {
  return db
    .selectFrom("hubViews")
    .select(["id", "openedAt", "seconds"])
    .where("clientId", "=", place.clientId)
    .where("hubId", "=", place.hubId)
    .where("visitorId", "=", visitorId)
    .where("contentId", "=", place.contentId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function hasVisitedHub(db: Db, { clientId, hubId }: Place, visitorId: string): Promise<boolean> {
  const view = await db
    .selectFrom("hubViews")
    .select("id")
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .where("visitorId", "=", visitorId)
    .limit(1)
    .executeTakeFirst();
  return view !== undefined;
}

export async function insertView(db: Db, place: Place, visitorId: string, openedAt: Date): Promise<void> {
  await db
    .insertInto("hubViews")
    .values({ ...place, visitorId, openedAt })
    .execute();
}

export async function addViewSeconds(db: Db, clientId: number, viewId: number, seconds: number): Promise<void> {
  await db
    .updateTable("hubViews")
    .set({ seconds: sql<number>`seconds + ${seconds}` })
    .where("clientId", "=", clientId)
    .where("id", "=", viewId)
    .execute();
}

type Counter = "views" | "viewers" | "viewingSeconds" | "downloads" | "likes" | "dislikes" | "comments" | "shares";

/** Adds to the counters of a content; its row is locked until the transaction ends. */
export async function count(
  db: Db,
  { clientId, hubId, contentId }: Place,
  added: Partial<Record<Counter, number>>,
): Promise<void> {
  const sums = Object.entries(added).map(([name, by]) => [name, sql<number>`${sql.ref(name)} + ${by}`]);
  await db
    .updateTable("hubContents")
    .set(Object.fromEntries(sums))
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .where("contentId", "=", contentId)
    .execute();
}

export async function countHubViewer(db: Db, { clientId, hubId }: Place): Promise<void> {
  await db
    .updateTable("hubSettings")
    .set({ viewers: sql<number>`viewers + 1` })
    .where("clientId", "=", clientId)
    .where("hubId", "=", hubId)
    .execute();
}

export type ReactionKind = "like" | "dislike" | "comment" | "share" | "download";

export async function countReactions(db: Db, place: Place, visitorId: string, kind: ReactionKind): Promise<number> {
  const { total } = await db
    .selectFrom("hubReactions")
    .select((is) => is.fn.countAll<number>().as("total"))
    .where("clientId", "=", place.clientId)
    .where("hubId", "=", place.hubId)
    .where("contentId", "=", place.contentId)
    .where("visitorId", "=", visitorId)
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  return total;
}

export async function insertReaction(
  db: Db,
  place: Place,
  reaction: { visitorId: string; kind: ReactionKind; text?: string; happenedAt: Date },
): Promise<void> {
  await db
    .insertInto("hubReactions")
    .values({ ...place, ...reaction })
    .execute();
}

/** What the visitor thinks of a content. */
export async function findOpinion(db: Db, place: Place, visitorId: string): Promise<"like" | "dislike" | undefined> {
  const row = await db
    .selectFrom("hubReactions")
    .select("kind")
    .where("clientId", "=", place.clientId)
    .where("hubId", "=", place.hubId)
    .where("contentId", "=", place.contentId)
    .where("visitorId", "=", visitorId)
    .where("kind", "in", ["like", "dislike"])
    .executeTakeFirst();
  return row?.kind as "like" | "dislike" | undefined;
}

export async function deleteOpinion(db: Db, place: Place, visitorId: string): Promise<void> {
  await db
    .deleteFrom("hubReactions")
    .where("clientId", "=", place.clientId)
    .where("hubId", "=", place.hubId)
    .where("contentId", "=", place.contentId)
    .where("visitorId", "=", visitorId)
    .where("kind", "in", ["like", "dislike"])
    .execute();
}
