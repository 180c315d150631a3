import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFolder } from "../../server/test/backup-fixture.ts";
import { type FirstCall, firstCall, listRegistrants, register } from "../../server/test/first-call.ts";
import { type Program, removeData, startProgram } from "../../server/test/program.ts";
import { createEmptyDatabase } from "../../server/test/test-database.ts";
import { until } from "../../server/test/until.ts";
import { program as lectern, runLectern } from "../test/run-lectern.ts";

// The real command beside the real program and its own database: taken while it runs and while it is stopped, restored
// into new folders, killed in the middle.

let folder: string;
let server: Program;
let call: FirstCall;
let page: string;
const made: string[] = [];

const inFolder = (name: string) => {
  made.push(name);
  return { LECTERN_DATA: join(folder, name), THROTTLE: "off" };
};
const run = (args: string[], environment: Record<string, string>) => runLectern(args, { environment, cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-backups-"));
  server = await startProgram(inFolder("data"));
  call = firstCall(server);
  page = /registration page\s+http:\/\/[^/]+(\S+)/.exec(server.output())?.[1] ?? "";
});
afterAll(async () => {
  await server.end("SIGTERM");
  await removeData(folder, made);
});

const emails = async (program: Program) => (await listRegistrants(program, call)).registrants.map(({ email }) => email);
const backups = async () => (await readdir(folder)).filter((name) => /\.tar/.test(name)).sort();

test("backed up while people register, restored into a new folder, served from there", async () => {
  const acknowledged: string[] = [];
  let isDone = false;
  const write = async (writer: number) => {
    for (let n = 0; !isDone; n++) {
      const email = `person-${writer}-${n}@example.com`;
      if ((await register(server, call, email)).ok) acknowledged.push(email);
    }
  };
  const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
  await until(() => acknowledged.length > 50);
  const before = [...acknowledged];
  const backup = await run(["backup", "--json"], { LECTERN_DATA: join(folder, "data") });
  isDone = true;
  await Promise.all(writers);
  expect(backup).toMatchObject({ code: 0, stderr: "" });
  const { file, rows } = JSON.parse(backup.stdout) as { file: string; rows: number };
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  const environment = inFolder("restored");
  const restored = await run(["restore", file], environment);
  expect(restored).toEqual({
    ...{ code: 0, stderr: "" },
    stdout: expect.stringMatching(new RegExp(`^Restored as of .*: ${rows} rows of \\d+ tables and 0 files\\.`)),
  });
  const second = await startProgram({ ...environment, LECTERN_DEMO: "off" });
  try {
    expect(await emails(second)).toEqual(expect.arrayContaining(before));
    expect((await fetch(`${second.baseUrl}${page}`)).status).toBe(200);
    expect((await register(second, call, "later@example.com")).status).toBe(200);
    for (const key of ["operator.key", "secret.key"])
      expect(await readFile(join(folder, "restored", key))).toEqual(await readFile(join(folder, "data", key)));
  } finally {
    await second.end("SIGTERM");
  }
  const again = await run(["restore", file], environment);
  expect(again).toMatchObject({ code: 1, stdout: "", stderr: /^The database is not empty/ });
  await rm(file);
});

test("backed up while the server is stopped, which then starts as before", async () => {
  await server.end("SIGTERM");
  const backup = await run(["backup", "stopped.tar"], { LECTERN_DATA: join(folder, "data") });
  expect(backup).toMatchObject({
    code: 0,
    stderr: "",
    stdout: /stopped\.tar: \d+ rows of \d+ tables and 0 files, .*, read back\.\n$/,
  });
  server = await startProgram({ LECTERN_DATA: join(folder, "data"), THROTTLE: "off" });
  expect((await register(server, call, "after@example.com")).status).toBe(200);
  const twice = await run(["backup", "stopped.tar"], { LECTERN_DATA: join(folder, "data") });
  expect(twice).toMatchObject({ code: 1, stdout: "", stderr: /is there already: name a new file, or a folder/ });
});

test("a damaged archive is refused before anything is made", async () => {
  const data = { LECTERN_DATA: join(folder, "data") };
  await run(["backup", "damaged.tar"], data);
  const file = join(folder, "damaged.tar");
  await truncate(file, (await stat(file)).size / 2);
  const environment = { LECTERN_DATA: join(folder, "never") };
  expect(await run(["restore", file], environment)).toMatchObject({
    code: 1,
    stdout: "",
    stderr: /damaged|breaks off/,
  });
  expect(await readdir(folder)).not.toContain("never");
  await rm(file);
});

test("nothing to back up is 1 with a sentence, and makes nothing", async () => {
  const none = await run(["backup", "--json"], { LECTERN_DATA: join(folder, "nowhere") });
  expect([none.code, JSON.parse(none.stderr).error]).toEqual([1, expect.stringMatching(/^There is no database in/)]);
  expect(await readdir(folder)).not.toContain("nowhere");
  expect(await run(["restore"], {})).toMatchObject({ code: 2, stderr: /missing required argument/ });
});

/** Starts the command and kills it as a power cut would, once it has come so far. */
async function killOnce(args: string[], environment: Record<string, string>, isSoFar: () => Promise<boolean>) {
  const child = spawn(process.execPath, [lectern, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
  });
  const ended = once(child, "exit");
  await until(isSoFar);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

const isThere = (path: string) =>
  stat(path)
    .then(({ size }) => size > 0)
    .catch(() => false);

test("killed in the middle: half a backup does not count, half a restore does not serve, and both can be done again", async () => {
  const data = { LECTERN_DATA: join(folder, "data") };
  await storeLargeFile();
  await killOnce(["backup", "killed.tar"], data, () => isThere(join(folder, "killed.tar.part")));
  expect(await backups()).not.toContain("killed.tar");
  expect(await run(["backup", "killed.tar"], data)).toMatchObject({ code: 0, stderr: "" });
  expect(await backups()).toEqual(["killed.tar", "stopped.tar"]);

  const environment = inFolder("half");
  const incoming = join(folder, "half", "incoming");
  const hasBegun = async () => (await readdir(incoming).catch(() => [])).length > 0;
  await killOnce(["restore", "killed.tar"], environment, hasBegun);
  await expect(startProgram({ ...environment, LECTERN_DEMO: "off" })).rejects.toThrow(/run `lectern restore` again/);
  expect(await run(["restore", "killed.tar"], environment)).toMatchObject({ code: 0, stderr: "" });
  const files = (name: string) => readFolder(join(folder, name, "files"));
  expect(digests(await files("half"))).toEqual(digests(await files("data")));
  const third = await startProgram({ ...environment, LECTERN_DEMO: "off" });
  expect(await emails(third)).toContain("after@example.com");
  await third.end("SIGTERM");
});

const digests = (files: Record<string, string>) =>
  Object.entries(files).map(([name, content]) => [name, createHash("sha256").update(content).digest("hex")]);

const MiB = 1024 * 1024;

/** Of a size that takes a while to copy. */
async function storeLargeFile(): Promise<void> {
  const form = new FormData();
  form.set(
    "file",
    new Blob([Buffer.from("%PDF-1.4\n"), Buffer.alloc(150 * MiB, "x\n"), Buffer.from("\n%%EOF\n")]),
    "large.pdf",
  );
  const client = /\/client\/(\d+)/.exec(call.path)?.[1];
  const { "content-type": _, ...headers } = call.headers;
  const answer = await fetch(`${server.baseUrl}/v2/client/${client}/mediamanager/document`, {
    method: "POST",
    headers,
    body: form,
  });
  expect(await answer.text()).toContain("RECEIVED");
}

test("progress is for terminals: one line that changes", async () => {
  const script = ["-qec", `${process.execPath} ${lectern} backup shown.tar`, "/dev/null"];
  const child = spawn("script", script, {
    cwd: folder,
    env: { PATH: process.env.PATH, LECTERN_DATA: join(folder, "data") },
  });
  let shown = "";
  child.stdout.on("data", (part: Buffer) => (shown += part.toString()));
  expect(await once(child, "exit")).toEqual([0, null]);
  const lines = shown.split("\r\u001b[K");
  expect(lines).toContainEqual(expect.stringMatching(/^Copying registrants \(\d+ of \d+\)$/));
  expect(lines.slice(-2)).toEqual(["Reading it back", expect.stringMatching(/shown\.tar: /)]);
});

test("every line of the guide to backups works", async () => {
  const guide = await readFile(new URL("../../docs/operate/backup.md", import.meta.url), "utf8");
  const lines = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block);
  // As npx would find it in the checkout.
  const script = [`npx() { shift; ${process.execPath} ${lectern} "$@"; }`, ...lines].join("\n");
  const place = await mkdtemp(join(folder, "guide-"));
  made.push(...["restored", "elsewhere"].map((name) => join(basename(place), name)));
  const env = { PATH: process.env.PATH, LECTERN_DATA: join(folder, "data"), NEW_DATABASE: await createEmptyDatabase() };
  const { stdout, stderr } = await promisify(execFile)("bash", ["--norc", "-euc", script], { cwd: place, env });
  expect(stderr).toBe("");
  expect(stdout).toMatch(
    /^\S+tar: .* read back\.\n\S+backups\/lectern-\S+: .*\{"format":1.*Restored as of .*Restored as of /s,
  );
  expect((await readdir(place)).filter((name) => name.endsWith(".tar"))).toHaveLength(1);
  expect(await readdir(join(place, "backups"))).toHaveLength(1);
});
