import type { ToldKind } from "@lectern/wire/messages";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { RoomParts } from "../../../http/socket/room-parts.ts";
import type { Pulses } from "./bus-message.ts";
import type { Room } from "./room.ts";

/** Tells the counters that were touched since the last time, to those who may see them. */
export async function tellCounters(
  { db, parts }: { db: Kysely<Database>; parts: RoomParts },
  room: Room,
): Promise<void> {
  const names = [...room.touched];
  room.touched.clear();
  for (const name of names) {
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

function hasHearers(room: Room, to: "everybody" | "team"): boolean {
  return to === "everybody" ? room.members.size > 0 : room.members.size > room.audience;
}

/** The audience of a crowded room hears less often how many they are: telling it to all costs most. */
const [TEAM_TICKS, AUDIENCE_TICKS] = [2, 10];
/** Processes that have not told for so long have nobody. */
const ELSEWHERE_MS = 15_000;
const TELL_OTHERS_TICKS = 5;

/** Tells how many of the audience are here; other processes learn how many of them are in this one. */
export function tellPeople(room: Room, ticks: number, publish: (here: number) => void): void {
  const { audience } = room;
  const isNews = audience !== room.published;
  if ((isNews && ticks % TEAM_TICKS === 0) || ticks % TELL_OTHERS_TICKS === 0) {
    room.published = audience;
    publish(audience);
  }
  const here = audience + hereElsewhere(room);
  if (ticks % TEAM_TICKS === 0 && here !== room.toldTeam) {
    room.toldTeam = here;
    room.tellNow("room.people", { here }, "team");
  }
  if (ticks % AUDIENCE_TICKS === 0 && here !== room.toldEverybody) {
    room.toldEverybody = here;
    room.tellNow("room.people", { here });
  }
}

function hereElsewhere({ elsewhere }: Room): number {
  const before = Date.now() - ELSEWHERE_MS;
  let sum = 0;
  for (const [process, { here, at }] of elsewhere) {
    if (at < before) elsewhere.delete(process);
    else sum += here;
  }
  return sum;
}

/** Tells what was counted in a moment, in all processes. */
export function tellPulses(room: Room, pulses: Pulses): void {
  for (const [kind, counts] of Object.entries(pulses)) room.tellNow(kind as ToldKind, { counts } as never);
}
