import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { findEvent } from "../../webinars/events/queries.ts";
import { hubChanges } from "./changes.ts";
import { type Classification, classify } from "./classify-content.ts";
import { publishable } from "./content-types.ts";
import { insertHubContent } from "./content-writes.ts";
import { createContent, type NewContent } from "./create-content.ts";
import { lockHub } from "./queries.ts";

/** Puts a webinar, content there is, or new content at the end of a hub, unpublished; answers its id. */
export async function addContent(
  db: Db,
  clientId: number,
  hubId: number,
  content: { contentId: number } | NewContent,
  classification: Classification,
  { author, now }: { author: Author; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    if (!(await lockHub(tx, clientId, hubId))) fail("hub.unknown", { hubId });
    const contentId =
      "contentId" in content
        ? await requirePublishable(tx, clientId, content.contentId)
        : await createContent(tx, clientId, content, author, now);
    if (!(await insertHubContent(tx, { clientId, hubId, contentId }))) fail("content.inHub", { contentId });
    await classify(tx, clientId, hubId, contentId, classification);
    await hubChanges.record(tx, "hub-content.added", {
      clientId,
      eventId: hubId,
      subjectId: contentId,
      actor: author.actor,
    });
    return contentId;
  });
}

async function requirePublishable(tx: Db, clientId: number, contentId: number): Promise<number> {
  const event = await findEvent(tx, clientId, contentId);
  if (!event) fail("content.unknown", { contentId });
  if (!publishable.some((type) => type === event.contentType))
    fail("content.unsuitable", { reason: `A hub can't publish events of the content type ${event.contentType}.` });
  return contentId;
}
