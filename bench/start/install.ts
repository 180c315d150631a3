import { execFile } from "node:child_process";
import { chmod, cp, lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root, startProgram } from "../lib/program.ts";

const run = promisify(execFile);

export interface Installation {
  readonly installSeconds: number;
  readonly installMb: number;
  readonly firstCallSeconds: number;
}

/** Installs a copy of this checkout as somebody who only wants to run it, and makes the call that its start prints. */
export async function installCopy(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-install-"));
  await chmod(folder, 0o755);
  try {
    await copyRepository(folder);
    const installedAt = performance.now();
    await run("npm", ["ci", "--omit=dev", "--no-audit", "--no-fund"], { cwd: folder });
    const installSeconds = (performance.now() - installedAt) / 1000;
    const installMb = (await sizeOnDisk(join(folder, "node_modules"))) / 1e6;
    // The start brings its own installation: what follows is all that somebody waits for after fetching the source.
    await rm(join(folder, "node_modules"), { recursive: true });
    return { installSeconds, installMb, firstCallSeconds: await startAndRegister(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is, or would be, under version control. */
async function copyRepository(folder: string): Promise<void> {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const { stdout } = await run("git", list, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  for (const path of stdout.split("\0").filter(Boolean)) {
    const isThere = await lstat(join(root, path)).catch(() => undefined);
    if (isThere) await cp(join(root, path), join(folder, path));
  }
}

async function sizeOnDisk(path: string): Promise<number> {
  const info = await lstat(path);
  const own = info.blocks * 512;
  if (!info.isDirectory()) return own;
  const names = await readdir(path);
  const sizes = await Promise.all(names.map((name) => sizeOnDisk(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, own);
}

/** Seconds from `npm start` to the answer of the printed curl line, run as it is. */
async function startAndRegister(folder: string): Promise<number> {
  const startedAt = performance.now();
  const env = { LECTERN_DATA: join(folder, "data"), PORT: "0", DATABASE_URL: "" };
  const program = startProgram(["start"], { command: "npm", cwd: folder, env, isGroup: true });
  try {
    const [line] = await program.printed(/^curl [\s\S]*?'$\n(?=\n)/m);
    const { stdout } = await run("sh", ["-c", line]);
    if (!/"eventuserid":\d+/.test(stdout)) throw new Error(`the printed call answered ${stdout}`);
    return (performance.now() - startedAt) / 1000;
  } finally {
    await program.stop();
  }
}
