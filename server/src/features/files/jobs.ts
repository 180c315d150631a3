import { DateTime } from "luxon";
import type { JobDefinition } from "../../jobs.ts";
import { listAbandonedFiles, listUnusedFiles, type OldFile, removeFile } from "./queries.ts";

/** An upload that takes longer than this into the store has lost its process. */
const ABANDONED_HOURS = 24;
/** Between saving a file and referring to it lies one transaction; the rest is for people to regret a deletion. */
const UNUSED_DAYS = 7;

/** Every hour: removes the bytes of files that never finished arriving, and of those nobody refers to any more. */
export const sweepFilesJob: JobDefinition = {
  name: "sweep-files",
  cron: "10 * * * *",
  async run({ db, files, now, log }) {
    const at = DateTime.fromJSDate(now());
    const remove = async ({ clientId, id, key }: OldFile) => {
      await files.removeAll(key);
      await removeFile(db, clientId, id);
      log.info({ clientId, fileId: id }, "unused file removed");
    };
    for (const file of await listAbandonedFiles(db, at.minus({ hours: ABANDONED_HOURS }).toJSDate()))
      await remove(file);
    for (const file of await listUnusedFiles(db, at.minus({ days: UNUSED_DAYS }).toJSDate())) await remove(file);
  },
};
