import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { addContent } from "../hubs/add-content.ts";
import { changeContent } from "../hubs/change-content.ts";
import { findContent } from "../hubs/content-queries.ts";
import { lockDerivative } from "../hubs/content-writes.ts";
import { lockHub } from "../hubs/queries.ts";

/** Publishes a derivative on a hub. With its first publication it becomes content, and stays that. */
export async function publishDerivative(
  db: Db,
  { clientId, id, hubId }: { clientId: number; id: number; hubId: number },
  by: { author: Author; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    // The hub first, as everywhere: two that each wait for what the other holds would wait for ever.
    if (!(await lockHub(tx, clientId, hubId))) fail("hub.unknown", { hubId });
    const derivative = await lockDerivative(tx, clientId, id);
    if (!derivative) fail("derivative.unknown", { mediaId: id });
    const known = derivative.contentId;
    const isThere = known !== null && (await findContent(tx, clientId, hubId, known)) !== undefined;
    const source = { kind: "article", derivativeId: id } as const;
    const contentId = isThere
      ? known
      : await addContent(tx, clientId, hubId, { source }, { tags: derivative.tags }, by);
    await changeContent(tx, clientId, hubId, contentId, "publish", by.author);
  });
}

/** Takes a derivative off a hub's page. */
export async function unpublishDerivative(
  db: Db,
  { clientId, id, hubId }: { clientId: number; id: number; hubId: number },
  author: Author,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockHub(tx, clientId, hubId))) fail("hub.unknown", { hubId });
    const derivative = await lockDerivative(tx, clientId, id);
    if (!derivative) fail("derivative.unknown", { mediaId: id });
    if (derivative.contentId === null) fail("content.unknown", { contentId: id });
    await changeContent(tx, clientId, hubId, derivative.contentId, "unpublish", author);
  });
}
