import type { Role } from "@lectern/wire/room";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { readLead } from "./control.ts";
import { findRoom } from "./control-queries.ts";
import { getStanding, isBeforeLive } from "./course.ts";
import { readPlayback } from "./playback.ts";
import { listShownDecks, readStage } from "./stage-queries.ts";

/** What newcomers see; the team also who is in control, whether it practises, and what can be shown. */
export async function readState(db: Db, room: RoomKey, role: Role, now: Date): Promise<object> {
  const { event, phase } = await getStanding(db, room, now);
  const playback = await readPlayback(db, room, event, phase);
  if (role === "audience") return { stage: await readStage(db, room, false), playback };
  const held = await findRoom(db, room);
  const isPractice = (held?.isPractice ?? false) && isBeforeLive(phase);
  return {
    stage: await readStage(db, room, isPractice),
    playback,
    isPractice,
    lead: (held && (await readLead(db, room, held, now))) ?? null,
    decks: await listShownDecks(db, room),
  };
}

/** Where each of these people stopped in the recording, seconds from its start. */
export async function readPositions(
  db: Db,
  { clientId }: RoomKey,
  registrantIds: readonly number[],
): Promise<Map<number, object>> {
  const rows = await db
    .selectFrom("attendees")
    .select(["registrantId", "positionSeconds"])
    .where("clientId", "=", clientId)
    .where("registrantId", "in", registrantIds)
    .where("positionSeconds", "is not", null)
    .execute();
  return new Map(rows.map(({ registrantId, positionSeconds }) => [registrantId, { positionSeconds }]));
}
