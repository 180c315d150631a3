import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, stat } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { firstCall } from "./first-call.ts";
import { findFreePort, type Program, programFile, removeData, startProgram } from "./program.ts";
import { until } from "./until.ts";

// The program in surroundings that are not as one thinks.

const isRoot = process.geteuid?.() === 0;

let folder: string;
let data: string;
let program: Program | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-around-"));
  data = join(folder, "data");
});
afterEach(async () => {
  await program?.end("SIGTERM");
  program = undefined;
  await removeData(folder, ["data"]);
});

/** Fields as a form of several parts. */
function post(
  { baseUrl }: Program,
  path: string,
  headers: Record<string, string>,
  parts: Record<string, string | Blob>,
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.append(name, value as string);
  return fetch(`${baseUrl}${path}`, { method: "POST", headers, body });
}

function credentials({ headers }: ReturnType<typeof firstCall>): Record<string, string> {
  return { accesstokenkey: headers.accesstokenkey ?? "", accesstokensecret: headers.accesstokensecret ?? "" };
}

test("what people upload is nobody else's to read, also in a folder that an older version made", async () => {
  await chmod(folder, 0o755);
  for (const old of [data, join(data, "files"), join(data, "incoming")]) await mkdir(old, { mode: 0o755 });
  program = await startProgram({ LECTERN_DATA: data });
  const call = firstCall(program);
  const path = call.path.replace(/\/event\/.*/, "/mediamanager/document");
  const file = new File(["%PDF-1.4\n%%EOF\n"], "a.pdf", { type: "application/pdf" });
  const answer = await post(program, path, credentials(call), { file, title: "A" });
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
  for (const name of ["files", "incoming"]) expect((await stat(join(data, name))).mode & 0o077).toBe(0);
  const readable = execFileSync("find", [join(data, "files"), "-perm", "/077"], { encoding: "utf8" });
  expect(readable).toBe("");
  expect(await readFile(`/proc/${program.pid}/status`, "utf8")).toMatch(/^Umask:\s+0077$/m);
});

test("a new data folder lets nobody in but whom PostgreSQL runs as", async () => {
  await chmod(folder, 0o755);
  program = await startProgram({ LECTERN_DATA: data });
  expect((await stat(data)).mode & 0o777).toBe(isRoot ? 0o711 : 0o700);
});

test("a log of everything tells no secret", async () => {
  // Nobody listens there.
  const natsUrl = "nats://lectern:t0p-secret@127.0.0.1:1";
  program = await startProgram({ LECTERN_DATA: data, LOG_LEVEL: "trace", NATS_URL: natsUrl });
  const call = firstCall(program);
  const told = program.output().length;
  const secret = call.headers.accesstokensecret ?? "";
  const form = { email: "a@example.com", firstname: "A", lastname: "B", company: "C" };
  expect((await post(program, `${call.path}/registrant`, credentials(call), form)).status).toBe(200);
  const socket = connect(Number(new URL(program.baseUrl).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\naccesstokensecret: ${secret}\r\nno header\r\n\r\n`);
  expect(await text(socket)).toMatch(/^HTTP\/1.1 400 /);
  await program.end("SIGTERM");
  expect(program.output()).toContain("NATS is away");
  expect(program.output()).not.toContain("t0p-secret");
  const log = program.output().slice(told);
  program = undefined;
  expect(log).toMatch(/Providing options to busboy[\s\S]*client error/);
  expect(log).not.toContain(secret);
  // Bytes come as an object of numbers.
  expect(log).not.toContain([...Buffer.from(secret)].join());
});

test.runIf(isRoot)("a user without a name is told the ways out in one sentence", async () => {
  await chmod(folder, 0o777);
  const nobody = ["setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"];
  const sentence =
    /^Lectern failed: PostgreSQL needs an entry in \/etc\/passwd for the user id 54321 .*DATABASE_URL.*$/m;
  await expect(startProgram({ LECTERN_DATA: data }, nobody)).rejects.toThrow(sentence);
});

test("whoever reads the output may go, the program starts and stays", async () => {
  const port = await findFreePort();
  const child = spawn(process.execPath, [programFile], {
    env: { PATH: process.env.PATH, LECTERN_DATA: data, PORT: String(port), LOG_LEVEL: "debug" },
  });
  const ended = once(child, "exit");
  for (const stream of [child.stdout, child.stderr]) stream.destroy();
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(async () => (await isReady()) || child.exitCode !== null);
  // Once more than it has printed by then.
  expect(await isReady()).toBe(true);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});
