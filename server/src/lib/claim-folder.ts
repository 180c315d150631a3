import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { lockFile } from "./lock-file.ts";

type LetGo = () => Promise<void>;

/** Keeps a second program off a folder, in whatever container it runs; answers how to let go. */
export async function claimFolder(folder: string): Promise<LetGo> {
  const letGo = await claimFreeFolder(folder);
  if (letGo) return letGo;
  // For people: where the other one runs. What counts is the lock.
  const owner = (await readFile(lockOf(folder), "utf8").catch(() => "")).trim() || "another Lectern";
  throw new Error(`${owner} runs on ${folder} already; stop it, or set LECTERN_DATA to another folder`);
}

/** Undefined when another program has the folder. */
export async function claimFreeFolder(folder: string): Promise<LetGo | undefined> {
  const lock = await lockFile(lockOf(folder));
  if (!lock) return undefined;
  await lock.truncate();
  await lock.write(`process ${process.pid} of ${hostname()}\n`, 0);
  return () => lock.close();
}

function lockOf(folder: string): string {
  return join(folder, "lectern.lock");
}
