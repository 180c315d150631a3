import type { Db } from "../../../../db/database.ts";
import { Refusal } from "../../../../errors.ts";
import type { RoomKey } from "../../../../http/socket/room-parts.ts";
import type { Stage } from "../../../attending/polls/stage.ts";
import type { DemoPerson } from "./people.ts";

/** A webinar of the past, in the transaction that makes it. */
export interface Scene {
  readonly tx: Db;
  readonly room: RoomKey;
  /** @param minute from the start of the webinar. */
  at(minute: number): Date;
  /** By the number of a person. */
  readonly registrantIds: ReadonlyMap<number, number>;
}

/** What polls and the survey are told: it is live while people do all this. */
export const live: Stage = { name: "live", isOnDemand: false, isEverLive: true };

/** Who does something, where and when, as every action wants it. */
export function whoIs({ room, at, registrantIds }: Scene, person: DemoPerson, minute: number) {
  const registrantId = registrantIds.get(person.number) ?? 0;
  return { clientId: room.clientId, eventId: room.eventId, registrantId, at: at(minute) };
}

/**
 * Lets people do something, each thing of the same person in a round of its own, as the actions ask for; answers what came of
 * each, in their order. A refusal is a fault of the demo, and thrown.
 */
export async function perform<Item extends { readonly registrantId: number }, Result>(
  tx: Db,
  act: (tx: Db, items: readonly Item[]) => Promise<readonly (Result | Refusal)[]>,
  items: readonly Item[],
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  let rest = [...items.entries()];
  while (rest.length > 0) {
    const people = new Set<number>();
    const round = rest.filter(([, { registrantId }]) => !people.has(registrantId) && people.add(registrantId));
    rest = rest.filter((entry) => !round.includes(entry));
    const outcomes = await act(
      tx,
      round.map(([, item]) => item),
    );
    for (const [place, outcome] of outcomes.entries()) {
      if (outcome instanceof Refusal) throw outcome;
      results[round[place]?.[0] ?? 0] = outcome;
    }
  }
  return results;
}
