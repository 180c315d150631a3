import { randomBytes } from "node:crypto";
import { access, mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Transaction } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import type { Database } from "../../../db/types.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import { insertMedia } from "../../webinars/media/upload-queries.ts";
import { sweepFilesJob } from "./jobs.ts";
import { insertFile } from "./queries.ts";
import { saveFile, saveFileSet } from "./save-file.ts";

const HOUR_MS = 3_600_000;

const app = await withApp();
const clientId = (await app.build.client()).id;
beforeEach(async () => {
  await app.database.pool.query("delete from media");
  await app.database.pool.query("delete from files");
  delete app.clock.now;
});

const incoming = () => join(app.jobContext.config.dataFolder, "incoming");

async function stage(content = "bytes") {
  const folder = await app.jobContext.staging.makeFolder();
  const path = join(folder, "file");
  await writeFile(path, content);
  return { path, name: "talk.mp4", byteSize: content.length };
}

const save = async (use: Parameters<typeof saveFile<number>>[2], stores: { files?: FileStore } = {}) =>
  saveFile({ ...app.jobContext, ...stores }, { clientId, staged: await stage(), mediaType: "video/mp4" }, use);

async function rows() {
  return (await app.database.pool.query("select id::int, key, state from files order by id")).rows;
}

async function storedKeys(): Promise<string[]> {
  const folder = join(app.jobContext.config.dataFolder, "files");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.parentPath.split("/").at(-1) ?? "");
}

const media = (fileId: number) => ({ clientId, kind: "video", title: "t", fileId }) as const;

describe("saving", () => {
  test("is whole: bytes, row and what refers to it", async () => {
    const mediaId = await save((tx, fileId) => insertMedia(tx, media(fileId)));
    const [file] = await rows();
    expect(file).toMatchObject({ state: "stored" });
    expect(await storedKeys()).toContain(file.key);
    expect(mediaId).toEqual(expect.any(Number));
  });

  test("leaves nothing when what should refer to the file fails", async () => {
    const before = await storedKeys();
    const failing = save(async () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect([await rows(), await storedKeys()]).toEqual([[], before]);
  });

  test("leaves nothing of a set whose last part fails", async () => {
    const before = await storedKeys();
    const { path, byteSize } = await stage();
    const parts = [
      { name: "index.m3u8", path, mediaType: "", byteSize },
      { name: "part-1.m4s", path: `${path}-missing`, mediaType: "", byteSize },
    ];
    const set = { clientId, name: "index.m3u8", mediaType: "", parts };
    await expect(saveFileSet(app.jobContext, set, async () => 1)).rejects.toThrow("ENOENT");
    expect([await rows(), await storedKeys()]).toEqual([[], before]);
  });

  test("keeps what was committed although the answer to the commit got lost", async () => {
    const { db } = app.jobContext;
    const execute = async (write: (tx: Transaction<Database>) => Promise<unknown>) => {
      await db.transaction().execute(write);
      throw new Error("Connection terminated unexpectedly");
    };
    const forgetful = new Proxy(db, {
      get(target, name) {
        if (name === "transaction") return () => ({ execute });
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const saving = saveFile(
      { db: forgetful, files: app.jobContext.files },
      { clientId, staged: await stage(), mediaType: "video/mp4" },
      (tx, fileId) => insertMedia(tx, media(fileId)),
    );
    await expect(saving).rejects.toThrow("Connection terminated");
    const [file] = await rows();
    expect(file).toMatchObject({ state: "stored" });
    expect(await storedKeys()).toContain(file.key);
  });

  test("tells its own reason when undoing fails too, and leaves the rest to the sweep", async () => {
    const files = { ...app.jobContext.files, removeAll: () => Promise.reject(new Error("store away")) };
    const failing = save(
      async () => {
        throw new Error("no");
      },
      { files },
    );
    await expect(failing).rejects.toThrow("no");
    const [file] = await rows();
    expect(file).toMatchObject({ state: "incoming" });
    await sweepFilesJob.run(app.jobContext, {});
    expect(await rows()).toEqual([]);
    expect(await storedKeys()).not.toContain(file.key);
  });
});

describe("the sweep", () => {
  const sweepAt = async (hours: number) => {
    app.clock.now = new Date(Date.now() + hours * HOUR_MS);
    await sweepFilesJob.run(app.jobContext, {});
  };

  test("removes what a process that died was storing, once it must be dead", async () => {
    const key = randomBytes(16).toString("hex");
    const { path } = await stage();
    await app.jobContext.files.put(`${key}/content`, path, "");
    const file = { clientId, key, name: "a", mediaType: "video/mp4", byteSize: 5 };
    await insertFile(app.jobContext.db, file);
    await sweepAt(23);
    expect(await rows()).toMatchObject([{ key }]);
    await sweepAt(25);
    expect(await rows()).toEqual([]);
    expect(await storedKeys()).not.toContain(key);
  });

  test("removes what nothing refers to, and keeps what any table does", async () => {
    await save((tx, fileId) => insertMedia(tx, media(fileId)));
    const [kept] = await rows();
    await save(async (_tx, fileId) => fileId);
    const unused = (await rows()).find(({ id }) => id !== kept.id);
    await sweepAt(7 * 24 - 1);
    expect(await rows()).toHaveLength(2);
    await sweepAt(7 * 24 + 1);
    expect(await rows()).toEqual([kept]);
    expect(await storedKeys()).toContain(kept.key);
    expect(await storedKeys()).not.toContain(unused.key);
  });

  test("a store that is away stops it, and the next one goes on", async () => {
    await save(async (_tx, fileId) => fileId);
    app.clock.now = new Date(Date.now() + 8 * 24 * HOUR_MS);
    const files = { ...app.jobContext.files, removeAll: () => Promise.reject(new Error("store away")) };
    await expect(sweepFilesJob.run({ ...app.jobContext, files }, {})).rejects.toThrow("store away");
    expect(await rows()).toMatchObject([{ state: "incoming" }]);
    await sweepFilesJob.run(app.jobContext, {});
    expect(await rows()).toEqual([]);
  });

  test("removes staged files that nobody has written to for hours, and folders by what is in them", async () => {
    const age = (path: string, hours: number) => {
      const at = new Date(Date.now() - hours * HOUR_MS);
      return utimes(path, at, at);
    };
    const make = async (name: string) => {
      const path = join(incoming(), name);
      await mkdir(path, { recursive: true });
      await writeFile(join(path, "segment"), "x");
      return path;
    };
    const [old, working] = [await make("old"), await make("working")];
    const [broken, arriving] = [join(incoming(), "broken"), join(incoming(), "arriving")];
    for (const path of [broken, arriving]) await writeFile(path, "x");
    await age(join(old, "segment"), 7);
    for (const path of [old, working, broken]) await age(path, 7);
    await age(arriving, 5);
    await sweepAt(0);
    const left = await readdir(incoming());
    expect(left).toEqual(expect.arrayContaining(["working", "arriving"]));
    await expect(access(old)).rejects.toThrow();
    await expect(access(broken)).rejects.toThrow();
  });
});
