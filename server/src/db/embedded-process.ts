import { type ChildProcess, execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type FileHandle, open, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { isErrorCode } from "../lib/error-code.ts";
import { type Cluster, explainSpawnError, spawnProgram } from "./embedded-cluster.ts";

/** A postmaster: our child, or one that an earlier process of ours left behind. */
export interface ServerProcess {
  pid: number;
  isRunning(): boolean;
  gone: Promise<void>;
}

const lockName = "postmaster.pid";
const socketName = ".s.PGSQL.5432";

/** Between two looks at a process that is not our child. */
const lookEveryMs = 50;

/** Launches a server that holds the lock for as long as it, or any process of its, lives. */
export async function launchServer(
  cluster: Cluster,
  args: string[],
  logFile: string,
  lock: FileHandle,
): Promise<ServerProcess> {
  const log = await open(logFile, "a", 0o600);
  try {
    const descriptors = { output: log.fd, inherited: [lock.fd] };
    const child = spawnProgram(cluster, "postgres", ["-D", cluster.folder, ...args], descriptors);
    await once(child, "spawn").catch(explainSpawnError);
    endWithUs(child);
    return watchChild(child);
  } finally {
    await log.close();
  }
}

/** Whichever way this process ends, unless it is killed: nobody is left behind. */
function endWithUs(child: ChildProcess): void {
  const end = () => void child.kill("SIGINT");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
}

function watchChild(child: ChildProcess): ServerProcess {
  return {
    pid: child.pid as number,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    gone: once(child, "exit").then(() => undefined),
  };
}

/** The server that an earlier process started on this folder and did not stop. */
export async function findRunningServer(folder: string): Promise<(ServerProcess & ServerFile) | undefined> {
  const file = await readServerFile(folder);
  if (!file || !isAlive(file.pid)) return undefined;
  // Some other program may have the number by now, or a zombie keeps it: both are usual in containers.
  const command = await readCommand(file.pid);
  return command.includes(`/postgres -D ${folder} `) ? { ...file, ...watchProcess(file.pid) } : undefined;
}

/**
 * Removes what a dead server left behind: PostgreSQL takes any process that has its number for it, and would not start.
 * Only for whoever has the cluster's lock. The sockets are asked all the same: a disk may know no locks.
 */
export async function clearRemnants(folder: string, socketFolder: string): Promise<void> {
  const itsFolder = (await readServerFile(folder))?.socketFolder || socketFolder;
  for (const socket of new Set([socketFolder, itsFolder].map((path) => join(path, socketName))))
    if (await isListening(socket)) throw new Error(`a PostgreSQL that is not ours answers at ${socket}: stop it first`);
  await rm(join(folder, lockName), { force: true });
  await rm(join(socketFolder, `${socketName}.lock`), { force: true });
}

/** A socket's file outlives its server; a connection tells, across containers too. */
async function isListening(socket: string): Promise<boolean> {
  const connection = connect(socket);
  try {
    await once(connection, "connect");
    return true;
  } catch (error) {
    return !isErrorCode(error, "ENOENT", "ECONNREFUSED");
  } finally {
    connection.destroy();
  }
}

/** What a server says about itself in its folder. */
export interface ServerFile {
  pid: number;
  /** Empty until it listens. */
  socketFolder: string;
  isReady: boolean;
}

export async function readServerFile(folder: string): Promise<ServerFile | undefined> {
  const lines = (await readFile(join(folder, lockName), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, socketFolder: lines[4] ?? "", isReady: lines[7]?.trim() === "ready" } : undefined;
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

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isErrorCode(error, "EPERM");
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
