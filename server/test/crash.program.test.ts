import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FirstCall, firstCall, getEvent, listRegistrants, register } from "./first-call.ts";
import { type Program, postgresPid, removeData, startProgram } from "./program.ts";
import { until } from "./until.ts";

// Acknowledged means committed: registrations run, something is killed without warning, everything is started again,
// and everybody who was acknowledged is there exactly once.

let dataFolder: string;
let program: Program;
beforeEach(async () => {
  dataFolder = join(await mkdtemp(join(tmpdir(), "lectern-crash-")), "data");
});
afterEach(async () => {
  await program.end("SIGTERM");
  await removeData(join(dataFolder, ".."), ["data"]);
});

const CALLERS = 24;

test.each([
  ["the server and the database", (server: number, database: number) => [server, database]],
  ["the server", (server: number) => [server]],
])("kill -9 of %s loses nothing acknowledged and doubles nobody", async (_name, victims) => {
  const environment = { LECTERN_DATA: dataFolder, THROTTLE: "off" };
  program = await startProgram(environment);
  const call = firstCall(program);
  const acknowledged = new Map<string, number>();
  const callers = Array.from({ length: CALLERS }, (_, n) => registerUntilItFails(program, call, n, acknowledged));
  await until(() => acknowledged.size > 500);
  for (const pid of victims(program.pid, await postgresPid(dataFolder))) process.kill(pid, "SIGKILL");
  await Promise.all(callers);

  program = await startProgram(environment);
  const { registrants, totalregistrants } = await listRegistrants(program, call);
  const found = new Map(registrants.map((one) => [one.email, one.eventuserid]));
  expect(found.size).toBe(registrants.length);
  expect(totalregistrants).toBe(registrants.length);
  for (const [email, id] of acknowledged) expect(found.get(email)).toBe(id);
  const { eventanalytics } = await getEvent(program, call);
  expect(eventanalytics.totalregistrants).toBe(registrants.length);
});

test("kill -9 of the database alone: the running server starts it again and goes on", async () => {
  program = await startProgram({ LECTERN_DATA: dataFolder, THROTTLE: "off", LOG_LEVEL: "silent" });
  const call = firstCall(program);
  const acknowledged = new Map<string, number>();
  const callers = Array.from({ length: CALLERS }, (_, n) => registerUntilItFails(program, call, n, acknowledged));
  await until(() => acknowledged.size > 300);
  process.kill(await postgresPid(dataFolder), "SIGKILL");
  await Promise.all(callers);

  await until(async () => (await fetch(`${program.baseUrl}/health/ready`)).ok);
  const found = new Map((await listRegistrants(program, call)).registrants.map((one) => [one.email, one.eventuserid]));
  for (const [email, id] of acknowledged) expect(found.get(email)).toBe(id);
  expect((await register(program, call, "after@example.com")).status).toBe(200);
});

async function registerUntilItFails(
  program: Program,
  call: FirstCall,
  caller: number,
  acknowledged: Map<string, number>,
): Promise<void> {
  for (let n = 0; ; n++) {
    const email = `person-${caller}-${n}@example.com`;
    try {
      const answer = await register(program, call, email);
      if (!answer.ok) return;
      acknowledged.set(email, ((await answer.json()) as { eventuserid: number }).eventuserid);
    } catch {
      return;
    }
  }
}
