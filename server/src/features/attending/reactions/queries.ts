import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";

/** Who of these people has a hand up in a room. */
export async function listRaisedBy(
  db: Db,
  { clientId, eventId }: RoomKey,
  registrantIds: readonly number[],
): Promise<number[]> {
  const rows = await db
    .selectFrom("raisedHands")
    .select("registrantId")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("registrantId", "in", registrantIds.length > 0 ? [...registrantIds] : [0])
    .where("loweredAt", "is", null)
    .execute();
  return rows.map(({ registrantId }) => registrantId);
}
