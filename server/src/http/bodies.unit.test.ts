import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { type ClientRequest, request as sendRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { until } from "../../test/until.ts";
import { createStaging } from "../lib/staging.ts";
import { readMultipart, registerBodies } from "./bodies.ts";
import { refusalOf } from "./refusal-of.ts";
import { endSlowBodies } from "./slow-bodies.ts";

// What senders do wrong, over real connections; what must not stay behind is the file they sent.

const KiB = 1024;
const MAX_BYTES = 512 * KiB;
const PACE = { windowMs: 300, leastBytes: KiB };

let folder: string;
let server: FastifyInstance;
const logged: string[] = [];
/** Requests that have reached the reader, and the statuses of those that it refused. */
let begun = 0;
const ended: number[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-bodies-"));
  const staging = createStaging(folder);
  server = Fastify({ logger: { level: "warn", stream: { write: (line: string) => void logged.push(line) } } });
  endSlowBodies(server, PACE);
  await registerBodies(server);
  server.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request);
    return reply.status(refusal.status).send({ message: refusal.message });
  });
  const upload = { field: "file", maxBytes: MAX_BYTES };
  const parameters = new Set(["metadata", "title"]);
  const handler = async (request: FastifyRequest) => {
    begun++;
    const reading = readMultipart(request, { staging, upload, parameters });
    // Here, because Fastify handles no errors of senders that are gone.
    reading.catch((error: unknown) => ended.push(refusalOf(error, request).status));
    const { form, file } = await reading;
    const content = file && (await readFile(file.path, "latin1"));
    if (file) await staging.discard(file);
    return { form, name: file?.name, size: file?.byteSize, content: content?.slice(0, 20) };
  };
  server.post("/", handler);
  const untilGone = async ({ raw }: FastifyRequest) => {
    begun++;
    await new Promise((resolve) => raw.on("close", resolve));
  };
  server.post("/late", { preHandler: untilGone }, handler);
  await server.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  logged.length = 0;
  ended.length = 0;
  begun = 0;
});

const nothingStays = async () => expect(await readdir(folder)).toEqual([]);

const begin = (disposition: string, type?: string) =>
  `--b\r\nContent-Disposition: form-data; ${disposition}\r\n${type ? `Content-Type: ${type}\r\n` : ""}\r\n`;
const part = (disposition: string, content: string, type?: string) => `${begin(disposition, type)}${content}\r\n`;
const file = (name: string, content: string) => part(`name="file"; filename="${name}"`, content, "video/mp4");
const end = "--b--\r\n";

function open(headers: Record<string, string> = {}, path = "/"): ClientRequest {
  const { port } = server.server.address() as AddressInfo;
  const request = sendRequest({
    port,
    host: "127.0.0.1",
    method: "POST",
    path,
    headers: { "content-type": "multipart/form-data; boundary=b", ...headers },
  });
  request.on("error", () => {});
  return request;
}

async function answerTo(request: ClientRequest): Promise<{ status: number; body: Record<string, unknown> }> {
  const [response] = await once(request, "response");
  return { status: response.statusCode, body: JSON.parse(await text(response)) };
}

function post(body: string, headers?: Record<string, string>) {
  const request = open(headers);
  request.end(Buffer.from(body));
  return answerTo(request);
}

test("takes the file, and fields before and after it", async () => {
  const body = part('name="Title"', "Zoë") + file("talk.mp4", "bytes") + part('name="metadata"', "{}") + end;
  expect(await post(body)).toEqual({
    status: 200,
    body: { form: { title: "Zoë", metadata: "{}" }, name: "talk.mp4", size: 5, content: "bytes" },
  });
  await nothingStays();
});

test.each([
  ["as JSON", part('name="metadata"', '{"id":1}', "application/json")],
  ["as a file of JSON", part('name="metadata"; filename="blob"', '{"id":1}', "application/json")],
  ["as a file without a type", part('name="metadata"; filename="metadata"', '{"id":1}')],
])("a parameter sent %s is that parameter", async (_how, metadata) => {
  const { body } = await post(metadata + file("a.mp4", "x") + end);
  expect(body).toMatchObject({ form: { metadata: '{"id":1}' }, name: "a.mp4" });
});

test("of two files the first counts, and one in another field is nothing", async () => {
  const two = await post(file("one.mp4", "first") + file("two.mp4", "second") + end);
  expect(two.body).toMatchObject({ form: {}, name: "one.mp4", content: "first" });
  const other = await post(part('name="video"; filename="a.mp4"', "bytes") + end);
  expect(other).toEqual({ status: 200, body: { form: {} } });
  await nothingStays();
});

test("an empty file is a file", async () => {
  expect((await post(file("a.mp4", "") + end)).body).toMatchObject({ name: "a.mp4", size: 0 });
});

test.each([
  ["../etc/passwd.mp4", "passwd.mp4"],
  ["C:\\\\Users\\\\me\\\\talk.mp4", "talk.mp4"],
  ["Übung 日本語.mp4", "Übung 日本語.mp4"],
  ["a\u202egpj.exe", "agpj.exe"],
  ["..", "file"],
  [" ", "file"],
  [`${"x".repeat(300)}.mp4`, `${"x".repeat(196)}.mp4`],
  ["😀".repeat(210), "😀".repeat(200)],
])("the name %s becomes %s", async (name, expected) => {
  expect((await post(file(name, "x") + end)).body.name).toBe(expected);
});

test("a name in the form of RFC 5987 is read", async () => {
  const named = part("name=\"file\"; filename*=UTF-8''%C3%9Cbung.mp4", "x", "video/mp4");
  expect((await post(named + end)).body.name).toBe("Übung.mp4");
});

test.each([
  ["without its last boundary", file("a.mp4", "x".repeat(100 * KiB))],
  ["cut inside the file", begin('name="file"; filename="a.mp4"') + "x".repeat(100 * KiB)],
  ["cut inside a part's head", `${file("a.mp4", "x")}--b\r\nContent-Disp`],
  ["of nothing but noise", "noise"],
])("a body %s is refused", async (_what, body) => {
  expect(await post(body)).toMatchObject({ status: 400, body: { message: /could not be read as multipart/ } });
  await nothingStays();
});

test("a content type without a boundary is refused", async () => {
  expect(await post(end, { "content-type": "multipart/form-data" })).toMatchObject({ status: 400 });
});

test.each([
  ["a file beyond the limit", file("a.mp4", "x".repeat(MAX_BYTES + 1)) + end],
  ["fields of more than 256 KiB", file("a.mp4", "x") + part('name="title"', "x".repeat(256 * KiB + 1)) + end],
  ["many fields of more", file("a.mp4", "x") + part('name="title"', "x".repeat(100 * KiB)).repeat(3) + end],
  ["a parameter's file of more", file("a.mp4", "x") + part('name="title"; filename="t"', "x".repeat(300 * KiB)) + end],
  ["more parts than anybody sends", file("a.mp4", "x") + part('name="title"', "x").repeat(300) + end],
])("%s is 413, answered before the sender has finished", async (_what, body) => {
  const more = "x".repeat(2 * 1024 * KiB);
  expect(await post(body + more)).toMatchObject({ status: 413 });
  await nothingStays();
  expect(logged).toEqual([]);
});

test("a file that just fits is taken", async () => {
  expect((await post(file("a.mp4", "x".repeat(MAX_BYTES)) + end)).body).toMatchObject({ size: MAX_BYTES });
});

test("what says it is far too long is refused before it is sent", async () => {
  const request = open({ "content-length": String(100 * 1024 * KiB) });
  request.flushHeaders();
  expect(await answerTo(request)).toMatchObject({ status: 413 });
  request.destroy();
});

test("U+0000 in a field after the file is refused", async () => {
  expect(await post(file("a.mp4", "x") + part('name="title"', "a\0b") + end)).toMatchObject({ status: 400 });
  await nothingStays();
});

test.each([
  ["in the middle of the file", begin('name="file"; filename="a.mp4"') + "x".repeat(200 * KiB), true],
  ["after the file", `${file("a.mp4", "x".repeat(200 * KiB))}--b\r\n`, true],
  ["inside a file nobody wants", begin('name="other"; filename="a.mp4"') + "x".repeat(200 * KiB), false],
])("a sender that goes away %s leaves nothing, and no fault in the log", async (_when, body, isWritten) => {
  const request = open({ "content-length": String(400 * KiB) });
  request.write(body);
  await until(async () => begun > 0 && (!isWritten || (await readdir(folder)).length > 0));
  request.destroy();
  await until(() => ended.length > 0);
  expect(ended).toEqual([400]);
  await nothingStays();
  expect(logged).toEqual([]);
});

test("a sender that goes away while its token is looked up is not waited for", async () => {
  const request = open({ "content-length": String(400 * KiB) }, "/late");
  request.flushHeaders();
  await until(() => begun > 0);
  request.destroy();
  await until(() => ended.length > 0);
  expect(ended).toEqual([400]);
});

test.each([
  ["in the middle of the file", begin('name="file"; filename="a.mp4"') + "x".repeat(KiB)],
  ["inside a file nobody wants", begin('name="video"; filename="a.mp4"') + "x".repeat(KiB)],
  ["after the file", `${file("a.mp4", "x")}--b\r\n`],
  ["before the first part", ""],
])("a sender that stalls %s is let go", async (_when, body) => {
  const request = open({ "content-length": String(400 * KiB) });
  request.flushHeaders();
  if (body !== "") request.write(body);
  await new Promise((resolve) => request.on("close", resolve));
  await until(() => ended.length > 0);
  expect(ended).toEqual([400]);
  await nothingStays();
  expect(logged).toEqual([]);
});
