import type { Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Whom PostgreSQL runs as when we are root: it refuses to run as root itself. */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

/** The system's users without rights, best first; `_postgres` is macOS' name. */
const candidates = ["postgres", "_postgres", "nobody"];

/** Undefined when we are not root: then PostgreSQL simply runs as we do. */
export async function findServerUser(cluster: string): Promise<ServerUser | undefined> {
  if (process.geteuid?.() !== 0) return undefined;
  return (await findOwner(cluster)) ?? (await findSystemUser());
}

/** Whoever made the cluster keeps it, also when a `postgres` user is added to the system later. */
async function findOwner(cluster: string): Promise<ServerUser | undefined> {
  const info = await stat(join(cluster, "PG_VERSION")).catch(() => undefined);
  if (!info || info.uid === 0) return undefined;
  return { name: `user ${info.uid}`, uid: info.uid, gid: info.gid };
}

async function findSystemUser(): Promise<ServerUser> {
  const users = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n").map((line) => line.split(":"));
  for (const name of candidates) {
    const fields = users.find((user) => user[0] === name);
    const uid = Number(fields?.[2]);
    // macOS' nobody is -2, which spawn does not take.
    if (uid > 0) return { name, uid, gid: Number(fields?.[3]) };
  }
  return { name: "nobody", uid: 65534, gid: 65534 };
}

/** Whether `user` may pass every folder down to `path`, and enter (or execute) `path` itself. */
export async function canReach(user: ServerUser, path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    if (!mayPass(user, await stat(at))) return false;
    if (at === dirname(at)) return true;
  }
}

/** Only the mode bits count; supplementary groups do not, because spawn drops them. */
function mayPass(user: ServerUser, info: Stats): boolean {
  if (info.uid === user.uid) return (info.mode & 0o100) !== 0;
  if (info.gid === user.gid) return (info.mode & 0o010) !== 0;
  return (info.mode & 0o001) !== 0;
}
