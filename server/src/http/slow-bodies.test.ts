import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { TestToken } from "../../test/builders.ts";
import { OPERATOR_KEY, startTestApp, type TestApp } from "../../test/harness.ts";
import { until } from "../../test/until.ts";

// Senders that hold a connection by half a body, at every kind of reader; the clock of the looks is ours.

const WINDOW_MS = 30_000;

let app: TestApp;
let port: number;
let clientId: number;
let token: TestToken;
let paths: Record<"rest" | "page" | "seamless" | "api" | "upload", string>;
/** Requests that have reached the server. */
let begun = 0;
/** The server's end of the last connection. */
let arrived: Socket | undefined;
beforeAll(async () => {
  app = await startTestApp();
  ({ id: clientId } = await app.build.client());
  token = await app.build.token(clientId);
  const { id, audienceKey } = await app.build.event(clientId);
  paths = {
    rest: `/v2/client/${clientId}/event/${id}/registrant`,
    page: `/wcc/r/${id}/${audienceKey}`,
    seamless: `/seamlessreg?eventid=${id}&key=${audienceKey}`,
    api: "/api/clients",
    upload: `/v2/client/${clientId}/mediamanager/uploadvideo`,
  };
  port = Number(new URL(await app.listen()).port);
  app.app.server.server.on("request", () => begun++);
  app.app.server.server.on("connection", (socket: Socket) => {
    arrived = socket;
  });
});
afterAll(() => app.close());
beforeEach(() => {
  begun = 0;
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function send(path: string, type: string, body: string, more: Record<string, string> = {}): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const length = more["transfer-encoding"] ? {} : { "content-length": "10000" };
  const headers = {
    ...{ host: "lectern.test", "content-type": type, authorization: `Bearer ${OPERATOR_KEY}` },
    ...{ accesstokenkey: token.key, accesstokensecret: token.secret, ...length, ...more },
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST ${path} HTTP/1.1\r\n${head.join("")}\r\n${body}`);
  await until(() => begun > 0);
  return socket;
}

const FORM = "application/x-www-form-urlencoded";
const PARTS = "multipart/form-data; boundary=b";
const field = '--b\r\nContent-Disposition: form-data; name="email"\r\n\r\nann@';
const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\nbytes';

test.each([
  ["a form", "rest", FORM, "email=ann%40example.com&firstn"],
  ["JSON for a form", "rest", "application/json", '{"email":"ann@'],
  ["a field of several parts", "rest", PARTS, field],
  ["nothing but headers", "rest", PARTS, ""],
  ["the page's form", "page", FORM, "email=ann%40"],
  ["a visitor's form", "seamless", FORM, "email=ann%40"],
  ["a visitor's parts", "seamless", PARTS, field],
  ["JSON for our own API", "api", "application/json", '{"name":"'],
  ["a file", "upload", PARTS, file],
] as const)("a sender that holds back the rest of %s is let go", async (_what, path, type, body) => {
  const socket = await send(paths[path], type, body);
  expect(await answerInTime(socket)).toMatch(/^HTTP\/1.1 408 /);
});

test("a body without a length that comes byte by byte is let go too", async () => {
  const socket = await send(paths.rest, FORM, "1\r\ne\r\n", { "transfer-encoding": "chunked" });
  await arriving(socket, "1\r\nm\r\n");
  expect(await answerInTime(socket)).toMatch(/^HTTP\/1.1 408 /);
});

test("an upload may take any time that its bytes keep coming in", async () => {
  const byteSize = file.length + 5 * 20_000 + "\r\n--b--\r\n".length;
  const socket = await send(paths.upload, PARTS, file, { "content-length": String(byteSize) });
  const answer = once(socket, "data");
  for (let part = 0; part < 5; part++) {
    await arriving(socket, "x".repeat(20_000));
    vi.advanceTimersByTime(WINDOW_MS);
  }
  socket.write("\r\n--b--\r\n");
  expect(String((await answer)[0])).toMatch(/^HTTP\/1.1 400 [\s\S]*File is not accepted filetype/);
  socket.destroy();
});

test("a body that has come is nobody's to wait for, however long its request takes", async () => {
  const body = "email=ann%40example.com&firstname=A&lastname=B&company=C";
  const socket = await send(paths.rest, FORM, body, { "content-length": String(body.length) });
  for (let request = 0; request < 2; request++) {
    expect(String((await once(socket, "data"))[0])).toMatch(/^HTTP\/1.1 200 /);
    vi.advanceTimersByTime(3 * WINDOW_MS);
    socket.write(`GET /health/live HTTP/1.1\r\nHost: lectern.test\r\n\r\n`);
  }
  socket.destroy();
});

/** What the server says before it closes, its windows going by. */
async function answerInTime(socket: Socket): Promise<string> {
  const isClosed = once(socket, "close").then(() => true);
  const answer = text(socket);
  while (!(await Promise.race([isClosed, sleep(5)]))) vi.advanceTimersByTime(WINDOW_MS);
  return answer;
}

/** Sends more, and waits until the server has it. */
async function arriving(socket: Socket, more: string): Promise<void> {
  const before = arrived?.bytesRead ?? 0;
  socket.write(more);
  await until(() => (arrived?.bytesRead ?? 0) >= before + more.length);
}
