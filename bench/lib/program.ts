import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { endedWithUs } from "./ending.ts";

/** The repository. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A program of this project or of a peer while it runs. */
export interface Program {
  readonly pid: number;
  /** What it printed so far. */
  output(): string;
  /** Waits for the first text that matches; throws when the program ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: string;
  /** Stopped with all that it started: npm goes without waiting for what it runs. */
  readonly isGroup?: boolean;
}

/** Starts a program of Node's, or another command, with the environment of this process and `env`. */
export function startProgram(args: string[], options: ProgramOptions = {}): Program {
  const child = spawn(options.command ?? process.execPath, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: options.isGroup === true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (output += part));
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", (error) => {
      output += error.message;
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    async printed(pattern) {
      for (let isOver = false; ; ) {
        const found = pattern.exec(output);
        if (found) return found;
        if (isOver) throw new Error(`${args.join(" ")} ended early:\n${output.trim()}`);
        const more = Promise.race([once(child.stdout, "data"), once(child.stderr, "data")]);
        isOver = await Promise.race([more.then(() => false), ended.then(() => true)]);
      }
    },
    stop: endedWithUs(async () => {
      const isRunning = child.exitCode === null && child.signalCode === null;
      if (isRunning && child.pid) process.kill(options.isGroup ? -child.pid : child.pid, "SIGTERM");
      await ended;
    }),
  };
}

/** Runs a program of ours that takes one message and answers one. */
export async function askProgram<Answer>(program: URL, message: object): Promise<Answer> {
  const child = fork(fileURLToPath(program), { serialization: "advanced" });
  const exit = once(child, "exit");
  child.send(message);
  const answer = await Promise.race([once(child, "message"), exit.then(failEarly)]);
  await exit;
  return answer[0] as Answer;
}

function failEarly([code]: unknown[]): never {
  throw new Error(`a measuring program ended with ${code} before it answered`);
}

/** Answers the one message of `askProgram`. */
export function answerProgram<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  process.once("message", async (question: Question) => {
    const reply = await answer(question);
    (process as unknown as ChildProcess).send(reply as object, () => process.connected && process.disconnect());
  });
}

/** Resident memory in MB of a process and all below it; undefined where there is no /proc. */
export function residentMb(pid: number): number | undefined {
  try {
    const ownKb = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    return childrenOf(pid).reduce((sum, child) => sum + (residentMb(child) ?? 0), ownKb / 1024);
  } catch {
    return undefined;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
}
