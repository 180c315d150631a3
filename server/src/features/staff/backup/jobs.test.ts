import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { OPERATOR_KEY, withApp } from "../../../../test/harness.ts";
import { readConfig } from "../../../config.ts";
import { verifyArchive } from "./archive.ts";
import { backUpJob } from "./jobs.ts";

const app = await withApp();
const parent = await mkdtemp(join(tmpdir(), "lectern-schedule-"));
afterAll(() => rm(parent, { recursive: true }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(parent, "backups-"));
  app.clock.now = new Date("2026-11-29T02:30:00Z");
});

const run = (backupFolder = folder) => {
  const { backups } = readConfig({ BACKUP_FOLDER: backupFolder, BACKUP_KEEP_DAYS: "7" });
  return backUpJob.run({ ...app.jobContext, config: { ...app.jobContext.config, backups } }, {});
};

const ages = async () => {
  const { body } = await app.app.server.inject({
    url: "/metrics",
    headers: { authorization: `Bearer ${OPERATOR_KEY}` },
  });
  return /^lectern_backup_age_seconds (.*)$/m.exec(body)?.[1];
};

const others = ["notes.txt", "lectern-later.tar", "lectern-20261123T023000Z.tar", "lectern-20261128T023000Z.tar.part"];
const old = ["lectern-20261121T023000Z.tar", "lectern-20251121T023000Z.tar", "lectern-20261128T022959Z.tar.part"];

test("makes a good one in the folder, and then removes what is older than the days to keep", async () => {
  for (const name of [...others, ...old]) await writeFile(join(folder, name), "");
  expect(await ages()).toBeUndefined();
  await run();
  expect((await readdir(folder)).sort()).toEqual(["lectern-20261129T023000Z.tar", ...others].sort());
  expect(await verifyArchive(join(folder, "lectern-20261129T023000Z.tar"))).toMatchObject({ format: 1 });
  expect(Number(await ages())).toBeLessThan(600);
});

test("one that fails is an error in the log, removes nothing, and the last good one grows older", async () => {
  const [errors, before] = [vi.spyOn(app.jobContext.log, "error"), await ages()];
  for (const name of old) await writeFile(join(folder, name), "");
  await mkdir(join(folder, "lectern-20261129T023000Z.tar"));
  await expect(run()).rejects.toThrow();
  expect((await readdir(folder)).sort()).toEqual(["lectern-20261129T023000Z.tar", ...old].sort());
  expect(errors).toHaveBeenCalledWith(expect.objectContaining({ err: expect.any(Error) }), "backup failed");
  expect(Number(await ages())).toBeGreaterThanOrEqual(Number(before));
  errors.mockRestore();
});

test("is done at the time of the settings, and by nobody without a folder", () => {
  const cron = (environment: Record<string, string>) =>
    typeof backUpJob.cron === "function" ? backUpJob.cron(readConfig(environment)) : expect.fail();
  expect(cron({ BACKUP_FOLDER: folder })).toBe("30 2 * * *");
  expect(cron({ BACKUP_FOLDER: folder, BACKUP_AT: "23:05" })).toBe("5 23 * * *");
  expect(cron({})).toBeUndefined();
});
