import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { setPriority } from "node:os";
import { ConversionError } from "./conversion-error.ts";

export interface RunOptions {
  /** Where the program works and keeps its own temporary files; nothing else of ours is told to it. */
  readonly folder: string;
  readonly limitSeconds: number;
  /** Kills the program. */
  readonly signal: AbortSignal;
  /** What people are told when the program is not there. */
  readonly missing: string;
}

/** The program ran and said no. */
export class ProgramFailedError extends Error {
  constructor(program: string, ending: string, output: string) {
    super(`${program} ended with ${ending}: ${output}`);
    this.name = "ProgramFailedError";
  }
}

/** Characters kept of what a program prints: the beginning of its result, the end of its complaints. */
const MAX_OUTPUT = 1_000_000;
const MAX_COMPLAINTS = 4_000;
/** Below everything that answers people. */
const NICENESS = 10;

/**
 * Runs a program on a file that a stranger uploaded: without a shell, without our environment, in a process group that
 * is killed as a whole. Answers what it printed. Throws ConversionError (missing, too slow), ProgramFailedError, or a
 * plain error where trying again may help.
 */
export async function runProgram(program: string, args: readonly string[], options: RunOptions): Promise<string> {
  const { folder, limitSeconds, signal, missing } = options;
  signal.throwIfAborted();
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, LANG: "C.UTF-8", HOME: folder, TMPDIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const output = capture(child);
  let isTooSlow = false;
  const kill = () => killGroup(child);
  const timer = setTimeout(() => {
    isTooSlow = true;
    kill();
  }, limitSeconds * 1000);
  signal.addEventListener("abort", kill);
  // What the program may have started in turn must not outlive it, and would hold its output open.
  child.once("exit", kill);
  try {
    yieldToOthers(child);
    const [code, killedBy] = (await once(child, "close")) as [number | null, string | null];
    signal.throwIfAborted();
    if (isTooSlow) throw new ConversionError(`It took longer than ${Math.ceil(limitSeconds / 60)} minutes to convert`);
    // Some end well, and without a word, although they could not write what they made: ffmpeg does with HLS.
    if (tellsOfNoRoom(output.complaints()) || isFull(await statfs(folder)))
      throw new Error(`${program} lacks room: ${output.complaints()}`);
    if (code !== 0) throw new ProgramFailedError(program, String(killedBy ?? code), output.complaints());
    return output.result();
  } catch (error) {
    const { code } = error as { code?: string };
    throw code === "ENOENT" || code === "EACCES" ? new ConversionError(missing) : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", kill);
  }
}

function capture(child: ChildProcess) {
  let result = "";
  let complaints = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    if (result.length < MAX_OUTPUT) result += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaints = (complaints + text).slice(-MAX_COMPLAINTS);
  });
  return { result: () => result, complaints: () => complaints };
}

/** A full disk and scarce memory are the server's faults, not the file's. */
function tellsOfNoRoom(complaints: string): boolean {
  return /No space left on device|Disk quota exceeded|Cannot allocate memory/i.test(complaints);
}

const MIN_FREE_BYTES = 1024 * 1024;

/** Some file systems do not tell how large they are. */
export function isFull({ blocks, bavail, bsize }: { blocks: number; bavail: number; bsize: number }): boolean {
  return blocks > 0 && bavail * bsize < MIN_FREE_BYTES;
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The whole group has ended already.
  }
}

/** Last to get the processor and, on Linux, first to go when memory runs out: a hostile file must not cost us the server. */
function yieldToOthers({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, NICENESS);
    if (process.platform === "linux") writeFileSync(`/proc/${pid}/oom_score_adj`, "1000");
  } catch {
    // It has ended already.
  }
}
