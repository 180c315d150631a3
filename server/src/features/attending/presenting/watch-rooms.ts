import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { RoomKey, Watch } from "../../../http/socket/room-parts.ts";
import { type Phase, phaseOf } from "../../webinars/events/event-phase.ts";
import { releaseLost } from "./control.ts";
import { lockRoom, updateRoom } from "./control-queries.ts";
import { isBeforeLive } from "./course.ts";
import type { PresentingDeps } from "./deps.ts";
import { endPractice } from "./practice.ts";

/** What happens in a room by the clock alone. Every process with the room looks; the database lets one of them do it. */
export function watchRooms({ db, events, now }: PresentingDeps): Watch {
  let followed = new Map<number, Phase>();

  return async (rooms) => {
    const before = followed;
    followed = new Map();
    for (const room of rooms) {
      const event = await events.get(room.eventId);
      if (!event) continue;
      const phase = phaseOf(event, now());
      if (before.get(room.eventId) !== phase) await followPhase(db, room, phase);
      followed.set(room.eventId, phase);
    }
    await releaseLost(db, rooms, now());
  };
}

/** Tells, once for each phase, what it brings. */
async function followPhase(db: Db, room: RoomKey, phase: Phase): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { isPractice, toldPhase } = await lockRoom(tx, room);
    if (toldPhase === phase) return;
    await updateRoom(tx, room, { toldPhase: phase });
    if (isPractice && !isBeforeLive(phase)) await endPractice(tx, room);
  });
}
