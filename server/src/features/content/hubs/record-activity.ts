import type { Transaction } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction, lock } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import {
  addViewSeconds,
  count,
  countHubViewer,
  countReactions,
  deleteOpinion,
  findLastView,
  findOpinion,
  hasVisitedHub,
  insertReaction,
  insertView,
  type Place,
  type ReactionKind,
} from "./activity-queries.ts";

/** Whoever comes back sooner is still looking. */
const SAME_VIEW_MS = 30 * 60_000;
/** A page left open over night is not watched. */
const LONGEST_VIEW_SECONDS = 4 * 3_600;
/** Of one kind, by one visitor, on one content: what goes beyond is no person. */
const MOST_REACTIONS = 50;

/** Counts a view, unless the visitor had one in the last half hour. */
export async function recordView(db: Db, place: Place, visitorId: string, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockVisitor(tx, visitorId);
    const last = await findLastView(tx, place, visitorId);
    if (last && now.getTime() - last.openedAt.getTime() < SAME_VIEW_MS) return;
    const isNewInHub = !last && !(await hasVisitedHub(tx, place, visitorId));
    await insertView(tx, place, visitorId, now);
    // The hub before the content, as whoever edits a hub locks them.
    if (isNewInHub) await countHubViewer(tx, place);
    await count(tx, place, { views: 1, ...(!last && { viewers: 1 }) });
  });
}

/** Adds viewing time to the visitor's view, but never more than has passed since it began. */
export async function recordSeconds(db: Db, place: Place, visitorId: string, seconds: number, now: Date) {
  await inTransaction(db, async (tx) => {
    await lockVisitor(tx, visitorId);
    const view = await findLastView(tx, place, visitorId);
    if (!view) return;
    const passed = Math.floor((now.getTime() - view.openedAt.getTime()) / 1000);
    const counted = Math.min(seconds, Math.min(passed, LONGEST_VIEW_SECONDS) - view.seconds);
    if (counted <= 0) return;
    await addViewSeconds(tx, place.clientId, view.id, counted);
    await count(tx, place, { viewingSeconds: counted });
  });
}

/** A visitor likes or dislikes a content; doing it again takes it back. Only who has opened it has an opinion. */
export async function recordOpinion(db: Db, place: Place, visitorId: string, kind: "like" | "dislike", now: Date) {
  await inTransaction(db, async (tx) => {
    await lockVisitor(tx, visitorId);
    if (!(await findLastView(tx, place, visitorId))) return;
    const before = await findOpinion(tx, place, visitorId);
    const after = before === kind ? undefined : kind;
    if (before) await deleteOpinion(tx, place, visitorId);
    if (after) await insertReaction(tx, place, { visitorId, kind: after, happenedAt: now });
    const by = (one: string) => Number(after === one) - Number(before === one);
    await count(tx, place, { likes: by("like"), dislikes: by("dislike") });
  });
}

const counters = { comment: "comments", share: "shares", download: "downloads" } as const;

/** Records a comment, share or download of whoever has opened the content; answers whether it was. */
export async function recordReaction(
  db: Db,
  place: Place,
  visitorId: string,
  reaction: { kind: keyof typeof counters & ReactionKind; text?: string },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await lockVisitor(tx, visitorId);
    if (!(await findLastView(tx, place, visitorId))) return false;
    if ((await countReactions(tx, place, visitorId, reaction.kind)) >= MOST_REACTIONS) return false;
    await insertReaction(tx, place, { ...reaction, visitorId, happenedAt: now });
    await count(tx, place, { [counters[reaction.kind]]: 1 });
    return true;
  });
}

/** A visitor's requests come one after the other, so that two at once do not both count. */
async function lockVisitor(tx: Transaction<Database>, visitorId: string): Promise<void> {
  await lock(tx, `hub visitor ${visitorId}`);
}
