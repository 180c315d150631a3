import { type FileHandle, open, realpath, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { lockFile } from "../lib/lock-file.ts";
import { type Cluster, findCluster, makeCluster } from "./embedded-cluster.ts";
import { makeSocketFolder } from "./embedded-folders.ts";
import {
  clearRemnants,
  findRunningServer,
  launchServer,
  readServerFile,
  type ServerProcess,
} from "./embedded-process.ts";

export interface EmbeddedPostgres {
  /** postgres://… over the unix socket, as the owner of the database. */
  url: string;
  pid: number;
  /** Fast shutdown: ends every connection, writes a checkpoint. May be called again. */
  stop(): Promise<void>;
  /** Resolves when the server ends without `stop`. */
  exited: Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder of the data, made when missing; the server's log is `<folder>.log` beside it. */
  folder: string;
  log: (line: string) => void;
  /** PostgreSQL settings that replace ours. */
  settings?: Record<string, string>;
  /** How long another server may take to end, and this one to answer. */
  patienceMs?: number;
}

const startLimitMs = 60_000;
const pollEveryMs = 10;
/** Between two tries of a lock that somebody else has. */
const lockedPollMs = 50;
const port = "5432";

/** One machine that writes steadily: room between checkpoints, yet few seconds of recovery after a kill. */
const defaultSettings = {
  listen_addresses: "",
  max_connections: "200",
  shared_buffers: "256MB",
  wal_buffers: "16MB",
  min_wal_size: "256MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "5min",
  log_checkpoints: "off",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** Starts PostgreSQL on `folder`, or takes over the one that a killed process left running on it. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  const cluster = await findCluster(folder);
  const attempt: Attempt = {
    cluster,
    socketFolder: await makeSocketFolder(cluster.folder, cluster.user),
    logFile: `${folder}.log`,
    settings: options.settings ?? {},
    log: options.log,
    deadline: Date.now() + (options.patienceMs ?? startLimitMs),
  };
  for (;;) {
    const running = (await adopt(attempt)) ?? (await launch(attempt));
    if (running) return running;
    if (Date.now() > attempt.deadline) {
      throw new Error(
        `PostgreSQL runs on ${cluster.folder} where this program cannot see it, perhaps in another container: stop it first`,
      );
    }
    await sleep(lockedPollMs);
  }
}

/** The address of the server that runs on `folder`, whoever started it; undefined when none is ready. */
export async function findEmbeddedPostgres(folder: string): Promise<string | undefined> {
  const server = await readServerFile(await realpath(folder));
  return server?.isReady ? socketUrl(server.socketFolder) : undefined;
}

/** Removes the data of a stopped server, wherever `folder` leads to; for servers that tests and tools make. */
export async function removeEmbeddedPostgres(folder: string): Promise<void> {
  const cluster = await realpath(folder).catch(() => folder);
  for (const path of [cluster, folder, lockOf(cluster), `${folder}.log`])
    await rm(path, { recursive: true, force: true });
}

/** Beside the cluster, because it is there before. */
function lockOf(cluster: string): string {
  return `${cluster}.lock`;
}

interface Attempt {
  cluster: Cluster;
  socketFolder: string;
  logFile: string;
  settings: Record<string, string>;
  log: (line: string) => void;
  /** Milliseconds since the epoch. */
  deadline: number;
}

/** Undefined when nothing runs, or when what ran was stopping and is gone now. */
async function adopt({ cluster, socketFolder, log, deadline }: Attempt): Promise<EmbeddedPostgres | undefined> {
  const server = await findRunningServer(cluster.folder);
  if (!server) return undefined;
  // Its own folder, should TMPDIR have been another one then; empty until it listens.
  const itsFolder = server.socketFolder || socketFolder;
  if (!(await becomesReady(server, cluster.folder, itsFolder, deadline))) return undefined;
  log(`PostgreSQL was still running (process ${server.pid}): it is used on`);
  return supervise(server, itsFolder);
}

/** Undefined when another server has the folder, or when processes of a killed one are still leaving it. */
async function launch(attempt: Attempt): Promise<EmbeddedPostgres | undefined> {
  const lock = await lockFile(lockOf(attempt.cluster.folder));
  try {
    return lock && (await launchLocked(attempt, lock));
  } finally {
    // The server has a copy, and with it the lock.
    await lock?.close();
  }
}

async function launchLocked(attempt: Attempt, lock: FileHandle): Promise<EmbeddedPostgres | undefined> {
  const { cluster, socketFolder, logFile, settings, deadline } = attempt;
  await makeCluster(cluster, attempt.log);
  await clearRemnants(cluster.folder, socketFolder);
  const logStart = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  const all = { ...defaultSettings, ...settings, port, unix_socket_directories: socketFolder };
  const args = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = await launchServer(cluster, args, logFile, lock);
  let reason = "PostgreSQL ended while starting";
  try {
    if (await becomesReady(server, cluster.folder, socketFolder, deadline)) return supervise(server, socketFolder);
  } catch (error) {
    process.kill(server.pid, "SIGQUIT");
    reason = (error as Error).message;
  }
  const lines = await readLog(logFile, logStart);
  // Its own look at who shares its memory.
  if (/is still in use/.test(lines) && Date.now() < deadline) return undefined;
  throw new Error(`${reason}. Its log ${logFile} ends:\n${lines.split("\n").slice(-15).join("\n")}`);
}

/** False when the server ends first. */
async function becomesReady(
  server: ServerProcess,
  folder: string,
  socketFolder: string,
  deadline: number,
): Promise<boolean> {
  let refusal: unknown = "it is not ready";
  while (server.isRunning()) {
    try {
      // Asking the file first keeps a line for every refused connection out of the server's log.
      if ((await readServerFile(folder))?.isReady) {
        await openDatabase(socketFolder);
        return true;
      }
    } catch (error) {
      // A lock from before a kill, or a server on its way down: both pass.
      refusal = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`PostgreSQL (process ${server.pid}) does not answer: ${refusal}`, { cause: refusal });
    }
    await sleep(pollEveryMs);
  }
  return false;
}

/** Connects to the database that every cluster has, and makes ours on a new one. */
async function openDatabase(socketFolder: string): Promise<void> {
  const client = new pg.Client({
    connectionString: socketUrl(socketFolder, "postgres"),
    connectionTimeoutMillis: 5_000,
  });
  // A server that goes away says so here as well as in the promise.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'lectern'");
    if (rowCount === 0) await client.query("create database lectern");
  } finally {
    await client.end();
  }
}

function socketUrl(socketFolder: string, database = "lectern"): string {
  return `postgres://lectern@localhost:${port}/${database}?host=${encodeURIComponent(socketFolder)}&sslmode=disable`;
}

function supervise(server: ServerProcess, socketFolder: string): EmbeddedPostgres {
  let stopped: Promise<void> | undefined;
  return {
    url: socketUrl(socketFolder),
    pid: server.pid,
    stop: () => (stopped ??= stopServer(server)),
    exited: new Promise((resolve) => void server.gone.then(() => stopped ?? resolve())),
  };
}

async function stopServer(server: ServerProcess): Promise<void> {
  if (server.isRunning()) process.kill(server.pid, "SIGINT");
  await server.gone;
}

async function readLog(logFile: string, from: number): Promise<string> {
  const log = await open(logFile);
  try {
    const length = (await log.stat()).size - from;
    const { buffer } = await log.read(Buffer.alloc(length), 0, length, from);
    return buffer.toString().trim();
  } finally {
    await log.close();
  }
}
