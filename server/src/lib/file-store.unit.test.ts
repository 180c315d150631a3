import { createHash, randomBytes } from "node:crypto";
import { access, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type S3Server, startS3 } from "../../test/s3-server.ts";
import { type ByteRange, createLocalFileStore, type FileStore } from "./file-store.ts";
import { createS3FileStore } from "./s3-file-store.ts";

// What every file store must do, tried on the local folder and on a real S3 server (s3rver).

const MiB = 1024 * 1024;
const tuning = { partBytes: 5 * MiB, retryMs: 1 };

let folder: string;
let s3: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-file-store-"));
  s3 = await startS3();
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  s3.intercept = undefined;
  s3.seen.length = 0;
});

const newKey = () => randomBytes(16).toString("hex");

async function localFile(content: Buffer | string): Promise<string> {
  const path = join(folder, newKey());
  await writeFile(path, content);
  return path;
}

async function putContent(store: FileStore, content: Buffer | string): Promise<string> {
  const path = `${newKey()}/content`;
  await store.put(path, await localFile(content), "text/plain");
  return path;
}

async function readAll(store: FileStore, path: string, range?: ByteRange): Promise<Buffer> {
  const object = await store.read(path, range);
  return object ? buffer(object.stream) : expect.fail(`${path} is not there`);
}

const hashOf = (content: Buffer) => createHash("sha256").update(content).digest("hex");

describe.each([
  ["local", () => createLocalFileStore(join(folder, "files"))],
  ["S3", () => createS3FileStore(s3.settings, tuning)],
])("%s", (_name, create) => {
  test("lists what lies under a key, and nothing of another", async () => {
    const store = create();
    const key = newKey();
    expect(await store.list(key)).toEqual([]);
    for (const name of ["b.m4s", "a.m3u8"]) await store.put(`${key}/${name}`, await localFile(name), "text/plain");
    await putContent(store, "another's");
    expect(await store.list(key)).toEqual(["a.m3u8", "b.m4s"]);
  });

  test("takes a file over and gives it back", async () => {
    const store = create();
    const file = await localFile("Slides and more");
    const path = `${newKey()}/content`;
    await store.put(path, file, "text/plain");
    await expect(access(file)).rejects.toThrow();
    expect(await store.size(path)).toBe(15);
    expect(String(await readAll(store, path))).toBe("Slides and more");
  });

  test("reads ranges, and tells the size of the whole", async () => {
    const store = create();
    const path = await putContent(store, "0123456789");
    const read = async (start: number, end: number) => String(await readAll(store, path, { start, end }));
    expect([await read(0, 1), await read(3, 5), await read(9, 9)]).toEqual(["01", "345", "9"]);
    const object = await store.read(path, { start: 3, end: 5 });
    object?.stream.destroy();
    expect(object?.byteSize).toBe(10);
  });

  test("keeps an empty file", async () => {
    const store = create();
    const path = await putContent(store, "");
    expect(await store.size(path)).toBe(0);
    expect((await readAll(store, path)).length).toBe(0);
  });

  test("keeps a file of many parts, byte by byte", async () => {
    const store = create();
    const content = randomBytes(21 * MiB + 7);
    const path = await putContent(store, content);
    expect(await store.size(path)).toBe(content.length);
    expect(hashOf(await readAll(store, path))).toBe(hashOf(content));
    const across = { start: 5 * MiB - 10, end: 5 * MiB + 10 };
    expect(await readAll(store, path, across)).toEqual(content.subarray(across.start, across.end + 1));
  });

  test("copies an object to this machine", async () => {
    const store = create();
    const path = await putContent(store, "for ffmpeg");
    const copy = join(folder, newKey());
    await store.fetch(path, copy);
    expect(await readFile(copy, "utf8")).toBe("for ffmpeg");
    await expect(store.fetch(`${newKey()}/content`, copy)).rejects.toThrow();
  });

  test("knows what it does not have", async () => {
    const store = create();
    const there = await putContent(store, "x");
    for (const path of [`${newKey()}/content`, there.replace("content", "index.m3u8"), `${there}/deeper`]) {
      expect(await store.size(path)).toBeUndefined();
      expect(await store.read(path)).toBeUndefined();
      expect(await store.read(path, { start: 0, end: 1 })).toBeUndefined();
    }
  });

  test("removes all under a key and nothing else; twice is no fault", async () => {
    const store = create();
    const key = newKey();
    for (const name of ["index.m3u8", "part-1.m4s", "part-2.m4s"])
      await store.put(`${key}/${name}`, await localFile(name), "video/iso.segment");
    const other = await putContent(store, "stays");
    await store.removeAll(key);
    expect(await store.size(`${key}/index.m3u8`)).toBeUndefined();
    expect(await store.size(`${key}/part-2.m4s`)).toBeUndefined();
    expect(await store.size(other)).toBe(5);
    await store.removeAll(key);
  });
});

describe("S3", () => {
  const create = () => createS3FileStore(s3.settings, tuning);
  const isPart = (call: string) => call.startsWith("PUT") && call.includes("partNumber=2");

  test.each([
    ["is answered 503", 503],
    ["breaks", 0],
  ])("repeats a part that %s, and only that", async (_how, status) => {
    let failures = 2;
    s3.intercept = (call) => (isPart(call) && failures-- > 0 ? status : undefined);
    const content = randomBytes(11 * MiB);
    const path = await putContent(create(), content);
    s3.intercept = undefined;
    expect(hashOf(await readAll(create(), path))).toBe(hashOf(content));
    const parts = s3.seen.flatMap((call) => /^PUT .*partNumber=(\d)/.exec(call)?.[1] ?? []);
    expect(parts.sort()).toEqual(["1", "2", "2", "2", "3"]);
  });

  test("gives up after some attempts, takes the upload back and keeps the file", async () => {
    s3.intercept = (call) => (isPart(call) ? 500 : undefined);
    const file = await localFile(randomBytes(11 * MiB));
    const path = `${newKey()}/content`;
    await expect(create().put(path, file, "video/mp4")).rejects.toThrow("S3 upload part: 500");
    expect(s3.seen.filter(isPart)).toHaveLength(4);
    expect(s3.seen.at(-1)).toMatch(/^DELETE .*uploadId=/);
    expect(await create().size(path)).toBeUndefined();
    await access(file);
  });

  test("does not repeat what is refused, and tells no secret", async () => {
    const wrong = createS3FileStore(
      { ...s3.settings, accessKeyId: "WRONG-ID", secretAccessKey: "wrong-secret" },
      tuning,
    );
    const error = await wrong.size(`${newKey()}/content`).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringMatching(/^S3 head: 403/) });
    expect(s3.seen).toHaveLength(1);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/wrong-secret|WRONG-ID/);
  });

  test("an upload whose completion fails is no upload", async () => {
    // S3 answers 200 before it has put the parts together.
    s3.intercept = (call) => (call.startsWith("POST") && call.includes("uploadId=") ? 200 : undefined);
    const file = await localFile(randomBytes(11 * MiB));
    await expect(create().put(`${newKey()}/content`, file, "video/mp4")).rejects.toThrow("S3");
  });

  test("refuses a range it was not asked for", async () => {
    const path = await putContent(create(), "0123456789");
    s3.intercept = (call) => (call.startsWith("GET") ? "0123456789" : undefined);
    await expect(create().read(path, { start: 3, end: 5 })).rejects.toThrow("another range");
  });

  // s3rver cannot list uploads, so the answer is the one that the S3 reference shows.
  test("removes with a key what uploads of dead processes left under it", async () => {
    const key = newKey();
    const upload = (name: string) => `<Upload><Key>${name}</Key><UploadId>id-of-${name.slice(-1)}</UploadId></Upload>`;
    const listing = (uploads: string) => `<?xml version="1.0" encoding="UTF-8"?>
      <ListMultipartUploadsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Bucket>webinars</Bucket>
      <IsTruncated>false</IsTruncated>${uploads}</ListMultipartUploadsResult>`;
    const aborted = () => s3.seen.flatMap((call) => /^DELETE .*uploadId=(.*)/.exec(call)?.[1] ?? []);
    for (const uploads of [upload(`${key}/a`), upload(`${key}/a`) + upload(`${key}/b`) + upload("other/c")]) {
      s3.seen.length = 0;
      s3.intercept = (call) =>
        /GET .*uploads=/.test(call) ? listing(uploads) : call.startsWith("DELETE") ? 204 : undefined;
      await create().removeAll(key);
      expect(aborted()).toEqual(uploads.includes("/b") ? ["id-of-a", "id-of-b"] : ["id-of-a"]);
    }
  });

  test("removes more than one page of objects", async () => {
    const key = newKey();
    const store = create();
    const file = await localFile("x");
    const names = Array.from({ length: 1_005 }, (_, page) => `${key}/page-${page}.png`);
    for (let first = 0; first < names.length; first += 50)
      await Promise.all(
        names.slice(first, first + 50).map(async (path) => store.put(path, await copyOf(file), "image/png")),
      );
    await store.removeAll(key);
    expect(s3.seen.filter((call) => call.startsWith("GET") && call.includes("list-type=2")).length).toBeGreaterThan(1);
    expect([await store.size(names[0] ?? ""), await store.size(names[1_004] ?? "")]).toEqual([undefined, undefined]);
  });
});

async function copyOf(file: string): Promise<string> {
  return localFile(await readFile(file));
}

test("a folder on another disk is copied to whole", async () => {
  const elsewhere = await mkdtemp("/dev/shm/lectern-file-store-");
  try {
    const store = createLocalFileStore(elsewhere);
    const path = await putContent(store, "moved");
    expect(String(await readAll(store, path))).toBe("moved");
    expect(await readdir(join(elsewhere, path.slice(0, 2), path, ".."))).toEqual(["content"]);
  } finally {
    await rm(elsewhere, { recursive: true });
  }
});
