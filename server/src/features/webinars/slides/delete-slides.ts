import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { slideChanges } from "./changes.ts";
import { markDeckDeleted } from "./queries.ts";

/** Takes a deck out of an event; refuses one that is not in it. */
export async function deleteSlides(
  db: Db,
  { clientId, eventId, deckId, actor }: { clientId: number; eventId: number; deckId: number; actor: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await markDeckDeleted(tx, clientId, eventId, deckId))) fail("slides.unknown", { deckId });
    await slideChanges.record(tx, "slides.deleted", { clientId, eventId, subjectId: deckId, actor });
  });
}
