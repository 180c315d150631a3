import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

export const program = fileURLToPath(new URL("../bin/lectern.mjs", import.meta.url));

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  environment?: Record<string, string> | undefined;
  input?: string;
  cwd?: string;
  /** Another copy of the program. */
  program?: string;
}

/** Runs the real command in a process of its own, with only the environment given. */
export async function runLectern(args: string[], options: RunOptions = {}): Promise<Ran> {
  const child = spawn(process.execPath, [options.program ?? program, ...args], {
    env: { PATH: process.env.PATH, ...options.environment },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  child.stdin.end(options.input ?? "");
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
