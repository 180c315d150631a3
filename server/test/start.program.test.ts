import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, stat } from "node:fs/promises";
import { request } from "node:http";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Program, postgresPid, programFile, removeData, startProgram } from "./program.ts";
import { until } from "./until.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-start-"));
});
afterAll(() => removeData(folder, ["data", "shared", "drain", "bad", "silent", "early", "taken"]));

test("the first start tells how to make the first calls, and those calls work; later starts keep everything", async () => {
  const environment = { LECTERN_DATA: join(folder, "data") };
  let program = await startProgram(environment);
  expect(program.output()).toMatch(/client id\s+4497/);
  const curl = /curl -X POST[\s\S]*?company=Acme'/.exec(program.output())?.[0] ?? "";
  const first = await runCurl(curl);
  expect(first).toMatchObject({ firstname: "John", lastname: "Smith", email: "john@acme.com", company: "Acme" });
  const second = /curl '\S+attendee[\s\S]*?accesstokensecret: \w+'/.exec(program.output())?.[0] ?? "";
  const { totalattendees, attendees } = await runCurl<{ totalattendees: number; attendees: object[] }>(second);
  expect([totalattendees, attendees.length]).toEqual([42, 3]);
  expect(await program.end("SIGTERM")).toBe(0);

  const port = /:(\d+)\/v2/.exec(curl)?.[1] ?? "";
  program = await startProgram({ ...environment, PORT: port });
  expect(program.output()).not.toContain("access token secret");
  expect((await runCurl(curl)).eventuserid).toBe(first.eventuserid);
  expect((await stat(join(folder, "data", "operator.key"))).mode & 0o077).toBe(0);

  await expect(startProgram(environment)).rejects.toThrow(/runs on .*data already/);
  expect(await program.end("SIGTERM")).toBe(0);
});

test("several processes share the port, and a request under way is answered before the end", async () => {
  const program = await startProgram({ LECTERN_DATA: join(folder, "shared"), PROCESSES: "2" });
  expect((await fetch(`${program.baseUrl}/health/ready`)).status).toBe(200);
  expect(await program.end("SIGTERM")).toBe(0);
});

test("SIGTERM lets a request that is being sent finish", async () => {
  const program = await startProgram({ LECTERN_DATA: join(folder, "drain"), LECTERN_DEMO: "on" });
  const { isUnderWay, answer, finish } = startSlowRequest(program);
  await isUnderWay;
  const ended = program.end("SIGTERM");
  await until(() =>
    fetch(program.baseUrl).then(
      () => false,
      () => true,
    ),
  );
  finish();
  expect(await answer).toBe(200);
  expect(await ended).toBe(0);
});

test("a client that never says anything does not keep the program from ending", async () => {
  const program = await startProgram({ LECTERN_DATA: join(folder, "silent") });
  const silent = connect(Number(new URL(program.baseUrl).port), "127.0.0.1");
  await once(silent, "connect");
  await until(async () => (await fetch(`${program.baseUrl}/health/live`)).ok);
  const gone = once(silent, "close");
  silent.resume();
  expect(await program.end("SIGTERM")).toBe(0);
  await gone;
});

test("asked to end while it starts, it leaves no database behind", async () => {
  const data = join(folder, "early");
  const child = spawn(process.execPath, [programFile], {
    env: { PATH: process.env.PATH, LECTERN_DATA: data, PORT: "0" },
  });
  const exited = once(child, "exit");
  const pid = await until(() => postgresPid(data).catch(() => 0));
  child.kill("SIGINT");
  expect((await exited)[0]).toBe(0);
  expect(() => process.kill(pid, 0)).toThrow();
});

test("a first start that finds the port taken leaves the demo and its secret for the next one", async () => {
  const data = join(folder, "taken");
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as { port: number };
  await expect(startProgram({ LECTERN_DATA: data, PORT: String(port) })).rejects.toThrow(/PORT is taken/);
  holder.close();
  const program = await startProgram({ LECTERN_DATA: data });
  expect(program.output()).toContain("access token secret");
  expect(await program.end("SIGTERM")).toBe(0);
});

test.each([
  [{ PORT: "http" }, /PORT must be a whole number/],
  [{ THROTTLE: "sometimes", LOG_LEVEL: "loud" }, /THROTTLE must[\s\S]*LOG_LEVEL must/],
  [{ DATABASE_URL: "postgres://nobody:topsecret@127.0.0.1:1/none" }, /DATABASE_URL/],
])("a setting that cannot be used is named, its value is not: %j", async (setting, named) => {
  const failing = startProgram({ LECTERN_DATA: join(folder, "bad"), ...(setting as Record<string, string>) });
  await expect(failing).rejects.toThrow(named);
  await expect(failing).rejects.not.toThrow(/topsecret/);
});

test("DATABASE_URL replaces the embedded database", async () => {
  const program: Program = await startProgram({
    LECTERN_DATA: join(folder, "own"),
    DATABASE_URL: inject("templateUrl").replace(/\/[^/?]*\?/, "/postgres?"),
  });
  expect((await fetch(`${program.baseUrl}/health/ready`)).status).toBe(200);
  await expect(stat(join(folder, "own", "postgres"))).rejects.toThrow();
  expect(await program.end("SIGTERM")).toBe(0);
});

/** Runs the printed line as it stands, by a shell. */
async function runCurl<Answer = { eventuserid: number }>(line: string): Promise<Answer> {
  const { stdout } = await promisify(execFile)("sh", ["-c", line.replace("curl", "curl -sS")]);
  return JSON.parse(stdout);
}

/** A registration whose body is complete only when told so. */
function startSlowRequest(program: Program) {
  const path = /(\/v2\S+\/registrant)/.exec(program.output())?.[1] ?? "";
  const header = (name: string) => new RegExp(`${name}: (\\w+)`).exec(program.output())?.[1] ?? "";
  const body = "email=slow%40acme.com&firstname=John&lastname=Smith&company=Acme";
  const sent = request(`${program.baseUrl}${path}`, {
    method: "POST",
    headers: {
      accesstokenkey: header("accesstokenkey"),
      accesstokensecret: header("accesstokensecret"),
      "content-type": "application/x-www-form-urlencoded",
      "content-length": body.length,
      expect: "100-continue",
    },
  });
  // The server says "continue" when it has read the headers.
  const isUnderWay = once(sent, "continue");
  sent.flushHeaders();
  const answer = new Promise<number>((resolve, reject) => {
    sent.on("response", (response) => resolve(response.resume().statusCode ?? 0));
    sent.on("error", reject);
  });
  return { isUnderWay, answer, finish: () => sent.end(body) };
}
