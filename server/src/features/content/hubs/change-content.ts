import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { hubChanges } from "./changes.ts";
import { findContent, listContents } from "./content-queries.ts";
import { updateHubContent } from "./content-writes.ts";
import { lockHub } from "./queries.ts";

/** What is done to a content of a hub, and the change that is recorded of it. */
const changes = {
  // Publishing again what is published does not make it newer.
  publish: ["hub-content.published", { publishedAt: sql<Date>`coalesce(published_at, now())` }],
  unpublish: ["hub-content.unpublished", { publishedAt: null }],
  remove: ["hub-content.removed", { publishedAt: null, removedAt: sql<Date>`now()` }],
} as const;

export async function changeContent(
  db: Db,
  clientId: number,
  hubId: number,
  contentId: number,
  change: keyof typeof changes,
  author: Author,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockHub(tx, clientId, hubId))) fail("hub.unknown", { hubId });
    if (!(await findContent(tx, clientId, hubId, contentId))) fail("content.unknown", { contentId });
    const [kind, columns] = changes[change];
    await updateHubContent(tx, clientId, hubId, contentId, columns);
    await hubChanges.record(tx, kind, { clientId, eventId: hubId, subjectId: contentId, actor: author.actor });
  });
}

/** Orders a hub's contents; every one must be named once. */
export async function orderContents(
  db: Db,
  clientId: number,
  hubId: number,
  contentIds: readonly number[],
  author: Author,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockHub(tx, clientId, hubId))) fail("hub.unknown", { hubId });
    const present = (await listContents(tx, clientId, hubId)).map(({ contentId }) => contentId);
    const isSame = contentIds.length === present.length && present.every((id) => contentIds.includes(id));
    if (!isSame) fail("body.invalid", { faults: "contentIds must name each content of the hub once." });
    for (const [position, contentId] of contentIds.entries())
      await updateHubContent(tx, clientId, hubId, contentId, { position });
    await hubChanges.record(tx, "hub.updated", { clientId, eventId: hubId, actor: author.actor });
  });
}
