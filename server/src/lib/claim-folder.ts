import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Keeps a second program off a folder; answers how to let go. A claim whose process is gone is taken over. */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "lectern.pid");
  const owner = Number(await readFile(file, "utf8").catch(() => ""));
  if (owner > 0 && owner !== process.pid && (await isRunning(owner)))
    throw new Error(`process ${owner} runs on ${folder} already; stop it, or set LECTERN_DATA to another folder`);
  await writeFile(file, `${process.pid}\n`);
  return () => rm(file, { force: true });
}

/** Whether the process lives and is a Node program: after a restart of the machine the number may be somebody else's. */
async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "node");
  return commandLine.includes("node");
}
