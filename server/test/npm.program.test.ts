import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeData } from "./program.ts";

// What a supervisor does: it signals npm, and nothing else, and everything that npm started ends.

const root = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
let npm: ChildProcess;
/** All that npm has started, in the order of starting. */
let started: number[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-npm-"));
  started = [];
});
afterEach(async () => {
  for (const pid of new Set([npm.pid ?? 0, ...started, ...below(npm.pid ?? 0)])) kill(pid);
  await removeData(folder, ["data"]);
});

test.each(["SIGTERM", "SIGINT"] as const)("npm start ends on %s with its whole tree, in order", async (signal) => {
  await run(["start"], /Lectern is ready/);
  started = below(npm.pid ?? 0);
  expect(started.map(nameOf).join()).toMatch(/node.*postgres/);
  npm.kill(signal);
  expect(await once(npm, "exit")).toEqual([0, null]);
  expect(started.filter(isAlive)).toEqual([]);
});

test.each(["SIGTERM", "SIGINT"] as const)("npm test ends on %s with its whole tree", async (signal) => {
  await run(["test", "--", "crash.program"], / RUN /);
  started = await treeWith(/program\/main\.js/);
  npm.kill(signal);
  const [status] = (await once(npm, "exit")) as [number];
  expect(status).not.toBe(0);
  await gone();
});

test("npm run bench ends with its whole tree", async () => {
  await run(["run", "bench", "--", "start", "--rounds", "1"], /./);
  started = await treeWith(/\/postgres\0/);
  npm.kill("SIGTERM");
  await once(npm, "exit");
  await gone();
});

/** Runs npm until what it starts has printed something that matches. */
async function run(args: string[], until: RegExp): Promise<void> {
  const { PATH, HOME, FFMPEG, SOFFICE, LECTERN_CHROMIUM } = process.env;
  const env = { PATH, HOME, FFMPEG, SOFFICE, LECTERN_CHROMIUM, LECTERN_DATA: join(folder, "data"), PORT: "0" };
  // A session of its own: what the test is told by a terminal is no signal of ours.
  npm = spawn("npm", args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) stream?.on("data", (part: Buffer) => (output += part));
  const ended = once(npm, "exit").then(() => "ended");
  while (!until.test(output)) {
    const ending = await Promise.race([once(npm.stdout ?? npm, "data"), ended]);
    if (ending === "ended") throw new Error(output);
  }
}

/** All below npm, once a program like this is among them. */
async function treeWith(command: RegExp): Promise<number[]> {
  for (;;) {
    const all = below(npm.pid ?? 0);
    if (all.some((pid) => command.test(read(pid, "cmdline")))) return all;
    await sleep(50);
  }
}

/** A database that is told to end at the last moment takes one more. */
async function gone(): Promise<void> {
  while (started.some(isAlive)) await sleep(50);
}

function below(pid: number): number[] {
  const children = read(pid, `task/${pid}/children`).split(" ").filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...below(child)]);
}

const nameOf = (pid: number) => read(pid, "comm").trim();

/** A zombie that its new parent has not seen yet is dead. */
const isAlive = (pid: number) => /^State:\s+[^ZX\s]/m.test(read(pid, "status"));

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function kill(pid: number): void {
  if (pid > 0 && isAlive(pid)) process.kill(pid, "SIGKILL");
}
