import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { hubChanges } from "./changes.ts";
import { findSlugOwner, lockHub, updateEventTexts, updateSlug } from "./queries.ts";

/** Changes what is given. A new slug is a new address; the old one leads nowhere. Refuses hub.slugTaken. */
export async function updateHub(
  db: Db,
  clientId: number,
  hubId: number,
  change: { title?: string; abstract?: string; slug?: string },
  author: Author,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockHub(tx, clientId, hubId))) fail("hub.unknown", { hubId });
    const { slug, ...texts } = change;
    if (slug !== undefined) {
      const owner = await findSlugOwner(tx, slug);
      if (owner && owner.hubId !== hubId) fail("hub.slugTaken", { slug });
      await updateSlug(tx, clientId, hubId, slug);
    }
    await updateEventTexts(tx, clientId, hubId, texts);
    await hubChanges.record(tx, "hub.updated", { clientId, eventId: hubId, actor: author.actor });
  });
}
