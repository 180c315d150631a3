import { type Operation, operations } from "@lectern/contract/operations";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestToken } from "./builders.ts";
import { startTestApp, type TestApp } from "./harness.ts";

// Every operation of the compatible API, driven from the contract: who may call it, and how it refuses.

let app: TestApp;
let token: TestToken;
let stranger: TestToken;
let powerless: TestToken;
let disabled: TestToken;
let clientId: number;
let eventId: number;
let inactiveClient: { id: number; token: TestToken };
let inactiveEventId: number;

beforeAll(async () => {
  app = await startTestApp();
  ({ id: clientId } = await app.build.client());
  ({ id: eventId } = await app.build.event(clientId));
  token = await app.build.token(clientId);
  powerless = await app.build.token(clientId, ["Copy a Webinar"]);
  disabled = await app.build.token(clientId);
  stranger = await app.build.token((await app.build.client()).id);
  const closed = await app.build.client();
  inactiveClient = { id: closed.id, token: await app.build.token(closed.id) };
  inactiveEventId = (await app.build.event(clientId)).id;
  const { db } = app.database;
  await db.updateTable("apiTokens").set({ isActive: false }).where("id", "=", disabled.id).execute();
  await db.updateTable("clients").set({ isActive: false }).where("id", "=", closed.id).execute();
  await db.updateTable("events").set({ isActive: false }).where("id", "=", inactiveEventId).execute();
});
afterAll(() => app.close());

function requestOf(operation: Operation, ids: { clientId?: number | string; eventId?: number | string } = {}): string {
  const values: Record<string, string> = {
    clientId: String(ids.clientId ?? clientId),
    eventId: String(ids.eventId ?? eventId),
    email: "nobody%40example.com",
    gatewayId: "1",
    mediaId: "1",
    emailId: "1",
  };
  return `${operation.method} ${operation.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")}`;
}

const cases = operations.map((operation) => [operation.id, operation as Operation] as const);

describe.each(cases)("%s", (id, operation) => {
  test("refuses a call without a token, and with half of one", async () => {
    const sentence = { message: "Header must contain both accessTokenKey and accessTokenSecret." };
    const without = await app.call(undefined, requestOf(operation));
    expect([without.statusCode, without.json()]).toEqual([401, sentence]);
    const half = await app.call(undefined, requestOf(operation), { headers: { accessTokenKey: token.key } });
    expect([half.statusCode, half.json()]).toEqual([401, sentence]);
  });

  test("refuses a wrong and a disabled pair", async () => {
    const wrong = await app.call({ ...token, secret: token.secret.replace(/^./, "x") }, requestOf(operation));
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json().message).toMatch(/wrong or invalid|not found/);
    const off = await app.call(disabled, requestOf(operation));
    expect([off.statusCode, off.json().message]).toEqual([
      401,
      "AccessTokenKey and AccessTokenSecret are deactivated.",
    ]);
  });

  test("refuses another client's pair, and one without the right", async () => {
    for (const other of [stranger, powerless]) {
      const refused = await app.call(other, requestOf(operation));
      expect([401, 403]).toContain(refused.statusCode);
      expect(refused.json().message).toMatch(/permission|not an Elite user|don't have access/);
    }
  });

  test("tells an unknown client from an inactive one", async () => {
    const unknown = await app.call(token, requestOf(operation, { clientId: 99_999_999 }));
    expect([unknown.statusCode, unknown.json().message]).toEqual([
      404,
      expect.stringMatching(/^The client 99999999 doesn't exist/),
    ]);
    const inactive = await app.call(inactiveClient.token, requestOf(operation, { clientId: inactiveClient.id }));
    expect([inactive.statusCode, inactive.json().message]).toEqual([403, expect.stringMatching(/inactive/)]);
  });

  test("answers whoever may call it: built, or an honest 501", async () => {
    const answer = await app.call(token, requestOf(operation));
    if (app.app.built.has(id)) expect(answer.statusCode).not.toBe(501);
    else expect([answer.statusCode, answer.json()]).toEqual([501, { message: expect.stringContaining(id) }]);
  });

  test("is reached by its alias and with a trailing slash; other methods get a 405", async () => {
    const [method = "", path = ""] = requestOf(operation).split(" ");
    for (const address of [`/wcc/api/v2${path}`, `${path}/`])
      expect((await app.call(undefined, `${method} ${address}`)).statusCode).toBe(401);
    const refused = await app.call(token, `OPTIONS ${path}`);
    expect([refused.statusCode, refused.headers.allow]).toEqual([405, expect.stringContaining(method)]);
    expect(refused.json().message).toContain("OPTIONS");
  });
});

const eventCases = cases.filter(([, operation]) => operation.path.includes("{eventId}"));

test.each(eventCases)(
  "%s tells an unknown event from an inactive one, and from another client's",
  async (_id, operation) => {
    const other = await app.build.event(stranger.clientId);
    for (const absent of [99_999_999, other.id, "abc"]) {
      const unknown = await app.call(token, requestOf(operation, { eventId: absent }));
      expect([unknown.statusCode, unknown.json().message]).toEqual([
        404,
        expect.stringMatching(/doesn't exist|not found/),
      ]);
    }
    const inactive = await app.call(token, requestOf(operation, { eventId: inactiveEventId }));
    expect([inactive.statusCode, inactive.json().message]).toEqual([403, expect.stringMatching(/inactive/)]);
  },
);

test("a token of a parent reaches sub-clients at any depth; a sub-client's never reaches up", async () => {
  const child = await app.build.client({ parentId: clientId });
  const grandchild = await app.build.client({ parentId: child.id });
  expect((await app.call(token, `GET /client/${grandchild.id}`)).statusCode).toBe(200);
  const below = await app.build.token(grandchild.id);
  expect((await app.call(below, `GET /client/${clientId}`)).statusCode).toBe(403);
});

test("a contract that has ended is refused", async () => {
  const client = await app.build.client();
  const own = await app.build.token(client.id);
  await app.database.db
    .updateTable("clients")
    .set({ contractEndsAt: new Date(0) })
    .where("id", "=", client.id)
    .execute();
  expect((await app.call(own, `GET /client/${client.id}`)).statusCode).toBe(403);
});

test("what does not exist is a JSON 404, anywhere", async () => {
  for (const path of ["/v2/nothing", "/nothing", "/v2/client/1/nothing"]) {
    const answer = await app.app.server.inject({ url: path });
    expect([answer.statusCode, answer.json().message]).toEqual([404, expect.stringContaining(path)]);
    expect(answer.headers["content-type"]).toMatch(/^application\/json/);
  }
});
