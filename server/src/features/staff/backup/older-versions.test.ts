import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keys, makeTarget, quietly } from "../../../../test/backup-fixture.ts";
import { sealer } from "../../../../test/harness.ts";
import { describeSchema } from "../../../../tools/describe-schema.ts";
import { listMigrationNames, migrate } from "../../../db/migrate.ts";
import { migrateJobs } from "../../../jobs/jobs.ts";
import { verifyArchive, writeArchive } from "./archive.ts";
import { dumpDatabase } from "./dump-database.ts";
import { loadDatabase } from "./load-database.ts";
import { makeBackup } from "./make-backup.ts";
import { checkBackup, restoreBackup } from "./restore-backup.ts";

const folder = await mkdtemp(join(tmpdir(), "lectern-older-"));
afterAll(() => rm(folder, { recursive: true }));

test("a backup of an earlier version is restored as it was, and brought up to date as an upgrade would", async () => {
  const names = await listMigrationNames();
  const earlier = await makeTarget(await mkdtemp(join(folder, "data-")));
  const { db, pool } = earlier.database;
  await migrate(db, undefined, names.slice(0, names.indexOf("0140_email_keys")));
  await pool.query(`
    insert into clients (id, path, name) values (1, '{1}', 'Acme');
    insert into events (client_id, id, title, type, content_type, language_code, time_zone, starts_at, duration_minutes,
        live_starts_at, live_ends_at, archive_starts_at, archive_ends_at, audience_key, staff_key)
      values (1, 10, 'Machines', 'webcam', 'webcam', 'en', 'UTC', now(), 60, now(), now(), now(), now(), 'a', 's');
    insert into registrants (client_id, event_id, id, email, status, created_at) values
      (1, 10, 1, 'Ada@Acme.example', 'active', '2026-01-01'),
      (1, 10, 2, 'ada@acme.example' || U&'\\200B', 'active', '2026-01-02')`);
  const file = join(folder, "earlier.tar");
  const source = { pool, files: earlier.storage.files, sealer, dataFolder: earlier.dataFolder, config: keys };
  await makeBackup(source, file, quietly);
  const target = await makeTarget(await mkdtemp(join(folder, "data-")));
  await restoreBackup(target, await checkBackup(file, await verifyArchive(file), keys), quietly);
  expect(await migrate(target.database.db)).toEqual([]);
  const { rows } = await target.database.pool.query("select id, email_key, email_rank from registrants order by id");
  expect(rows).toEqual([1, 2].map((id) => ({ id, email_key: "ada@acme.example", email_rank: id - 1 })));
  await Promise.all([earlier.database.close(), target.database.close()]);
});

test("parts of partitioned tables, and tables that no migration makes", async () => {
  const make = async () => {
    const one = await makeTarget(await mkdtemp(join(folder, "data-")));
    await migrate(one.database.db);
    await migrateJobs(one.database.pool);
    await one.database.pool.query("create table sessions (at date not null, who text) partition by range (at)");
    return one;
  };
  const [from, to] = [await make(), await make()];
  await from.database.pool.query(`
    create table sessions_2026_11 partition of sessions for values from ('2026-11-01') to ('2026-12-01')
      with (fillfactor = 85);
    insert into sessions values ('2026-11-29', 'Ada');
    create schema reporting; create table reporting.extra (id int)`);
  const file = join(folder, "parts.tar");
  const manifest = await writeArchive(file, async (add) => {
    const { madeAt, ...dumped } = await dumpDatabase(from.database.pool, add, quietly);
    return { ...dumped, format: 1, lectern: "0", madeAt: madeAt.toISOString(), keyMark: "", fileCount: 0 };
  });
  expect(await loadDatabase(to.database.pool, file, manifest, quietly)).toEqual(["reporting.extra"]);
  const { rows } = await to.database.pool.query("select at::text, who, tableoid::regclass::text as part from sessions");
  expect(rows).toEqual([{ at: "2026-11-29", who: "Ada", part: "sessions_2026_11" }]);
  await from.database.pool.query("drop schema reporting cascade");
  expect(await describeSchema(to.database.pool)).toEqual(await describeSchema(from.database.pool));
  await Promise.all([from.database.close(), to.database.close()]);
});
