import { GONE_AFTER_MS } from "@lectern/wire/room";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import type { TeamMember } from "../../../http/socket/speaker.ts";
import { tell } from "../room/room-log.ts";
import {
  findProducer,
  findRoom,
  type HeldRoom,
  type Lead,
  listLedRooms,
  lockRoom,
  updateRoom,
} from "./control-queries.ts";

// One producer is in control: who starts, ends, extends and practises. It is decided under the lock of the room's row, so that
// there are never two, whichever processes they are connected to. Whoever is silent too long, or may not come in any more, loses it.

const isAlive = (at: Date | null, now: Date) => at !== null && now.getTime() - at.getTime() <= GONE_AFTER_MS;

/** Who is in control; undefined when nobody is, or who was is gone. */
async function findLead(
  db: Db,
  room: RoomKey,
  { leadPresenterId, leadActedAt }: Pick<HeldRoom, "leadPresenterId" | "leadActedAt">,
  now: Date,
): Promise<Lead | undefined> {
  const lead = leadPresenterId === null ? undefined : await findProducer(db, room, leadPresenterId);
  return lead && (isAlive(lead.seenAt, now) || isAlive(leadActedAt, now)) ? lead : undefined;
}

/** The same as it is told. */
export async function readLead(db: Db, room: RoomKey, held: HeldRoom, now: Date): Promise<Lead | undefined> {
  const lead = await findLead(db, room, held, now);
  return lead && nameOf(lead);
}

/** Puts a producer in control, where nobody else is. Refuses presenting.notLead. Answers the room, held. */
export async function takeControl(tx: Db, by: TeamMember, now: Date): Promise<HeldRoom> {
  const room = await lockRoom(tx, by);
  const lead = await findLead(tx, by, room, now);
  if (lead && lead.presenterId !== by.presenterId)
    fail("presenting.notLead", { name: `${lead.firstName} ${lead.lastName}` });
  await updateRoom(tx, by, { leadPresenterId: by.presenterId, leadActedAt: now });
  if (!lead) await tellLead(tx, by, by);
  return room;
}

/** Gives control to another producer who is in the room. */
export async function giveControl(db: Db, by: TeamMember, presenterId: number, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await takeControl(tx, by, now);
    const next = await findProducer(tx, by, presenterId);
    if (!next || !isAlive(next.seenAt, now)) fail("presenting.noProducer", { presenterId });
    await updateRoom(tx, by, { leadPresenterId: presenterId, leadActedAt: null });
    await tellLead(tx, by, next);
  });
}

/** Tells the teams of these rooms that nobody is in control, where who was is gone. */
export async function releaseLost(db: Db, rooms: readonly RoomKey[], now: Date): Promise<void> {
  for (const room of await listLedRooms(db, rooms)) {
    const held = await findRoom(db, room);
    if (!held || (await findLead(db, room, held, now))) continue;
    await inTransaction(db, (tx) => release(tx, room, now));
  }
}

/** Looks again, for meanwhile somebody may have taken control. */
async function release(tx: Db, room: RoomKey, now: Date): Promise<void> {
  const held = await lockRoom(tx, room);
  if (held.leadPresenterId === null || (await findLead(tx, room, held, now))) return;
  await updateRoom(tx, room, { leadPresenterId: null, leadActedAt: null });
  await tellLead(tx, room, null);
}

async function tellLead(tx: Db, { clientId, eventId }: RoomKey, lead: Lead | null): Promise<void> {
  await tell(tx, [
    { room: { clientId, eventId }, to: "team", kind: "presenting.lead", body: { lead: lead && nameOf(lead) } },
  ]);
}

function nameOf({ presenterId, firstName, lastName }: Lead): Lead {
  return { presenterId, firstName, lastName };
}
