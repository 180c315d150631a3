import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbeddedPostgres } from "../src/db/embedded-postgres.ts";
import { firstCall, listRegistrants, register } from "./first-call.ts";
import { childOf, type Program, removeData, startProgram } from "./program.ts";

// Two programs on one data folder, as two containers are on one volume: each sees process numbers and shared memory of
// its own, so neither finds the other by them. One serves; the other one says why it does not.

/** Runs a program as a container would; killed, everything in it dies. */
const container = [
  "unshare",
  ...(process.geteuid?.() === 0 ? [] : ["--user", "--map-current-user"]),
  ...["--pid", "--ipc", "--fork", "--mount-proc", "--kill-child"],
];

let dataFolder: string;
const running: Program[] = [];
beforeEach(async () => {
  dataFolder = join(await mkdtemp(join(tmpdir(), "lectern-one-")), "data");
});
afterEach(async () => {
  for (const program of running.splice(0)) await program.end("SIGKILL");
  await removeData(join(dataFolder, ".."), ["data"]);
});

async function start(within = container): Promise<Program> {
  const program = await startProgram({ LECTERN_DATA: dataFolder, THROTTLE: "off" }, within);
  running.push(program);
  return program;
}

async function end(program: Program, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  running.splice(running.indexOf(program), 1);
  await program.end(signal);
}

test("of twenty starts in containers of their own, killed now and then, one serves at a time and nothing is lost", async () => {
  const first = await start();
  const call = firstCall(first);
  await end(first, "SIGTERM");
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < 10; round++) {
    const started = await Promise.allSettled([start(), start()]);
    const refused = started.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => String(reason))).toEqual([expect.stringMatching(/runs on .*data already/)]);
    const serving = running[0] as Program;
    for (const name of ["ann", "bob"]) {
      const email = `${name}-${round}@example.com`;
      const answer = await register(serving, call, email);
      acknowledged.set(email, ((await answer.json()) as { eventuserid: number }).eventuserid);
    }
    await end(serving, round % 3 === 2 ? "SIGTERM" : "SIGKILL");
  }
  const { registrants, totalregistrants } = await listRegistrants(await start(), call);
  expect(totalregistrants).toBe(registrants.length);
  const found = new Map(registrants.map((one) => [one.email, one.eventuserid]));
  for (const [email, id] of acknowledged) expect(found.get(email)).toBe(id);
});

test("a database that a killed program left in its container keeps others off, until that container ends", async () => {
  const shell = ["sh", "-c", '"$@"; sleep 600', "sh"];
  const first = await start([...container, ...shell]);
  const call = firstCall(first);
  const answer = await register(first, call, "ann@example.com");
  expect(answer.status).toBe(200);
  process.kill(await childOf(first.pid), "SIGKILL");
  const folder = join(dataFolder, "postgres");
  await expect(startEmbeddedPostgres({ folder, log: () => {}, patienceMs: 0 })).rejects.toThrow(/another container/);
  await end(first, "SIGKILL");
  expect((await listRegistrants(await start(), call)).totalregistrants).toBe(1);
});
