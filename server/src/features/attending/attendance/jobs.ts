import { GONE_AFTER_MS } from "@lectern/wire/room";
import { sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { makePartitions } from "./partitions.ts";

/** Every night: months of sessions are made before they are needed. */
export const makePartitionsJob: JobDefinition = {
  name: "make-session-partitions",
  cron: "10 2 * * *",
  run: ({ db, now }) => makePartitions(db, now()),
};

/** Every minute: ends the sessions of processes that were killed. Their minutes are written down already. */
export const endLostSessionsJob: JobDefinition = {
  name: "end-lost-sessions",
  cron: "* * * * *",
  isMissable: true,
  run: ({ db, now }) => endLostSessions(db, now()),
};

async function endLostSessions(db: Db, now: Date): Promise<void> {
  // Twice as long as a process waits that is alive.
  const before = new Date(now.getTime() - 2 * GONE_AFTER_MS);
  for (const table of ["viewingSessions", "presenterSessions"] as const)
    await db
      .updateTable(table)
      .set({ endedAt: sql<Date>`last_seen_at` })
      .where("endedAt", "is", null)
      .where("lastSeenAt", "<", before)
      .execute();
}
