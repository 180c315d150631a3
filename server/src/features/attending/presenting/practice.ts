import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { TeamMember } from "../../../http/socket/speaker.ts";
import { tell } from "../room/room-log.ts";
import { takeControl } from "./control.ts";
import { updateRoom } from "./control-queries.ts";
import { getStanding, isBeforeLive } from "./course.ts";
import { copyToPractice, readStage, removePractice } from "./stage-queries.ts";

/** Begins or ends practice, before the event is live. What was shown in it is gone afterwards. */
export async function setPractice(db: Db, by: TeamMember, isPractice: boolean, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const room = await takeControl(tx, by, now);
    const { phase } = await getStanding(tx, by, now);
    if (!isBeforeLive(phase)) fail("presenting.tooLateToPractise");
    if (room.isPractice === isPractice) return;
    await (isPractice ? beginPractice(tx, by) : endPractice(tx, by));
  });
}

async function beginPractice(tx: Db, room: RoomKey): Promise<void> {
  await copyToPractice(tx, room);
  await tellPractice(tx, room, true);
}

/** In a transaction that holds the room. The team sees again what everybody sees. */
export async function endPractice(tx: Db, room: RoomKey): Promise<void> {
  await removePractice(tx, room);
  await tellPractice(tx, room, false);
}

async function tellPractice(tx: Db, { clientId, eventId }: RoomKey, isPractice: boolean): Promise<void> {
  const room = { clientId, eventId };
  await updateRoom(tx, room, { isPractice });
  const stage = await readStage(tx, room, isPractice);
  await tell(tx, [{ room, to: "team", kind: "presenting.practice", body: { isPractice, stage } }]);
}
