import type { Db } from "../../../db/database.ts";
import { type Telling, tell } from "../room/room-log.ts";
import { isKnownToAudience, pollFor } from "./present.ts";
import { listPolls, type PollKey, type PollRow } from "./queries.ts";
import type { Stage } from "./stage.ts";

/** A poll as it stands at a stage; undefined when it is gone. */
export async function findPoll(tx: Db, key: PollKey, { name }: Stage): Promise<PollRow | undefined> {
  const [row] = await listPolls(tx, key, { isPractice: name === "practice", pollId: key.pollId });
  return row;
}

/** Tells the team how a poll stands now, and the audience when it knows of the poll. */
export async function tellPoll(tx: Db, key: PollKey, stage: Stage): Promise<void> {
  const row = await findPoll(tx, key, stage);
  if (!row) return;
  const toldTo = (to: "audience" | "team"): Telling<"polls.poll"> => ({
    ...{ room: key, to, kind: "polls.poll" },
    body: pollFor(to, row, stage),
  });
  await tell(tx, [toldTo("team"), ...(isToldToAudience(row, stage) ? [toldTo("audience")] : [])]);
}

export function isToldToAudience(row: PollRow, stage: Stage): boolean {
  return stage.name !== "practice" && isKnownToAudience(row, stage);
}
