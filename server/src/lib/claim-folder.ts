import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { lockFile } from "./lock-file.ts";

/** Keeps a second program off a folder, in whatever container it runs; answers how to let go. */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "lectern.lock");
  const lock = await lockFile(file);
  if (!lock) {
    // For people: where the other one runs. What counts is the lock.
    const owner = (await readFile(file, "utf8").catch(() => "")).trim() || "another Lectern";
    throw new Error(`${owner} runs on ${folder} already; stop it, or set LECTERN_DATA to another folder`);
  }
  await lock.truncate();
  await lock.write(`process ${process.pid} of ${hostname()}\n`, 0);
  return () => lock.close();
}
