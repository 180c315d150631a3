import { sql } from "kysely";
import type { JobDefinition } from "../../../jobs/jobs.ts";

/** Every hour: what was told long ago nobody comes back for, or says again; the features keep what happened. */
export const dropOldMessagesJob: JobDefinition = {
  name: "drop-old-room-messages",
  cron: "25 * * * *",
  isMissable: true,
  async run({ db }) {
    await sql`delete from room_messages where told_at < now() - interval '1 day'`.execute(db);
    await sql`delete from said_once where said_at < now() - interval '1 day'`.execute(db);
  },
};
