import { isDeepStrictEqual } from "node:util";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { RoomKey, Watch } from "../../../http/socket/room-parts.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { startsByItself } from "../../base/lookups/event-types.ts";
import { beginsAt, type Phase } from "../../webinars/events/event-phase.ts";
import { tell } from "../room/room-log.ts";
import { releaseLost } from "./control.ts";
import { lockRoom, updateRoom } from "./control-queries.ts";
import { isBeforeLive, standingOf } from "./course.ts";
import type { PresentingDeps } from "./deps.ts";
import { fireMarks, type Playing } from "./fire-marks.ts";
import { NOTHING, readPlayback } from "./playback.ts";
import { endPractice } from "./practice.ts";

/**
 * What happens in a room by the clock alone. Every process with the room looks; the database lets one of them do it. A room where
 * that fails keeps no other waiting, and is looked at again the next time.
 */
export function watchRooms({ db, events, now }: PresentingDeps): Watch {
  let followed = new Map<number, Phase>();

  return async (rooms) => {
    const before = followed;
    followed = new Map();
    const playing: Playing[] = [];
    const faults: unknown[] = [];
    for (const room of rooms)
      try {
        const event = await events.get(room.eventId);
        if (!event) continue;
        const { phase, atMs } = standingOf(event, now());
        if (before.get(room.eventId) !== phase) await followPhase(db, room, event, phase);
        followed.set(room.eventId, phase);
        if (phase === "live" && startsByItself(event.type))
          playing.push({ ...room, event, begins: beginsAt(event), atMs });
      } catch (error) {
        faults.push(error);
      }
    await fireMarks(db, playing, now());
    await releaseLost(db, rooms, now());
    if (faults.length > 0) throw new AggregateError(faults, "rooms could not be followed");
  };
}

/** Tells, once for each phase, what it brings. */
async function followPhase(db: Db, room: RoomKey, event: AdmissionEvent, phase: Phase): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { isPractice, toldPhase } = await lockRoom(tx, room);
    if (toldPhase === phase) return;
    await updateRoom(tx, room, { toldPhase: phase });
    if (isPractice && !isBeforeLive(phase)) await endPractice(tx, room);
    const before = toldPhase ? await readPlayback(tx, room, event, toldPhase) : NOTHING;
    const body = await readPlayback(tx, room, event, phase);
    if (!isDeepStrictEqual(body, before))
      await tell(tx, [{ room, to: "everybody", kind: "presenting.playback", body }]);
  });
}
