import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, lstatSync, realpathSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, unlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFile } from "../lib/lock-file.ts";
import { linkLibraries } from "./embedded-binaries.ts";
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";

const isRoot = process.geteuid?.() === 0;

let parent: string;
let folder: string;
let lines: string[];
let running: EmbeddedPostgres[];
let patienceMs: number;

beforeEach(async () => {
  parent = realpathSync(await mkdtemp(join(tmpdir(), "lectern-test-")));
  // mkdtemp's 0700 keeps the server's user out; the test of that takes it back.
  await chmod(parent, 0o755);
  folder = join(parent, "postgres");
  lines = [];
  running = [];
  patienceMs = 600_000;
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  await removeEmbeddedPostgres(folder);
  await rm(parent, { recursive: true });
});

async function start(settings: Record<string, string> = {}): Promise<EmbeddedPostgres> {
  const small = { shared_buffers: "16MB", ...settings };
  const log = (line: string) => void lines.push(line);
  const server = await startEmbeddedPostgres({ folder, log, settings: small, patienceMs });
  running.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

describe("a fresh cluster", () => {
  it("answers as PostgreSQL 18 in UTF-8 with our settings", async () => {
    const server = await start({ work_mem: "7MB" });
    const shown = await query(
      server,
      `select current_setting('server_version_num')::int / 10000, current_database(), current_user, getdatabaseencoding(),
         current_setting('fsync'), current_setting('work_mem'), current_setting('TimeZone'), lower('ÄÖÉ')`,
    );
    expect(shown).toEqual([18, "lectern", "lectern", "UTF8", "on", "7MB", "UTC", "äöé"]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it("replaces what a killed first start left", async () => {
    const half = `${folder}.new`;
    await mkdir(half);
    await writeFile(join(half, "PG_VERSION"), "18");
    await query(await start(), "select 1");
    expect((await readdir(parent)).sort()).toEqual(["postgres", "postgres.lock", "postgres.log"]);
  });

  it("refuses the data of another major version, and says how to go on", async () => {
    await (await start()).stop();
    await writeFile(join(folder, "PG_VERSION"), "17\n");
    await expect(start()).rejects.toThrow(/made by PostgreSQL 17, and this Lectern brings 18: .*backup.*restore/);
    await writeFile(join(folder, "PG_VERSION"), "18\n");
  });

  it("refuses a folder that holds something else", async () => {
    await mkdir(folder);
    await writeFile(join(folder, "diary.txt"), "");
    await expect(start()).rejects.toThrow("neither empty nor a PostgreSQL cluster");
  });
});

describe("data", () => {
  it("is kept by stop and start", async () => {
    const first = await start();
    await query(first, "create table kept as select 42 as answer");
    await Promise.all([first.stop(), first.stop()]);
    const second = await start();
    expect(await query(second, "select answer from kept")).toEqual([42]);
    expect(second.pid).not.toBe(first.pid);
  });

  it("is kept by kill -9 and start", async () => {
    const first = await start();
    await query(first, "create table kept as select generate_series(1, 1000) as number");
    process.kill(first.pid, "SIGKILL");
    const second = await start();
    await first.exited;
    expect(await query(second, "select count(*)::int from kept")).toEqual([1000]);
  });
});

describe("a server that is there already", () => {
  it("is used on, and stopped by whoever took it over", async () => {
    const first = await start();
    const second = await start();
    expect(second.pid).toBe(first.pid);
    expect(second.url).toBe(first.url);
    expect(lines).toContain(`PostgreSQL was still running (process ${first.pid}): it is used on`);
    await second.stop();
    await first.exited;
    await expect(query(first, "select 1")).rejects.toThrow();
  });

  it("tells whoever took it over when it ends", async () => {
    const first = await start();
    const second = await start();
    await first.stop();
    await second.exited;
  });

  it("is waited for while it stops", async () => {
    const first = await start();
    const stopping = first.stop();
    const second = await start();
    await stopping;
    expect(await query(second, "select 1")).toEqual([1]);
    expect(second.pid).not.toBe(first.pid);
  });

  it("is made once when two processes start together", async () => {
    const first = await start();
    await first.stop();
    const [left, right] = await Promise.all([start(), start()]);
    expect(left.pid).toBe(right.pid);
  });

  it("is not a program that has its number by now", async () => {
    const first = await start();
    await first.stop();
    const stranger = spawn("sleep", ["60"]);
    await writeFile(join(folder, "postmaster.pid"), `${stranger.pid}\n${folder}\n`);
    expect(await query(await start(), "select 1")).toEqual([1]);
    stranger.kill();
  });

  it("is not another PostgreSQL that has its number by now", async () => {
    const first = await start();
    await first.stop();
    const stranger = await startEmbeddedPostgres({ folder: join(parent, "other"), log: () => {} });
    running.push(stranger);
    await writeFile(join(folder, "postmaster.pid"), `${stranger.pid}\n${folder}\n`);
    expect(await query(await start(), "select 1")).toEqual([1]);
    await stranger.stop();
    await removeEmbeddedPostgres(join(parent, "other"));
  });

  it("is left alone when its lock is held by somebody this process cannot see", async () => {
    await (await start()).stop();
    const holder = await lockFile(`${folder}.lock`);
    patienceMs = 0;
    await expect(start()).rejects.toThrow(/runs on .*postgres where this program cannot see it/);
    await holder?.close();
    patienceMs = 600_000;
    expect(await query(await start(), "select 1")).toEqual([1]);
  });

  it("is left alone when its socket answers, on a disk that knows no locks", async () => {
    await (await start()).stop();
    const server = createServer().listen(join(folder, ".s.PGSQL.5432"));
    await once(server, "listening");
    await expect(start()).rejects.toThrow(/answers at .*PGSQL.5432/);
    server.close();
    expect(await query(await start(), "select 1")).toEqual([1]);
  });
});

describe("a lock file without content", () => {
  it("is cleared when its server was killed", async () => {
    const first = await start();
    await first.stop();
    await writeFile(join(folder, "postmaster.pid"), "");
    expect(await query(await start(), "select 1")).toEqual([1]);
  });
});

describe("surroundings", () => {
  it("shows the server's log when it cannot start", async () => {
    await expect(start({ shared_buffers: "lots" })).rejects.toThrow(/invalid value for parameter "shared_buffers"/);
  });

  it("takes a path that is too long for a socket", async () => {
    folder = join(parent, "a".repeat(60), "b".repeat(60), "postgres");
    const server = await start();
    const socketFolder = new URL(server.url).searchParams.get("host") as string;
    expect(await query(server, "select 1")).toEqual([1]);
    expect(lstatSync(socketFolder).mode & 0o777).toBe(0o700);
    await server.stop();
    await rm(socketFolder, { recursive: true });
  });

  it.runIf(isRoot)("keeps the data outside a folder that its user may not enter", async () => {
    await chmod(parent, 0o700);
    const first = await start();
    await query(first, "create table kept as select 42 as answer");
    await first.stop();
    expect(dirname(realpathSync(folder))).toBe("/var/lib/lectern");
    expect(await query(await start(), "select answer from kept")).toEqual([42]);
    expect(lines).toEqual([expect.stringContaining(`it uses ${realpathSync(folder)}`)]);
    expect((await stat(parent)).mode & 0o777).toBe(0o700);
  });

  it.runIf(isRoot)("runs a cluster that root unpacked from a copy", async () => {
    const first = await start();
    await first.stop();
    const copy = join(parent, "copy");
    cpSync(folder, copy, { recursive: true });
    await rm(folder, { recursive: true });
    await symlink(copy, folder);
    expect(await query(await start(), "select 1")).toEqual([1]);
  });

  it("makes the library links that an install without scripts lacks", async () => {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const list = await readFile(join(dirname(dirname(entry)), "native", "pg-symlinks.json"), "utf8");
    const links = JSON.parse(list) as { source: string; target: string }[];
    await mkdir(join(parent, "native", "lib"), { recursive: true });
    await writeFile(join(parent, "native", "pg-symlinks.json"), list);
    for (const { source } of links) await writeFile(join(parent, source), source);
    await Promise.all([linkLibraries(parent), linkLibraries(parent)]);
    await unlink(join(parent, links[0]?.target as string));
    await linkLibraries(parent);
    for (const { source, target } of links) expect(await readFile(join(parent, target), "utf8")).toBe(source);
  });
});
