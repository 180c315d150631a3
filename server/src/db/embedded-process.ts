import { type ChildProcess, execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Cluster, explainSpawnError, spawnProgram } from "./embedded-cluster.ts";
import { isAlive } from "./embedded-folders.ts";

/** A postmaster: our child, or one that an earlier process of ours left behind. */
export interface ServerProcess {
  pid: number;
  isRunning(): boolean;
  gone: Promise<void>;
}

const lockName = "postmaster.pid";
const socketLockName = ".s.PGSQL.5432.lock";

/** Between two looks at a process that is not our child. */
const lookEveryMs = 50;

/** A lock that is empty for longer is a remnant: filling it takes a server no time at all. */
const emptyLockMs = 2_000;

export async function launchServer(cluster: Cluster, args: string[], logFile: string): Promise<ServerProcess> {
  const log = await open(logFile, "a", 0o600);
  try {
    const child = spawnProgram(cluster, "postgres", ["-D", cluster.folder, ...args], log.fd);
    await once(child, "spawn").catch(explainSpawnError);
    return watchChild(child);
  } finally {
    await log.close();
  }
}

function watchChild(child: ChildProcess): ServerProcess {
  return {
    pid: child.pid as number,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    gone: once(child, "exit").then(() => undefined),
  };
}

/** The server that an earlier process started on this folder and did not stop. */
export async function findRunningServer(folder: string): Promise<(ServerProcess & Lock) | undefined> {
  const lockFile = join(folder, lockName);
  await clearEmptyLock(lockFile);
  const lock = await readLock(folder);
  if (!lock || !isAlive(lock.pid)) return undefined;
  const command = await readCommand(lock.pid);
  if (command.includes(`/postgres -D ${folder} `)) return { ...lock, ...watchProcess(lock.pid) };
  // Some other program has the number by now, or a zombie keeps it (both usual in containers), and PostgreSQL would
  // refuse to start. A postgres that we do not recognise keeps its locks: it may serve this folder under an older name.
  if (!/(^|\/)postgres( |$)/.test(command)) {
    await rm(lockFile, { force: true });
    if (lock.socketFolder) await rm(join(lock.socketFolder, socketLockName), { force: true });
  }
  return undefined;
}

/** What a server says about itself in its folder. */
export interface Lock {
  pid: number;
  /** Empty until it listens. */
  socketFolder: string;
  isReady: boolean;
}

export async function readLock(folder: string): Promise<Lock | undefined> {
  const lines = (await readFile(join(folder, lockName), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, socketFolder: lines[4] ?? "", isReady: lines[7]?.trim() === "ready" } : undefined;
}

/** PostgreSQL makes its lock and then fills it; killed in between, it would never start again. */
async function clearEmptyLock(lockFile: string): Promise<void> {
  const info = await stat(lockFile).catch(() => undefined);
  if (info?.size === 0 && Date.now() - info.mtimeMs > emptyLockMs) await rm(lockFile, { force: true });
}

/** Program and arguments of a process; empty when it is gone, or a zombie that nobody reaps. */
async function readCommand(pid: number): Promise<string> {
  if (process.platform === "linux") return readLinuxCommand(pid);
  const ps = promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
  return (await ps.catch(() => ({ stdout: "" }))).stdout.trim();
}

function readLinuxCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function watchProcess(pid: number): ServerProcess {
  const isZombie = () => process.platform === "linux" && readLinuxCommand(pid) === "";
  const isRunning = () => isAlive(pid) && !isZombie();
  const gone = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (isRunning()) return;
      clearInterval(timer);
      resolve();
    }, lookEveryMs);
  });
  return { pid, isRunning, gone };
}
