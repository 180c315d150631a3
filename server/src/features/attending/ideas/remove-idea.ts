import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { tell } from "../room/room-log.ts";
import { ideaChanges } from "./changes.ts";
import { markRemoved } from "./queries.ts";

interface Removal extends RoomKey {
  readonly ideaId: number;
  /** As in changes.actor. */
  readonly actor: string;
  readonly at: Date;
}

/** Takes an idea or a comment away from everybody; the record keeps it. Refuses idea.unknown. */
export async function removeIdea(db: Db, { clientId, eventId, ideaId, actor, at }: Removal): Promise<void> {
  const room = { clientId, eventId };
  await inTransaction(db, async (tx) => {
    const removed = await markRemoved(tx, room, ideaId, { actor, at });
    if (!removed) return fail("idea.unknown", { ideaId });
    await ideaChanges.record(tx, "idea.removed", { ...room, actor, subjectId: ideaId });
    await tell(tx, [{ room, to: "everybody", kind: "ideas.idea", body: removed }]);
  });
}
