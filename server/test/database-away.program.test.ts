import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { type FirstCall, firstCall, register } from "./first-call.ts";
import { type Program, removeData, startProgram } from "./program.ts";

/** Of a test that waits for the turn of a minute on a machine that may be slow. */
const LONGEST_MS = 600_000;

// The database goes away, also at the turn of a minute, when the job runner schedules: requests are asked to come again,
// and everything goes on by itself once it can.

let folder: string;
let program: Program | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-away-"));
});
afterEach(async () => {
  await program?.end("SIGKILL");
  program = undefined;
  await removeData(folder, []);
});

test(
  "a database that is away past the turn of a minute",
  async () => {
    const database = await createDatabase();
    const way = await openWay();
    program = await startProgram({ LECTERN_DATA: join(folder, "data"), DATABASE_URL: way.url(database) });
    const call = firstCall(program);
    expect((await register(program, call, "before@example.com")).status).toBe(200);
    await way.close();
    expect(await statuses(program, call)).toEqual([503, 503, 503, 503]);
    await scheduling(program, /Cron hit an error/);
    expect(await statuses(program, call)).toEqual([503, 503, 503, 503]);
    await way.open();
    await ready(program);
    expect((await register(program, call, "after@example.com")).status).toBe(200);
    await jobsRun(database);
    const ending = program;
    program = undefined;
    expect(await ending.end("SIGTERM")).toBe(0);
  },
  LONGEST_MS,
);

/** A list, a registration, its page, and what a load balancer asks. */
async function statuses(running: Program, call: FirstCall): Promise<number[]> {
  const { path, headers } = call;
  const answers = [
    fetch(`${running.baseUrl}${path}/registrant`, { headers }),
    register(running, call, "meanwhile@example.com"),
    fetch(/registration page\s+(\S+)/.exec(running.output())?.[1] ?? ""),
    fetch(`${running.baseUrl}/health/ready`),
  ];
  return (await Promise.all(answers)).map((answer) => answer.status);
}

async function scheduling(running: Program, failed: RegExp): Promise<void> {
  while (!failed.test(running.output())) await sleep(100);
}

async function ready({ baseUrl }: Program): Promise<void> {
  while (!(await fetch(`${baseUrl}/health/ready`)).ok) await sleep(100);
}

function sharedServer(database: string): string {
  return inject("templateUrl").replace(/\/[^/?]*\?/, `/${database}?`);
}

async function inDatabase<T>(database: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: sharedServer(database) });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(): Promise<string> {
  const name = `away_${process.pid}`;
  await inDatabase("postgres", (client) => client.query(`create database ${name}`));
  return name;
}

async function jobsRun(database: string): Promise<void> {
  await inDatabase(database, async (client) => {
    await client.query("select graphile_worker.add_job('sweep-files')");
    while ((await client.query("select from graphile_worker.jobs where task_identifier = 'sweep-files'")).rowCount)
      await sleep(50);
  });
}

/** A way to the tests' PostgreSQL that can be closed: who is on it is cut off, and nobody gets on it. */
async function openWay() {
  const socket = join(new URL(sharedServer("postgres")).searchParams.get("host") ?? "", ".s.PGSQL.5432");
  const travellers = new Set<Socket>();
  let server: Server;
  let port = 0;
  async function openAt(): Promise<void> {
    server = createServer((near) => {
      const far = connect(socket);
      travellers.add(near);
      pipeline(near, far, near).catch(() => {});
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  }
  await openAt();
  return {
    url: (database: string) => `postgres://lectern@127.0.0.1:${port}/${database}?sslmode=disable`,
    open: openAt,
    async close() {
      server.close();
      for (const near of travellers) near.destroy();
      await once(server, "close");
    },
  };
}
