import { DateTime } from "luxon";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { giveUpUnusedFiles, listAbandonedFiles, removeFile } from "./queries.ts";

/** An upload that takes longer than this into the store has lost its process. */
const ABANDONED_HOURS = 24;
/** A file is referred to from the moment it counts; the rest is for operators who restore a table. */
const UNUSED_DAYS = 7;

/**
 * Every hour: removes the bytes of files that never finished arriving, of those nobody refers to any more, and what
 * broken work left on this machine.
 */
export const sweepFilesJob: JobDefinition = {
  name: "sweep-files",
  cron: "10 * * * *",
  async run({ db, files, staging, now, log }) {
    await staging.sweep(now());
    const at = DateTime.fromJSDate(now());
    await giveUpUnusedFiles(db, at.minus({ days: UNUSED_DAYS }).toJSDate());
    for (const file of await listAbandonedFiles(db, at.minus({ hours: ABANDONED_HOURS }).toJSDate())) {
      await files.removeAll(file.key);
      await removeFile(db, file.clientId, file.id);
      log.info({ clientId: file.clientId, fileId: file.id }, "unused file removed");
    }
  },
};
