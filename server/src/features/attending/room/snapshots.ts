import type { Role } from "@lectern/wire/room";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { RoomKey, RoomParts } from "../../../http/socket/room-parts.ts";
import { createGroupCommit } from "../../../lib/group-commit.ts";
import { findLastSeq } from "./room-log.ts";

/** What newcomers are told at once. */
export interface Snapshot {
  /** Of the last message that it contains. */
  readonly seq: number;
  /** JSON of the features' states by name. */
  readonly text: string;
}

interface SnapshotDeps {
  readonly db: Kysely<Database>;
  readonly parts: RoomParts;
}

/** Reads what all features tell newcomers of a role, as it was at one moment. */
export async function readSnapshot({ db, parts }: SnapshotDeps, room: RoomKey, role: Role): Promise<Snapshot> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      const seq = await findLastSeq(tx, room);
      const states: Record<string, object> = {};
      for (const [name, read] of parts.states) {
        const state = await read(tx, room, role);
        if (state) states[name] = state;
      }
      return { seq, text: JSON.stringify(states) };
    });
}

interface Concerned {
  readonly room: RoomKey;
  readonly registrantId: number;
}

const MOST_IN_GROUP = 500;

/** Reads what only concerns newcomers themselves, for all who come at the same time together: JSON by feature. */
export function createMineReader({ db, parts }: SnapshotDeps): (concerned: Concerned) => Promise<string> {
  const readers = createGroupCommit<Concerned, string>({
    keyOf: ({ registrantId }) => String(registrantId),
    commit: (group) => readMine({ db, parts }, group),
    isItemsFault: () => false,
    most: MOST_IN_GROUP,
  });
  return readers.submit;
}

async function readMine({ db, parts }: SnapshotDeps, group: readonly Concerned[]): Promise<string[]> {
  const found = new Map<number, Record<string, object>>();
  for (const [room, registrantIds] of byRoom(group))
    for (const [name, read] of parts.mine)
      for (const [registrantId, mine] of await read(db, room, registrantIds))
        found.set(registrantId, { ...found.get(registrantId), [name]: mine });
  return group.map(({ registrantId }) => JSON.stringify(found.get(registrantId) ?? {}));
}

function byRoom(group: readonly Concerned[]): (readonly [RoomKey, readonly number[]])[] {
  const rooms = new Map<number, { room: RoomKey; registrantIds: number[] }>();
  for (const { room, registrantId } of group) {
    const known = rooms.get(room.eventId);
    if (known) known.registrantIds.push(registrantId);
    else rooms.set(room.eventId, { room, registrantIds: [registrantId] });
  }
  return [...rooms.values()].map(({ room, registrantIds }) => [room, registrantIds]);
}
