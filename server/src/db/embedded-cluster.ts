import { spawn } from "node:child_process";
import { once } from "node:events";
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { prepareBinaries } from "./embedded-binaries.ts";
import { makeWhole, ownCluster, placeCluster, systemFolder } from "./embedded-folders.ts";
import { findServerUser, type ServerUser } from "./embedded-user.ts";

/** All that a server needs before it can be launched. */
export interface Cluster {
  /** Real, absolute folder of the data. */
  folder: string;
  /** Folder with `bin` and `lib`. */
  binaries: string;
  user: ServerUser | undefined;
}

/** Finds or makes the cluster that `folder` stands for. */
export async function prepareCluster(folder: string, log: (line: string) => void): Promise<Cluster> {
  const user = await findServerUser(folder);
  const cluster: Cluster = { user, binaries: await prepareBinaries(user), folder: await placeCluster(folder, user) };
  if (!(await isThere(cluster.folder))) {
    const moved = [cluster.folder, cluster.binaries].filter((path) => path.startsWith(systemFolder));
    if (user && moved.length > 0) {
      log(`PostgreSQL runs as ${user.name}, who may not enter the folders above ours: it uses ${moved.join(" and ")}`);
    }
    await makeWhole(cluster.folder, (temporary) => initialise(cluster, temporary));
    if (!(await isThere(cluster.folder)))
      throw new Error(`${cluster.folder} is neither empty nor a PostgreSQL cluster`);
  }
  await ownCluster(cluster.folder, user);
  return cluster;
}

async function isThere(folder: string): Promise<boolean> {
  return (await lstat(join(folder, "PG_VERSION")).catch(() => undefined)) !== undefined;
}

async function initialise(cluster: Cluster, folder: string): Promise<void> {
  await ownCluster(folder, cluster.user);
  const child = spawnProgram(cluster, "initdb", [
    `--pgdata=${folder}`,
    "--username=lectern",
    "--encoding=UTF8",
    "--locale=C",
    // The collation that is the same on every system; ICU and libc change under the indexes.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    // No passwords: only the folder's owner and root can reach the socket in it.
    "--auth-local=trust",
    "--auth-host=reject",
    "--no-instructions",
  ]);
  let output = "";
  child.stdout?.on("data", (part: Buffer) => (output += part));
  child.stderr?.on("data", (part: Buffer) => (output += part));
  const [code] = await once(child, "close").catch(explainSpawnError);
  if (code !== 0) throw new Error(`PostgreSQL could not make its cluster:\n${output.trim()}`);
}

/** `stdio` is for output; there is never input. */
export function spawnProgram(cluster: Cluster, name: string, args: string[], output: "pipe" | number = "pipe") {
  return spawn(join(cluster.binaries, "bin", name), args, {
    // Any folder that the user can enter: programs ask where they are.
    cwd: cluster.binaries,
    // Nothing of ours: PG* variables and locales would change what the server does.
    env: { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", output, output],
    // A process group of its own: Ctrl-C in the terminal reaches us alone, and we stop the server last.
    detached: true,
    ...(cluster.user && { uid: cluster.user.uid, gid: cluster.user.gid }),
  });
}

export function explainSpawnError(error: NodeJS.ErrnoException): never {
  const reasons: Record<string, string> = {
    ENOENT: "its programs need glibc, which this system does not have",
    EPERM: "it refuses to run as root, and no other user may be used here",
    EINVAL: "it refuses to run as root, and no other user may be used here",
  };
  const reason = reasons[error.code ?? ""] ?? error.message;
  throw new Error(`PostgreSQL cannot run here (${reason}): set DATABASE_URL to one of your own`, { cause: error });
}
