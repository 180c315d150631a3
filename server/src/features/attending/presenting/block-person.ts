import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { TeamMember } from "../../../http/socket/speaker.ts";
import { setBlocked } from "../../admission/registration/set-blocked.ts";
import { tell } from "../room/room-log.ts";

/** Sends somebody of the audience out of the room for good, or lets them come back. */
export async function blockPerson(
  db: Db,
  { clientId, eventId, presenterId }: TeamMember,
  registrantId: number,
  isBlocked: boolean,
): Promise<void> {
  const room = { clientId, eventId };
  await inTransaction(db, async (tx) => {
    await setBlocked(tx, { ...room, registrantId, isBlocked, actor: `presenter:${presenterId}` });
    const body = { eventUserId: registrantId, isBlocked };
    await tell(tx, [{ room, to: "team", kind: "presenting.blocked", body, registrantId }]);
  });
}
