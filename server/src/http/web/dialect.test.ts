import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import Type from "typebox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaging } from "../../lib/staging.ts";
import type { ReceivedFile } from "./bodies.ts";
import { type Caller, type Identify, operatorByKey } from "./caller.ts";
import { registerWeb } from "./dialect.ts";
import { id } from "./schema-parts.ts";

// Who may call what where, and what a handler gets, on a small API of its own: a client with one below it, and another.

const clients = new Map([1, 12, 3].map((id) => [id, { id, path: id === 12 ? [1, 12] : [id] }]));
const events = new Map([
  [7, { id: 7, clientId: 12 }],
  [8, { id: 8, clientId: 3 }],
]);
const callers: Record<string, Caller> = {
  producer: { actor: "user:5", grants: [{ clientId: 1, rights: new Set(["events.read", "events.manage"]) }] },
  viewer: { actor: "user:6", grants: [{ clientId: 12, rights: new Set(["events.read"]) }] },
  relay: { actor: "service:9", grants: [{ rights: new Set(["bounces.report"]) }] },
};
const isOperator = operatorByKey("the-key");
const identify: Identify = (request) => callers[String(request.headers["x-caller"])] ?? isOperator(request);

let server: FastifyInstance;
let folder: string;
let lastFile: ReceivedFile | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-web-"));
  server = Fastify({ ajv: { customOptions: { strictNumbers: false } } });
  await registerWeb(server, { identify, clients, events, staging: createStaging(folder) }, (web) => {
    web.operation("reportBounce", {
      ...{ route: "POST /bounces", right: "bounces.report", group: "E-mails", summary: "" },
      answer: Type.Object({ actor: Type.String() }),
      handle: async ({ actor }) => ({ actor }),
    });
    web.operation("getEvent", {
      ...{ route: "GET /clients/{clientId}/events/{eventId}", right: "events.read", group: "Events", summary: "" },
      answer: Type.Object({ at: Type.Array(Type.Unknown()) }),
      handle: ({ actor, client, event }) => ({ at: [actor, client.id, event.id] }),
    });
    web.operation("addPart", {
      ...{ route: "POST /clients/{clientId}/parts/{partId}", right: "events.manage", group: "Events", summary: "" },
      body: Type.Object({ text: Type.String() }),
      upload: { types: ["text/vtt"], maxBytes: 10 },
      status: 201,
      location: "/clients/{clientId}/parts/{made}",
      answer: Type.Object({ made: id(), text: Type.String() }),
      handle: async ({ params: { partId }, body, file }) => {
        lastFile = file;
        return { made: partId + 1, text: file ? await readFile(file.path, "utf8") : body.text };
      },
    });
    web.operation("removePart", {
      ...{ route: "DELETE /clients/{clientId}/parts/{partId}", right: "events.manage", group: "Events", summary: "" },
      handle: ({ params }) => void params.partId,
    });
  });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Sent {
  by?: string;
  type?: string;
  payload?: string;
}

async function call(request: string, { by, type, payload }: Sent = {}) {
  const [method, path] = request.split(" ");
  const answer = await server.inject({
    method: method as "GET",
    url: `/api${path}`,
    headers: {
      ...(by === undefined ? { authorization: "Bearer the-key" } : { "x-caller": by }),
      ...(type !== undefined && { "content-type": type }),
    },
    ...(payload !== undefined && { payload }),
  });
  const body = answer.body === "" ? undefined : answer.json();
  return { status: answer.statusCode, body, code: body?.title, headers: answer.headers };
}

test("the operator may do everything, everywhere", async () => {
  expect((await call("POST /bounces")).body).toEqual({ actor: "operator" });
  expect((await call("GET /clients/12/events/7")).body).toEqual({ at: ["operator", 12, 7] });
  expect((await call("GET /clients/3/events/8")).body).toEqual({ at: ["operator", 3, 8] });
});

test("a right holds at its client and all below it, and what is elsewhere is not there at all", async () => {
  expect((await call("GET /clients/12/events/7", { by: "producer" })).body).toEqual({ at: ["user:5", 12, 7] });
  expect((await call("GET /clients/12/events/7", { by: "viewer" })).status).toBe(200);
  const unknown = { status: 404, code: "client.unknown" };
  expect(await call("GET /clients/3/events/8", { by: "producer" })).toMatchObject(unknown);
  expect(await call("GET /clients/1/events/7", { by: "viewer" })).toMatchObject(unknown);
  expect(await call("GET /clients/99/events/7", { by: "viewer" })).toMatchObject(unknown);
});

test("without the right a client's own people are refused too", async () => {
  const refused = {
    status: 403,
    code: "caller.noRight",
    body: { detail: "The right events.manage is needed for this." },
  };
  expect(await call("DELETE /clients/12/parts/1", { by: "viewer" })).toMatchObject(refused);
  expect((await call("DELETE /clients/12/parts/1", { by: "producer" })).status).toBe(204);
});

test("what belongs to no client takes a right that holds everywhere", async () => {
  expect(await call("POST /bounces", { by: "producer" })).toMatchObject({ status: 403, code: "caller.noRight" });
  expect((await call("POST /bounces", { by: "relay" })).body).toEqual({ actor: "service:9" });
});

test("an event is its client's own", async () => {
  const unknown = { status: 404, code: "event.unknown" };
  for (const path of ["/clients/12/events/8", "/clients/1/events/7", "/clients/12/events/9"])
    expect(await call(`GET ${path}`)).toMatchObject(unknown);
});

test("a body is JSON or the file that the operation takes; the file is gone after the call", async () => {
  const add = (type: string, payload: string, path = "/clients/12/parts/4") => call(`POST ${path}`, { type, payload });
  expect(await add("application/json", '{"text":"a"}')).toMatchObject({
    status: 201,
    body: { made: 5, text: "a" },
    headers: { location: "/api/clients/12/parts/5" },
  });
  expect(await add("text/vtt; charset=utf-8", "WEBVTT")).toMatchObject({ status: 201, body: { text: "WEBVTT" } });
  expect(lastFile).toMatchObject({ type: "text/vtt", byteSize: 6 });
  await expect(access(lastFile?.path ?? "")).rejects.toThrow();
  expect(await add("text/vtt", "x".repeat(11))).toMatchObject({ status: 413, code: "body.tooLarge" });
  expect(await add("text/plain", "x")).toMatchObject({ status: 415, code: "body.mediaType" });
  expect(await call("POST /clients/12/parts/4")).toMatchObject({ status: 400, code: "body.invalid" });
  expect(await call("POST /bounces", { type: "text/vtt", payload: "x" })).toMatchObject({ status: 415 });
});

test("ids, rights and clients are checked before a body is read", async () => {
  const payload = "x".repeat(11);
  const sent = { type: "text/vtt", payload };
  expect((await call("POST /clients/12/parts/0", sent)).status).toBe(400);
  expect((await call("POST /clients/99/parts/1", sent)).status).toBe(404);
  expect((await call("POST /clients/12/parts/1", { ...sent, by: "viewer" })).status).toBe(403);
});

test.each([
  ['{"text":"\\u0000"}', "body/text holds what is no character"],
  ['{"text":"a","more":[{"\\ud800":1}]}', "body/more/0 holds what is no character"],
  [`{"text":"a","more":${"[".repeat(100)}${"]".repeat(100)}}`, "the body is nested deeper than 100 levels"],
  [`{"text":"a","more":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "the body is nested deeper than 100 levels"],
])("refuses what can't be kept: %.40s", async (payload, detail) => {
  const answer = await call("POST /clients/12/parts/4", { type: "application/json", payload });
  expect(answer).toMatchObject({ status: 400, code: "body.invalid", body: { detail } });
});
