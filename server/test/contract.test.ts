import { type Operation, type OperationId, operations } from "@lectern/contract/operations";
import { wordings } from "@lectern/contract/refusals";
import { createLectern } from "@lectern/sdk";
import { describe, expect, test } from "vitest";
import { fillIn, Refusal, type RefusalCode } from "../src/errors.ts";
import type { TestToken } from "./builders.ts";
import { withApp } from "./harness.ts";

// Every operation of the compatible API, driven from the contract through the SDK: who may call it, and how it refuses.

const app = await withApp();
const { id: clientId } = await app.build.client();
const { id: eventId } = await app.build.event(clientId);
const { id: doomedEventId } = await app.build.event(clientId);
const token = await app.build.token(clientId);
const powerless = await app.build.token(clientId, ["Copy a Webinar"]);
const disabled = await app.build.token(clientId);
const stranger = await app.build.token((await app.build.client()).id);
const strangersEventId = (await app.build.event(stranger.clientId)).id;
const baseUrl = await app.listen();
const closed = await app.build.client();
const inactiveClient = { id: closed.id, token: await app.build.token(closed.id) };
const inactiveEventId = (await app.build.event(clientId)).id;
const { db } = app.database;
await db.updateTable("apiTokens").set({ isActive: false }).where("id", "=", disabled.id).execute();
await app.build.changeClient(closed.id, { isActive: false });
await app.build.changeEvent(inactiveEventId, { isActive: false });
/** For the one operation after which there is no event. */

interface Ids {
  clientId?: number;
  eventId?: number | string;
}

function paramsOf(ids: Ids): Record<string, string | number> {
  const others = { email: "nobody@example.com", gatewayId: 1, mediaId: 1, emailId: 1 };
  return { eventId: ids.eventId ?? eventId, ...others };
}

/** One call with a token, through the SDK. */
async function send(by: TestToken, { id }: Operation<OperationId>, ids: Ids = {}) {
  const { key, secret } = by;
  const lectern = createLectern({
    baseUrl,
    clientId: ids.clientId ?? clientId,
    accessTokenKey: key,
    accessTokenSecret: secret,
  });
  const { status, body } = await lectern.request(id, { params: paramsOf(ids) });
  return { status, message: (body as { message: string }).message };
}

/** The same address, for what no SDK sends. */
function addressOf({ path }: Operation): string {
  const values: Record<string, string | number> = { clientId, ...paramsOf({}) };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
}

const cases = operations.map((operation) => [operation.id, operation as Operation<OperationId>] as const);

describe.each(cases)("%s", (id, operation) => {
  const wording = wordings[operation.wording];
  const sentenceOf = (code: RefusalCode, params = {}) =>
    wording[code] ? fillIn(wording[code].sentence, params) : new Refusal(code, params).message;

  test("refuses a call without a token, and with half of one", async () => {
    const refusal = { status: 401, message: "Header must contain both accessTokenKey and accessTokenSecret." };
    for (const headers of [{}, { accessTokenKey: token.key }, { accessTokenSecret: token.secret }]) {
      const answer = await fetch(`${baseUrl}/v2${addressOf(operation)}`, { method: operation.method, headers });
      expect({ status: answer.status, ...((await answer.json()) as object) }).toEqual(refusal);
    }
  });

  test("refuses a wrong and a disabled pair", async () => {
    const wrong = { ...token, secret: token.secret.replace(/^./, "x") };
    expect(await send(wrong, operation)).toEqual({ status: 401, message: sentenceOf("token.wrong") });
    const deactivated = { status: 401, message: "AccessTokenKey and AccessTokenSecret are deactivated." };
    expect(await send(disabled, operation)).toEqual(deactivated);
  });

  test("refuses another client's pair, and one without the right", async () => {
    const status = wording["token.noPermission"]?.status ?? 403;
    const refusal = { status, message: sentenceOf("token.noPermission") };
    expect(await send(stranger, operation)).toEqual(refusal);
    expect(await send(powerless, operation)).toEqual(refusal);
  });

  test("tells an unknown client from an inactive one", async () => {
    const unknown = { status: 404, message: sentenceOf("client.unknown", { clientId: 99_999_999 }) };
    expect(await send(token, operation, { clientId: 99_999_999 })).toEqual(unknown);
    const inactive = { status: 403, message: sentenceOf("client.inactive", { clientId: inactiveClient.id }) };
    expect(await send(inactiveClient.token, operation, { clientId: inactiveClient.id })).toEqual(inactive);
  });

  test("answers whoever may call it: built, or an honest 501", async () => {
    const ids = id === "EventManagement.DeleteWebinar" ? { eventId: doomedEventId } : {};
    const answer = await send(token, operation, ids);
    if (app.app.built.has(id)) expect(answer.status).not.toBe(501);
    else expect(answer).toEqual({ status: 501, message: expect.stringContaining(id) });
  });

  test("is reached by its alias and with a trailing slash; other methods get a 405", async () => {
    const path = addressOf(operation);
    for (const address of [`/wcc/api/v2${path}`, `/v2${path}/`])
      expect((await app.call(undefined, `${operation.method} ${address}`)).statusCode).toBe(401);
    const refused = await app.call(token, `OPTIONS ${path}`);
    expect([refused.statusCode, refused.headers.allow]).toEqual([405, expect.stringContaining(operation.method)]);
    expect(refused.json().message).toContain("OPTIONS");
  });

  test.each(operation.path.includes("{eventId}") ? ["its event"] : [])(
    "tells whether %s is unknown, another client's, or inactive",
    async () => {
      for (const absent of [99_999_999, strangersEventId, "abc"]) {
        const unknown = { status: 404, message: sentenceOf("event.unknown", { eventId: absent }) };
        expect(await send(token, operation, { eventId: absent })).toEqual(unknown);
      }
      const inactive = { status: 403, message: sentenceOf("event.inactive", { eventId: inactiveEventId }) };
      expect(await send(token, operation, { eventId: inactiveEventId })).toEqual(inactive);
    },
  );
});

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
  await app.build.changeClient(client.id, { contractEndsAt: new Date(0) });
  expect((await app.call(own, `GET /client/${client.id}`)).statusCode).toBe(403);
});

test("what does not exist is a JSON 404, anywhere", async () => {
  for (const path of ["/v2/nothing", "/nothing", "/v2/client/1/nothing"]) {
    const answer = await app.app.server.inject({ url: path });
    expect([answer.statusCode, answer.json().message]).toEqual([404, expect.stringContaining(path)]);
    expect(answer.headers["content-type"]).toMatch(/^application\/json/);
  }
});
