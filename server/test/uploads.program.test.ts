import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, utimes } from "node:fs/promises";
import { type ClientRequest, request as sendRequest } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { json } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { TestToken } from "./builders.ts";
import { withApp } from "./harness.ts";
import { type Program, startProgram } from "./program.ts";
import { until } from "./until.ts";

// Uploads of the size that people have, to the real program in a process of its own: what it takes in memory, what
// becomes of those that break off, and that none mixes with another.

const MiB = 1024 * 1024;

const app = await withApp();
let token: TestToken;
let program: Program;
let dataFolder: string;
beforeAll(async () => {
  // Beside the program, on the same database and folders: to look at what it does, and to sweep.
  token = await app.build.token((await app.build.client()).id);
  dataFolder = app.jobContext.config.dataFolder;
  program = await start();
});
afterEach(async () => {
  await app.database.pool.query("delete from media");
  const { rows } = await app.database.pool.query("delete from files returning key");
  for (const { key } of rows) await app.jobContext.files.removeAll(key);
});
afterAll(() => program.end("SIGTERM"));

const start = () =>
  startProgram({ DATABASE_URL: app.databaseUrl, LECTERN_DATA: dataFolder, SERVICES: "web", LECTERN_DEMO: "off" });

/** A video as far as its first bytes go; the rest repeats one byte. */
function* makeVideo(byteSize: number, filler: number): Generator<Buffer> {
  const head = Buffer.from("\0\0\0\x18ftypisom\0\0\x02\0isomiso2", "latin1");
  yield head;
  const chunk = Buffer.alloc(MiB, filler);
  for (let left = byteSize - head.length; left > 0; left -= chunk.length)
    yield left < chunk.length ? chunk.subarray(0, left) : chunk;
}

function* makeBody(file: Iterable<Buffer>): Generator<Buffer> {
  yield Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="file"; filename="talk.mp4"\r\nContent-Type: video/mp4\r\n\r\n',
  );
  yield* file;
  yield Buffer.from("\r\n--b--\r\n");
}

function openUpload(): ClientRequest {
  const request = sendRequest(`${program.baseUrl}/v2/client/${token.clientId}/mediamanager/uploadvideo`, {
    method: "POST",
    headers: {
      accesstokenkey: token.key,
      accesstokensecret: token.secret,
      "content-type": "multipart/form-data; boundary=b",
    },
  });
  request.on("error", () => {});
  return request;
}

async function upload(file: Iterable<Buffer>): Promise<unknown> {
  const request = openUpload();
  const answered = once(request, "response");
  await pipeline(Readable.from(makeBody(file), { objectMode: false, highWaterMark: MiB }), request);
  const [response] = await answered;
  return { status: response.statusCode, ...((await json(response)) as object) };
}

/** Sends some of a video and waits until it is on the disk. */
async function beginUpload(): Promise<ClientRequest> {
  const request = openUpload();
  const body = makeBody(makeVideo(100 * MiB, 1));
  for (let chunk = 0; chunk < 20; chunk++) request.write(body.next().value);
  await until(async () => (await incoming()).length > 0);
  return request;
}

const incoming = () => readdir(join(dataFolder, "incoming")).catch(() => []);

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(join(dataFolder, "files"), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function fileRows(): Promise<{ key: string; size: number; state: string }[]> {
  return (await app.database.pool.query("select key, byte_size::float8 as size, state from files order by id")).rows;
}

async function peakMemoryMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

const received = { status: 200, message: "RECEIVED", mediafile: "talk.mp4" };

test("2 GB arrive whole, in under 300 MB of memory", async () => {
  const byteSize = 2048 * MiB;
  expect(await upload(makeVideo(byteSize, 0))).toEqual(received);
  expect(await fileRows()).toEqual([{ key: expect.any(String), size: byteSize, state: "stored" }]);
  expect(await peakMemoryMiB(program.pid)).toBeLessThan(300);
  expect(await incoming()).toEqual([]);
});

test("two at once do not mix: what is served is what was sent", async () => {
  const fillers = [1, 2, 3];
  const hashOf = (file: Iterable<Buffer>) => {
    const hash = createHash("sha256");
    for (const chunk of file) hash.update(chunk);
    return hash.digest("hex");
  };
  const make = (filler: number) => makeVideo(30 * MiB + filler, filler);
  expect(await Promise.all(fillers.map((filler) => upload(make(filler))))).toEqual(fillers.map(() => received));
  const served = await Promise.all(
    (await fileRows()).map(async ({ key }) => {
      const answer = await fetch(`${program.baseUrl}/files/${key}`);
      return hashOf([Buffer.from(await answer.arrayBuffer())]);
    }),
  );
  expect(served.sort()).toEqual(fillers.map((filler) => hashOf(make(filler))).sort());
});

test("an upload that breaks off leaves nothing, and no fault in the log", async () => {
  const request = await beginUpload();
  request.destroy();
  await until(async () => (await incoming()).length === 0);
  expect([await fileRows(), await storedFiles()]).toEqual([[], []]);
  expect(program.output()).not.toContain('"level":50');
});

test("what a killed server leaves of an upload goes with the sweep, the next one's first", async () => {
  await beginUpload();
  await program.end("SIGKILL");
  const [left = ""] = await incoming();
  expect(await fileRows()).toEqual([]);
  await app.jobContext.staging.sweep(new Date(Date.now() + 5 * 3_600_000));
  expect(await incoming()).toEqual([left]);
  const longAgo = new Date(Date.now() - 7 * 3_600_000);
  await utimes(join(dataFolder, "incoming", left), longAgo, longAgo);
  program = await start();
  expect([await incoming(), await storedFiles()]).toEqual([[], []]);
});
