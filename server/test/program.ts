import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { removeEmbeddedPostgres } from "../src/db/embedded-postgres.ts";

/** The real program, compiled, in a process of its own. */
export interface Program {
  readonly pid: number;
  readonly baseUrl: string;
  /** What it has printed so far, both streams. */
  output(): string;
  /** Ends it as a power cut would, or asks it to end; answers its exit code (null when killed). */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
}

export const programFile = new URL("../dist/src/program/main.js", import.meta.url).pathname;

/**
 * Starts the program and waits until it says that it is ready, or throws with what it printed.
 * @param within a program that runs it as its child, such as `unshare`
 * @param file of another installation
 */
export async function startProgram(
  environment: Record<string, string>,
  within: string[] = [],
  file = programFile,
): Promise<Program> {
  const port = environment.PORT ?? String(await findFreePort());
  const [command = "", ...args] = [...within, process.execPath, file];
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, LOG_LEVEL: "error", ...environment, PORT: port },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await waitUntilReady(child, () => output);
  const pid = within.length === 0 ? (child.pid ?? 0) : await childOf(child.pid ?? 0);
  return {
    pid,
    baseUrl: `http://127.0.0.1:${port}`,
    output: () => output,
    async end(signal) {
      const isGone = once(child, "exit");
      process.kill(pid, signal);
      const [code] = (await isGone) as [number | null];
      return code;
    },
  };
}

async function waitUntilReady(child: ChildProcess, output: () => string): Promise<void> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the program ended with ${code}:\n${output()}`);
  });
  ended.catch(() => {});
  while (!output().includes("Lectern is ready"))
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, "data"), ended]);
}

/** The only child of a process. */
export async function childOf(pid: number): Promise<number> {
  return (await childrenOf(pid))[0] ?? 0;
}

export async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.split(" ").filter(Boolean).map(Number);
}

/** What a process was started with. */
export async function commandOf(pid: number): Promise<string> {
  return (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
}

/** Below those that systems give to outgoing connections, so that nobody else takes it before it is listened on. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const probe = createServer().listen(randomInt(10_000, 32_000), "127.0.0.1");
    try {
      await once(probe, "listening");
    } catch {
      continue;
    }
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, "close");
    return port;
  }
}

/** Removes a temporary folder and the databases of the data folders in it, wherever these really lie. */
export async function removeData(folder: string, dataFolders: string[]): Promise<void> {
  for (const name of dataFolders) await removeEmbeddedPostgres(join(folder, name, "postgres"));
  await rm(folder, { recursive: true, force: true });
}

/** The pid of the PostgreSQL that runs on a data folder. */
export async function postgresPid(dataFolder: string): Promise<number> {
  return Number((await readFile(join(dataFolder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
}
