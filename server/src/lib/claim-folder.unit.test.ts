import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimFolder } from "./claim-folder.ts";
import { lockFile } from "./lock-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-claim-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a folder is one program's, whose process the refusal names, until it lets go", async () => {
  const letGo = await claimFolder(folder);
  await expect(claimFolder(folder)).rejects.toThrow(new RegExp(`^process ${process.pid} of .* runs on ${folder}`));
  await letGo();
  await (await claimFolder(folder))();
});

test.each(["lectern.pid", "lectern.lock"])("a number in %s that some process has keeps nobody out", async (name) => {
  await writeFile(join(folder, name), `${process.ppid}\n`);
  await (await claimFolder(folder))();
});

test("a child that inherited a lock holds it until it ends, however it ends", async () => {
  const path = join(folder, "a.lock");
  const lock = await lockFile(path);
  const child = spawn("sleep", ["600"], { stdio: ["ignore", "ignore", "ignore", lock?.fd] });
  await once(child, "spawn");
  await lock?.close();
  expect(await lockFile(path)).toBeUndefined();
  child.kill("SIGKILL");
  await once(child, "exit");
  const again = await lockFile(path);
  expect(again).toBeDefined();
  await again?.close();
});

test("a lock holds in other namespaces of processes, network and files", async () => {
  const lock = await lockFile(join(folder, "a.lock"));
  const privileges = process.geteuid?.() === 0 ? [] : ["--user", "--map-current-user"];
  const others = ["--pid", "--ipc", "--net", "--mount", "--uts", "--fork"];
  const child = spawn("unshare", [...privileges, ...others, "flock", "-n", join(folder, "a.lock"), "true"]);
  expect(await once(child, "exit")).toEqual([1, null]);
  await lock?.close();
});

test("a folder that cannot be locked is named", async () => {
  await expect(claimFolder(join(folder, "missing"))).rejects.toThrow(/missing\/lectern.lock/);
});
