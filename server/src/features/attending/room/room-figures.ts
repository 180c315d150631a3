import type { ToldKind } from "@lectern/wire/messages";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { RoomParts } from "../../../http/socket/room-parts.ts";
import type { Pulses } from "./bus-message.ts";
import type { Room } from "./room.ts";

type CountedRoom = Pick<Room, "key" | "touched" | "audience" | "tellNow"> & {
  readonly members: { readonly size: number };
};

/** Tells the counters that were touched since the last time, to those who may see them. */
export async function tellCounters(
  { db, parts }: { db: Kysely<Database>; parts: RoomParts },
  room: CountedRoom,
): Promise<void> {
  for (const name of [...room.touched]) {
    // One that fails keeps those behind it for the next time.
    if (!room.touched.delete(name)) continue;
    const counter = parts.counters.get(name);
    if (!counter || !hasHearers(room, counter.for)) continue;
    try {
      room.tellNow(name as ToldKind, (await counter.read(db, room.key)) as never, counter.for);
    } catch (error) {
      room.touched.add(name);
      throw error;
    }
  }
}

function hasHearers(room: CountedRoom, to: "everybody" | "team"): boolean {
  return to === "everybody" ? room.members.size > 0 : room.members.size > room.audience;
}

/** The audience of a crowded room hears less often how many they are: telling it to all costs most. */
const [TEAM_TICKS, AUDIENCE_TICKS] = [2, 10];

/** Tells how many of the audience are here; other processes learn how many of them are in this one when that changes. */
export function tellPeople(
  room: Room,
  ticks: number,
  { isAlive, publish }: { isAlive(process: string): boolean; publish(here: number): void },
): void {
  if (ticks % TEAM_TICKS !== 0) return;
  const { audience } = room;
  if (audience !== room.published) publish(audience);
  room.published = audience;
  const here = audience + hereElsewhere(room, isAlive);
  if (here !== room.toldTeam) {
    room.toldTeam = here;
    room.tellNow("room.people", { here }, "team");
  }
  if (ticks % AUDIENCE_TICKS === 0 && here !== room.toldEverybody) {
    room.toldEverybody = here;
    room.tellNow("room.people", { here });
  }
}

function hereElsewhere({ elsewhere }: Room, isAlive: (process: string) => boolean): number {
  let sum = 0;
  for (const [process, here] of elsewhere) if (isAlive(process)) sum += here;
  return sum;
}

/** Tells what was counted in a moment, in all processes. */
export function tellPulses(room: Room, pulses: Pulses): void {
  for (const [kind, counts] of Object.entries(pulses)) room.tellNow(kind as ToldKind, { counts } as never);
}
