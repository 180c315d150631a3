import { randomInt } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { languages } from "@lectern/texts/languages";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keys, makeTarget, quietly, readEverything, readFolder, sourceOf } from "../../../../test/backup-fixture.ts";
import type { TestToken } from "../../../../test/builders.ts";
import { startTestApp, type TestApp } from "../../../../test/harness.ts";
import { startS3 } from "../../../../test/s3-server.ts";
import { until } from "../../../../test/until.ts";
import { describeSchema } from "../../../../tools/describe-schema.ts";
import { queueJob } from "../../../db/queue-job.ts";
import { createS3FileStore } from "../../../lib/s3-file-store.ts";
import { makePartitions } from "../../attending/attendance/partitions.ts";
import { saveFile, saveFileSet } from "../../base/files/save-file.ts";
import { listDriftedTotals } from "../../insight/counters/drifts.ts";
import { ArchiveError, verifyArchive, writeArchive } from "./archive.ts";
import { makeBackup } from "./make-backup.ts";
import { checkBackup, RestoreError, restoreBackup } from "./restore-backup.ts";
import { isMarked, SET_MARK } from "./restore-mark.ts";

// Backups of the real app on a database of its own, restored into new ones.

let folder: string;
let app: TestApp;
let token: TestToken;
let eventId: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-backup-"));
  app = await startTestApp();
  const { id } = await app.build.client();
  token = await app.build.token(id);
  eventId = (await app.build.event(id, { title: "Quiet machines" })).id;
  for (const { code, name } of languages) await register({ email: `${code}@example.com`, firstname: name, ...awkward });
  await attend();
  await queueJob(
    app.database.db,
    "announce-event-change",
    { clientId: id, eventId, text: "tab\tand \\ and \u05d0" },
    "k",
  );
});
/** In the parts of months that the program makes while it runs, and in the one for all others. */
async function attend(): Promise<void> {
  await makePartitions(app.database.db, new Date("2026-11-29"));
  await app.database.pool.query(
    `insert into viewing_sessions (client_id, event_id, registrant_id, tab, kind, is_opening, started_at, last_seen_at)
     select $1, $2, 7, 'tab', 'live', true, at, at from unnest($3::timestamptz[]) at`,
    [token.clientId, eventId, ["2026-11-29", "2026-12-01", "2031-01-01"]],
  );
}

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** What COPY writes in another way than it is. */
const awkward = { company: "\\N \\. \\t \u{1f469}\u200d\u{1f52c} \"'", lastname: "Ünïcode\\" };

async function register(form: Record<string, string>): Promise<boolean> {
  const answer = await app.call(token, `POST /client/${token.clientId}/event/${eventId}/registrant`, { form });
  return answer.statusCode === 200;
}

async function storeFiles(stores = app.jobContext): Promise<void> {
  const place = await stores.staging.makeFolder();
  const write = async (name: string, content: string) => {
    await writeFile(join(place, name), content);
    return { path: join(place, name), name, mediaType: "video/mp4", byteSize: content.length };
  };
  const { clientId } = token;
  const one = { clientId, staged: await write("talk.mp4", "moving pictures"), mediaType: "video/mp4" };
  await saveFile(stores, one, async () => {});
  const parts = [await write("index.m3u8", "#EXTM3U"), await write("1.m4s", "a".repeat(3_000_000))];
  await saveFileSet(stores, { clientId, name: "index.m3u8", mediaType: "video/mp4", parts }, async () => {});
}

let number = 0;
const newFile = () => join(folder, `backup-${number++}.tar`);
const newFolder = () => mkdtemp(join(folder, "data-"));

async function backUp(source = sourceOf(app)): Promise<string> {
  const file = newFile();
  await makeBackup(source, file, quietly);
  return file;
}

async function restoreInto(target: Awaited<ReturnType<typeof makeTarget>>, file: string): Promise<string[]> {
  return restoreBackup(target, await checkBackup(file, await verifyArchive(file), keys), quietly);
}

const jobsOf = async ({ pool }: TestApp["database"]) =>
  (
    await pool.query(`
      select identifier, payload, key, run_at, priority, max_attempts
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`)
  ).rows;

test("a restored backup is equal: rows in every language, sequences, schema, jobs and files", async () => {
  await storeFiles();
  const before = await readEverything(app.database.pool);
  const file = await backUp();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const target = await makeTarget(await newFolder());
  expect(await restoreInto(target, file)).toEqual([]);

  expect(await readEverything(target.database.pool)).toEqual(before);
  expect(before.registrants).toHaveLength(languages.length);
  const sessions = Object.entries(before).filter(([name]) => name.startsWith("viewing_sessions"));
  expect(sessions.filter(([, rows]) => rows.length > 0)).toHaveLength(3);
  expect(await describeSchema(target.database.pool)).toEqual(await describeSchema(app.database.pool));
  expect(await jobsOf(target.database)).toEqual(await jobsOf(app.database));
  expect(await jobsOf(target.database)).toMatchObject([{ key: "k", payload: { text: "tab\tand \\ and \u05d0" } }]);
  const files = await readFolder(join(app.jobContext.config.dataFolder, "files"));
  expect(Object.keys(files)).toHaveLength(3);
  expect(await readFolder(join(target.dataFolder, "files"))).toEqual(files);
  expect(await readFolder(join(target.dataFolder, "incoming"))).toEqual({});
  expect(await isMarked(target.database.pool)).toBe(false);
  await target.database.close();
});

test("taken while people register: everybody acknowledged before is there, and the totals agree", async () => {
  const acknowledged: string[] = [];
  let isDone = false;
  const write = async (writer: number) => {
    for (let n = 0; !isDone; n++) {
      const email = `writer-${writer}-${n}@example.com`;
      if (await register({ email, firstname: "W", ...awkward })) acknowledged.push(email);
    }
  };
  const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
  await until(() => acknowledged.length > 100);
  const before = [...acknowledged];
  const file = await backUp();
  const { length: during } = acknowledged;
  isDone = true;
  await Promise.all(writers);
  expect(during).toBeGreaterThan(before.length);

  const target = await makeTarget(await newFolder());
  await restoreInto(target, file);
  const { rows } = await target.database.pool.query<{ email: string }>("select email from registrants");
  const restored = new Set(rows.map(({ email }) => email));
  expect(before.filter((email) => !restored.has(email))).toEqual([]);
  expect(await listDriftedTotals(target.database.db)).toEqual([]);
  // Who comes next gets a number that nobody has.
  const { rows: next } = await target.database.pool.query(
    "select nextval(pg_get_serial_sequence('registrants', 'id')) > max(id) as is_new from registrants",
  );
  expect(next).toEqual([{ is_new: true }]);
  await target.database.close();
});

test("an archive that breaks off anywhere, or in which a bit has changed, is refused before anything changes", async () => {
  const whole = await readFile(await backUp());
  const file = newFile();
  const readAs = async (bytes: Buffer) => {
    await writeFile(file, bytes);
    return verifyArchive(file);
  };
  const manifest = await readAs(whole);
  // Blocks of zeros end a tar; what breaks off in them holds everything.
  const end = whole.length - 1024 - 512 + 65;
  for (const length of [0, 1, 511, 512, 513, randomInt(end), randomInt(end), end - 1])
    await expect(readAs(whole.subarray(0, length)), `${length} bytes`).rejects.toThrow(ArchiveError);
  for (let flip = 0; flip < 200; flip++) {
    const bit = randomInt(end * 8);
    const changed = Buffer.from(whole);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    // Blocks are filled up with bytes that mean nothing.
    const read = await readAs(changed).catch((error: unknown) => error);
    if (read instanceof ArchiveError) continue;
    expect(read, `bit ${bit}`).toEqual(manifest);
    expect(whole[bit >> 3], `bit ${bit}`).toBe(0);
  }
  await truncate(file, 100_000);
  await expect(verifyArchive(file)).rejects.toThrow(ArchiveError);
  await expect(verifyArchive(join(folder, "nowhere.tar"))).rejects.toThrow(/ENOENT/);
});

test("refuses a database, a store or a folder in which there is something", async () => {
  const file = await backUp();
  const used = await makeTarget(await newFolder());
  await used.database.pool.query("create table somebodys (id int)");
  await expect(restoreInto(used, file)).rejects.toThrow(/not empty \(somebodys/);
  expect(await isMarked(used.database.pool)).toBe(false);
  await used.database.close();
  for (const name of ["secret.key", "files/somebodys"]) {
    const dataFolder = await newFolder();
    await mkdir(join(dataFolder, "files"));
    await writeFile(join(dataFolder, name), "");
    const target = await makeTarget(dataFolder);
    await expect(restoreInto(target, file)).rejects.toThrow(RestoreError);
    await target.database.close();
  }
});

test("a restore that ended in the middle is begun anew, by the same backup only", async () => {
  const before = await readEverything(app.database.pool);
  const file = await backUp();
  const target = await makeTarget(await newFolder());
  const { pool } = target.database;
  const checked = await checkBackup(file, await verifyArchive(file), keys);
  const dieAt = (what: string) => (now: string) => {
    if (now.startsWith(what)) throw new Error("killed");
  };
  for (const what of ["Restoring files", "Loading registrants", "Checking references"]) {
    await expect(restoreBackup(target, checked, dieAt(what))).rejects.toThrow("killed");
    expect(await isMarked(pool)).toBe(true);
  }
  await restoreBackup(target, checked, quietly);
  expect(await readEverything(pool)).toEqual(before);

  await pool.query(SET_MARK);
  const live = await newFolder();
  await mkdir(join(live, "files"));
  await writeFile(join(live, "files", "of-another-server"), "kept");
  await expect(restoreBackup({ ...target, dataFolder: live }, checked, quietly)).rejects.toThrow(/holds files already/);
  expect(await readFile(join(live, "files", "of-another-server"), "utf8")).toBe("kept");

  await pool.query("insert into kysely_migration values ('0999_of_another', '2026-01-01')");
  await expect(restoreBackup(target, checked, quietly)).rejects.toThrow(/Another backup/);
  await target.database.close();
});

test("refuses a backup of a newer Lectern, and one whose key is another", async () => {
  const { pool } = app.database;
  await pool.query("insert into kysely_migration values ('9999_later', '2030-01-01')");
  const newer = await backUp();
  await pool.query("delete from kysely_migration where name = '9999_later'");
  await expect(checkBackup(newer, await verifyArchive(newer), keys)).rejects.toThrow(/at 9999_later/);
  const file = await backUp();
  const manifest = await verifyArchive(file);
  const other = { ...keys, secretKey: "another-key-of-the-tests-0123456789abcdef" };
  await expect(checkBackup(file, manifest, other)).rejects.toThrow(/not the key of the backup/);
  await expect(checkBackup(file, manifest, { ...keys, secretKey: undefined })).rejects.toThrow(/set the same/);
});

/** An archive as good as one of ours, with what somebody has put into it. */
async function forge(names: readonly string[], changes: object = {}): Promise<string> {
  const { entries: _, ...manifest } = await verifyArchive(await backUp());
  const file = newFile();
  await writeArchive(file, async (add) => {
    for (const name of names) await add(name, 1, [Buffer.from("x")]);
    return { ...manifest, ...changes };
  });
  return file;
}

const key = "0123456789abcdef0123456789abcdef";

test.each([
  [`files/${key}/..`],
  ["files/../../evil/x"],
  ["files/../x"],
  [`files/${key}/a/b`],
  [`files/${key}/..\\x`],
  [`files/${key.toUpperCase()}/content`],
  ["keys/../authorized_keys"],
  ["keys/other.key"],
  ["/etc/passwd"],
  ["database/public.clients/../x.copy.gz"],
  ["database/public.clients/000001.copy"],
])("refuses an archive with what no Lectern puts into one (%s)", async (name) => {
  await expect(verifyArchive(await forge([name]))).rejects.toThrow("by no Lectern");
});

test("refuses an archive in which a name stands twice, or a key is a book", async () => {
  const name = `files/${key}/content`;
  await verifyArchive(await forge([name]));
  await expect(verifyArchive(await forge([name, name]))).rejects.toThrow(ArchiveError);
  const { entries: _, ...manifest } = await verifyArchive(await backUp());
  const file = newFile();
  await writeArchive(file, async (add) => {
    await add("keys/secret.key", 1_001, [Buffer.alloc(1_001)]);
    return manifest;
  });
  await expect(verifyArchive(file)).rejects.toThrow("too large");
});

const part = { schema: "public", name: "part", parent: { schema: "public", name: "viewing_sessions" } };
const everyMonth = {
  ...part,
  bound: "FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00')",
  options: "",
};

test("runs nothing that stands in an archive where a table's part is described", async () => {
  const { partitions } = await verifyArchive(await forge([], { partitions: [everyMonth] }));
  expect(partitions).toEqual([everyMonth]);
  for (const bad of [
    { bound: "DEFAULT; drop schema public cascade" },
    { bound: "FOR VALUES IN (1) with (fillfactor=80); select 1 --" },
    { bound: "FOR VALUES FROM ((select max(id) from clients)) TO (MAXVALUE)" },
    { options: "fillfactor=80); select 1; --" },
  ])
    await expect(verifyArchive(await forge([], { partitions: [{ ...everyMonth, ...bad }] }))).rejects.toThrow(
      "by no Lectern",
    );
});

test("files of an S3 store are in the backup, and go into one", async () => {
  const [from, to] = [await startS3(), await startS3()];
  const files = createS3FileStore(from.settings);
  await storeFiles({ ...app.jobContext, files });
  const file = newFile();
  const { manifest, missing } = await makeBackup({ ...sourceOf(app), files }, file, quietly);
  // Those that the test before has put into the folder.
  expect(missing).toHaveLength(2);
  expect(manifest.fileCount).toBe(3);
  const target = await makeTarget(await newFolder());
  const restored = createS3FileStore(to.settings);
  await restoreInto({ ...target, storage: { ...target.storage, files: restored } }, file);
  for (const entry of Object.keys(manifest.entries).filter((name) => name.startsWith("files/"))) {
    const path = entry.slice("files/".length);
    const contents = [files, restored].map(async (store) =>
      buffer((await store.read(path))?.stream ?? Readable.from([])),
    );
    const [was, is] = await Promise.all(contents);
    expect(is?.equals(was as Buffer), path).toBe(true);
  }
  await target.database.close();
  await Promise.all([from.close(), to.close()]);
});

test("a backup that fails leaves nothing", async () => {
  const files = { ...app.jobContext.files, list: () => Promise.reject(new Error("the disk is gone")) };
  const file = newFile();
  await expect(makeBackup({ ...sourceOf(app), files }, file, quietly)).rejects.toThrow("the disk is gone");
  expect((await readdir(folder)).filter((name) => file.endsWith(name.replace(".part", "")))).toEqual([]);
});
