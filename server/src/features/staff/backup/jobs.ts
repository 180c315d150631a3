import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { DateTime } from "luxon";
import type { BackupSchedule } from "../../../config.ts";
import type { JobDefinition } from "../../../jobs/jobs.ts";
import { isOldBackup, isOldPart, nameBackup } from "./backup-names.ts";
import { makeBackup } from "./make-backup.ts";

/** Once a day, by one of the workers whose settings name a folder: a backup, and then away with the old ones. */
export const backUpJob: JobDefinition = {
  name: "back-up",
  cron: ({ backups }) => backups && `${backups.at.minute} ${backups.at.hour} * * *`,
  isLong: true,
  async run({ config, log, now, signal, ...source }) {
    const { backups } = config;
    if (!backups) return;
    const file = join(backups.folder, nameBackup(now()));
    try {
      await mkdir(backups.folder, { recursive: true, mode: 0o700 });
      const stopUnlessWanted = () => signal?.throwIfAborted();
      const { byteSize, missing } = await makeBackup(
        { ...source, config, dataFolder: config.dataFolder },
        file,
        stopUnlessWanted,
      );
      log.info({ file, byteSize }, "backup made");
      if (missing.length > 0)
        log.error({ keys: missing.slice(0, MOST_TOLD), total: missing.length }, "files are missing from the store");
    } catch (error) {
      log.error({ err: error, file }, "backup failed");
      throw error;
    }
    await removeOld(backups, now());
  },
};

const MOST_TOLD = 100;

/** No backup takes longer: the process of one that has not ended is dead. */
const LONGEST_DAYS = 1;

async function removeOld({ folder, keepDays }: BackupSchedule, at: Date): Promise<void> {
  const daysBefore = (days: number) => DateTime.fromJSDate(at).minus({ days }).toJSDate();
  for (const name of await readdir(folder))
    if (isOldBackup(name, daysBefore(keepDays)) || isOldPart(name, daysBefore(LONGEST_DAYS)))
      await rm(join(folder, name), { force: true });
}
