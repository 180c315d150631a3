import { spawn } from "node:child_process";
import { once } from "node:events";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Binaries, prepareBinaries } from "./embedded-binaries.ts";
import { makeWhole, ownCluster, placeCluster, systemFolder } from "./embedded-folders.ts";
import { findServerUser, type ServerUser } from "./embedded-user.ts";

/** All that a server needs before it can be launched. */
export interface Cluster extends Binaries {
  /** Real, absolute folder of the data. */
  folder: string;
  user: ServerUser | undefined;
}

/** Finds the place of the cluster that `folder` stands for. */
export async function findCluster(folder: string): Promise<Cluster> {
  const user = await findServerUser(folder);
  return { user, ...(await prepareBinaries(user)), folder: await placeCluster(folder, user) };
}

/** Makes the cluster unless it is there. Only one process may be at it. */
export async function makeCluster(cluster: Cluster, log: (line: string) => void): Promise<void> {
  const { user, folder, binaries } = cluster;
  if (!(await isThere(folder))) {
    const moved = [folder, binaries].filter((path) => path.startsWith(systemFolder));
    if (user && moved.length > 0) {
      log(`PostgreSQL runs as ${user.name}, who may not enter the folders above ours: it uses ${moved.join(" and ")}`);
    }
    await makeWhole(folder, (temporary) => initialise(cluster, temporary));
    if (!(await isThere(folder))) throw new Error(`${folder} is neither empty nor a PostgreSQL cluster`);
  }
  await ownCluster(folder, user);
  await requireMajor(cluster);
}

/** PostgreSQL reads the data of its own major version alone. */
async function requireMajor({ folder, major }: Cluster): Promise<void> {
  const made = (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  if (made === major) return;
  throw new Error(
    `The database in ${folder} was made by PostgreSQL ${made}, and this Lectern brings ${major}: back it up with the Lectern that made it (lectern backup FILE), and restore that with this one into a new folder (lectern restore FILE)`,
  );
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
  const nameless = /could not look up effective user ID (\d+)/.exec(output)?.[1];
  if (nameless !== undefined)
    throw new Error(
      `PostgreSQL needs an entry in /etc/passwd for the user id ${nameless} that it runs as: add one, run Lectern under an id that has one, or set DATABASE_URL to a PostgreSQL of your own`,
    );
  if (code !== 0) throw new Error(`PostgreSQL could not make its cluster:\n${output.trim()}`);
}

interface Descriptors {
  output: "pipe" | number;
  /** Kept open by the program and its children. */
  inherited?: number[];
}

/** There is never input. */
export function spawnProgram(
  cluster: Cluster,
  name: string,
  args: string[],
  { output, inherited = [] }: Descriptors = { output: "pipe" },
) {
  return spawn(join(cluster.binaries, "bin", name), args, {
    // Any folder that the user can enter: programs ask where they are.
    cwd: cluster.binaries,
    // Nothing of ours: PG* variables and locales would change what the server does.
    env: { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", output, output, ...inherited],
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
