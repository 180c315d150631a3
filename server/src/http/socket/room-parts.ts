import type { Role } from "@lectern/wire/room";
import type { Db } from "../../db/database.ts";

/** Which room. */
export interface RoomKey {
  readonly clientId: number;
  readonly eventId: number;
}

/** What features add to a room beside what is said in it. */
export interface RoomParts {
  readonly states: Map<string, ReadState>;
  readonly mine: Map<string, ReadMine>;
  readonly counters: Map<string, Counter>;
  readonly watches: Watch[];
}

/** What newcomers of a role are told; read in one snapshot of the database with the number of the room's last message. */
export type ReadState = (db: Db, room: RoomKey, role: Role) => Promise<object | undefined>;

/** What only concerns these people of the audience themselves, by registrant; whoever has nothing is left out. */
export type ReadMine = (db: Db, room: RoomKey, registrantIds: readonly number[]) => Promise<Map<number, object>>;

/** Figures that change faster than they need to be told: read about once a second while somebody touches them. */
export interface Counter {
  readonly for: "everybody" | "team";
  read(db: Db, room: RoomKey): Promise<object>;
}

/** Looks after the rooms that are open in this process, about once a second. */
export type Watch = (rooms: readonly RoomKey[]) => Promise<void>;

export function createRoomParts(): RoomParts {
  return { states: new Map(), mine: new Map(), counters: new Map(), watches: [] };
}
