import { createHash, randomUUID } from "node:crypto";
import {
  chmod,
  chown,
  lchown,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { canReach, type ServerUser } from "./embedded-user.ts";

/** Where binaries and data go when the server's user cannot enter our own folder. */
export const systemFolder = "/var/lib/lectern";

/** Longest socket path that every system takes (macOS: 104 bytes with the closing zero). */
const socketPathBytes = 103;

/** The real folder of the data: `folder` itself, or one in the system folder that `folder` links to. */
export async function placeCluster(folder: string, user: ServerUser | undefined): Promise<string> {
  await mkdir(dirname(folder), { recursive: true });
  const home = join(await realpath(dirname(folder)), basename(folder));
  const link = await readlink(home).catch(() => undefined);
  const existing = link === undefined ? await lstat(home).catch(() => undefined) : undefined;
  let cluster = link === undefined ? home : resolve(dirname(home), link);

  if (user && link === undefined && !existing && !(await canReach(user, dirname(home)))) {
    await makeSystemFolder();
    // A name of its own each time: data that was deleted here must not come back through a new checkout at the same path.
    cluster = join(systemFolder, randomUUID().slice(0, 13));
    await symlink(cluster, home);
  }
  if (user && !(await canReach(user, dirname(cluster)))) {
    throw new Error(
      `PostgreSQL runs as ${user.name}, who may not enter ${dirname(cluster)}: move ${cluster} elsewhere`,
    );
  }
  return cluster;
}

/** Root's copy of a cluster, or one unpacked by root, belongs to root: give it to the server's user. */
export async function ownCluster(cluster: string, user: ServerUser | undefined): Promise<void> {
  const info = await stat(cluster);
  if (user && info.uid !== user.uid) {
    for (const entry of await readdir(cluster, { recursive: true }))
      await lchown(join(cluster, entry), user.uid, user.gid);
    await chown(cluster, user.uid, user.gid);
  }
  if (info.mode & 0o077) await chmod(cluster, 0o700);
}

export async function makeSystemFolder(): Promise<void> {
  // Its own mode whatever the umask: the server's user must pass it.
  if (await mkdir(systemFolder, { recursive: true })) await chmod(systemFolder, 0o755);
}

/** The cluster's folder (0700, so only its owner and root connect), or a short one when the path is too long. */
export async function makeSocketFolder(cluster: string, user: ServerUser | undefined): Promise<string> {
  if (Buffer.byteLength(join(cluster, ".s.PGSQL.5432")) <= socketPathBytes) return cluster;
  const folder = join(tmpdir(), `lectern-${shortHash(cluster)}`);
  await mkdir(folder, { mode: 0o700 }).catch(ignoreCode("EEXIST"));
  const info = await lstat(folder);
  const owner = user?.uid ?? process.geteuid?.();
  // The name can be guessed and the folder above is everybody's.
  const isOurs =
    info.isDirectory() && (info.mode & 0o077) === 0 && (info.uid === owner || info.uid === process.geteuid?.());
  if (!isOurs) throw new Error(`${folder} is somebody else's: remove it, or keep the data under a shorter path`);
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

/**
 * Fills a new folder under a temporary name and renames it: after a kill it is there as a whole or not at all. What a
 * kill left goes; so only one process may be at it.
 */
export async function makeWhole(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${folder}.new`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { mode: 0o700 });
  try {
    await fill(temporary);
    // Somebody else's folder stays, and whoever called finds out.
    await rename(temporary, folder).catch(ignoreCode("ENOTEMPTY", "EEXIST"));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function ignoreCode(...codes: string[]) {
  return (error: NodeJS.ErrnoException) => {
    if (!codes.includes(error.code ?? "")) throw error;
  };
}

function shortHash(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 12);
}
