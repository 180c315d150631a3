import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants, type FileHandle, open } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { isErrorCode } from "./error-code.ts";

/**
 * Takes the lock of a file, which is made when missing; undefined when another process has it. The kernel keeps the
 * lock for as long as the handle, or the copy that a child inherited, is open: it ends with its holders, however they
 * end, and holds across containers, where process numbers and shared memory say nothing. Never remove the file: whoever
 * waits for the old one and whoever makes a new one would both have a lock.
 */
export async function lockFile(path: string): Promise<FileHandle | undefined> {
  return process.platform === "darwin" ? openLocked(path) : openAndLock(path);
}

/** Takes the lock once nobody else has it. */
export async function waitForLock(path: string): Promise<FileHandle> {
  for (;;) {
    const lock = await lockFile(path);
    if (lock) return lock;
    await sleep(RETRY_MS);
  }
}

const RETRY_MS = 50;

/** Of open(2) on macOS; Node has no name for it. */
const O_EXLOCK = 0x20;

async function openLocked(path: string): Promise<FileHandle | undefined> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK;
  return open(path, flags, 0o600).catch((error: unknown) => {
    if (isErrorCode(error, "EAGAIN")) return undefined;
    throw error;
  });
}

/** Node has no flock(2). The program locks what we opened, so that the lock is ours and stays when the program ends. */
async function openAndLock(path: string): Promise<FileHandle | undefined> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    if (await lockOpened(file, path)) return file;
  } catch (error) {
    await file.close();
    throw error;
  }
  await file.close();
  return undefined;
}

const TAKEN = 1;

async function lockOpened(file: FileHandle, path: string): Promise<boolean> {
  const flock = spawn("flock", ["-n", "3"], { stdio: ["ignore", "ignore", "pipe", file.fd] });
  const complaint = flock.stderr ? text(flock.stderr) : "";
  const [status] = (await once(flock, "exit").catch((error: unknown) => {
    const reason = isErrorCode(error, "ENOENT") ? "the program flock of the package util-linux is missing" : error;
    throw new Error(`${path} cannot be locked: ${reason}`, { cause: error });
  })) as [number | null];
  if (status !== 0 && status !== TAKEN) throw new Error(`${path} cannot be locked: ${(await complaint).trim()}`);
  return status === 0;
}
