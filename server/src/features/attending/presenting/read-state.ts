import type { Role } from "@lectern/wire/room";
import type { Db } from "../../../db/database.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { readLead } from "./control.ts";
import { findRoom } from "./control-queries.ts";
import { getStanding, isBeforeLive } from "./course.ts";
import { listShownDecks, readStage } from "./stage-queries.ts";

/** What newcomers see; the team also who is in control, whether it practises, and what can be shown. */
export async function readState(db: Db, room: RoomKey, role: Role, now: Date): Promise<object> {
  if (role === "audience") return { stage: await readStage(db, room, false) };
  const held = await findRoom(db, room);
  const { phase } = await getStanding(db, room, now);
  const isPractice = (held?.isPractice ?? false) && isBeforeLive(phase);
  return {
    stage: await readStage(db, room, isPractice),
    isPractice,
    lead: (held && (await readLead(db, room, held, now))) ?? null,
    decks: await listShownDecks(db, room),
  };
}
