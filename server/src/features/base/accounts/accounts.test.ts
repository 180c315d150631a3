import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import type { TestToken } from "../../../../test/builders.ts";
import { OPERATOR_KEY, sealer, startTestApp, withApp } from "../../../../test/harness.ts";
import { until } from "../../../../test/until.ts";
import { buildApp } from "../../../build-app.ts";
import { createStorage } from "../../../lib/storage.ts";
import { disableIdleTokensJob } from "./jobs.ts";

const app = await withApp();

function operate(request: string, payload?: object, key = OPERATOR_KEY) {
  const [method = "GET", url = ""] = request.split(" ");
  return app.app.server.inject({
    method: method as "GET",
    url: `/api${url}`,
    headers: { authorization: `Bearer ${key}` },
    ...(payload && { payload }),
  });
}

async function status(token: TestToken): Promise<number> {
  return (await app.call(token, `GET /client/${token.clientId}`)).statusCode;
}

test("sub-clients are told as a tree, and only where there are any", async () => {
  const top = await app.build.client({ name: "Top" });
  const left = await app.build.client({ name: "Left", parentId: top.id });
  const leaf = await app.build.client({ name: "Leaf", parentId: left.id });
  const right = await app.build.client({ name: "Right", parentId: top.id });
  const token = await app.build.token(top.id);
  const tree = async (id: number) => (await app.call(token, `GET /client/${id}`)).json();
  expect(await tree(top.id)).toEqual({
    clientname: "Top",
    subclients: [
      { id: left.id, name: "Left", subclients: [{ id: leaf.id, name: "Leaf" }] },
      { id: right.id, name: "Right" },
    ],
  });
  expect(await tree(leaf.id)).toEqual({ clientname: "Leaf", subclients: [] });
});

test("users of a client and those below it", async () => {
  const top = await app.build.client({ name: "Users" });
  const below = await app.build.client({ parentId: top.id });
  await app.build.user(top.id, { userName: "Dana", permissions: ["Create Events"] });
  await app.build.user(below.id, { userName: "Kim", type: "Contributor" });
  const token = await app.build.token(top.id);
  const { users } = (await app.call(token, `GET /client/${top.id}/users`)).json();
  expect(users).toEqual([
    expect.objectContaining({ userName: "Dana", account: "Users", permissions: { "Create Events": true } }),
    expect.objectContaining({ userName: "Kim", type: "Contributor", clientId: below.id }),
  ]);
  expect(users[1]).not.toHaveProperty("permissions");
  expect(users[1]).not.toHaveProperty("lastLoginDate");
});

test("the operator's API issues a token that works at once, and lists it without its secret", async () => {
  const client = (await operate("POST /clients", { name: "Acme" })).json();
  const issued = (await operate(`POST /clients/${client.id}/tokens`, { name: "check", access: ["all"] })).json();
  expect(issued).toMatchObject({
    key: expect.stringMatching(/^[0-9A-F]{32}$/),
    secret: expect.stringMatching(/^[0-9a-f]{128}$/),
  });
  expect(await status(issued)).toBe(200);
  const listed = await operate(`GET /clients/${client.id}/tokens`);
  expect(listed.json().tokens).toMatchObject([{ name: "check", access: ["all"], isActive: true, key: issued.key }]);
  expect(listed.body).not.toContain(issued.secret);
  const { rows } = await app.database.pool.query("select * from api_tokens where id = $1", [issued.tokenId]);
  expect(JSON.stringify(rows)).not.toContain(issued.secret);
});

test("a token with one right may do that and nothing else", async () => {
  const client = await app.build.client();
  const token = await app.build.token(client.id, ["Users"]);
  expect((await app.call(token, `GET /client/${client.id}/users`)).statusCode).toBe(200);
  expect(await status(token)).toBe(403);
});

test("disabling, enabling and rotating take effect with the next call", async () => {
  const client = await app.build.client();
  const token = await app.build.token(client.id);
  expect(await status(token)).toBe(200);
  const path = `/clients/${client.id}/tokens/${token.id}`;
  expect((await operate(`POST ${path}/disable`)).statusCode).toBe(204);
  const refused = await app.call(token, `GET /client/${client.id}`);
  expect([refused.statusCode, refused.json().message]).toEqual([
    401,
    "AccessTokenKey and AccessTokenSecret are deactivated.",
  ]);
  await operate(`POST ${path}/enable`);
  expect(await status(token)).toBe(200);
  const rotated = (await operate(`POST ${path}/rotate`)).json();
  expect(await status(token)).toBe(401);
  expect(await status(rotated)).toBe(200);
});

test("refuses a wrong operator key, bad input and what is unknown, as problem details", async () => {
  const answers = await Promise.all([
    operate("POST /clients", { name: "x" }, "wrong"),
    operate("POST /clients", { name: "" }),
    operate("POST /clients", { name: "x", surprise: true }),
    operate("POST /clients", { name: "x", parentId: 99_999_999 }),
    operate("POST /clients/99999999/tokens", { name: "x", access: ["all"] }),
    operate("GET /nothing"),
  ]);
  expect(answers.map((answer) => answer.statusCode)).toEqual([401, 400, 400, 404, 404, 404]);
  for (const answer of answers) {
    expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status: answer.statusCode, detail: expect.any(String) });
  }
  const client = await app.build.client();
  const unknown = await operate(`POST /clients/${client.id}/tokens`, { name: "x", access: ["Everything"] });
  expect(unknown.json().detail).toContain("Everything");
  expect((await operate("POST /clients", { name: "again", id: client.id })).statusCode).toBe(409);
});

test("chosen client ids never collide with those that are given out", async () => {
  const { id } = (await operate("POST /clients", { name: "given" })).json();
  await operate("POST /clients", { name: "chosen", id: id + 1 });
  expect((await operate("POST /clients", { name: "next" })).json().id).toBe(id + 2);
  const same = await Promise.all([1, 2].map(() => operate("POST /clients", { name: "race", id: id + 100 })));
  expect(same.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
});

test("without a key nobody is the operator, whatever the key is", async () => {
  const { server } = await buildApp({
    storage: createStorage({ dataFolder: tmpdir() }),
    database: app.database,
    config: {
      publicUrl: "",
      mailFrom: "",
      throttleFactor: undefined,
      throttleStatus: 403,
      logLevel: "silent",
      trustProxy: false,
    },
    operatorKey: "",
    sealer,
    now: () => new Date(),
  });
  expect((await server.inject({ method: "POST", url: "/api/demo" })).statusCode).toBe(401);
});

test("a token stops at every account below when its own is closed", async () => {
  const top = await app.build.client();
  const below = await app.build.client({ parentId: top.id });
  const token = await app.build.token(top.id);
  const call = () => app.call(token, `GET /client/${below.id}/languages`);
  expect((await call()).statusCode).toBe(200);
  await app.build.changeClient(top.id, { isActive: false });
  await until(async () => (await call()).statusCode === 403);
});

test("a user's password is kept as an argon2id hash; a user name is taken once", async () => {
  const client = await app.build.client();
  const user = { userName: "pat", name: "Pat", email: "pat@example.com", password: "correct horse battery" };
  expect((await operate(`POST /clients/${client.id}/users`, user)).statusCode).toBe(201);
  expect((await operate(`POST /clients/${client.id}/users`, { ...user, userName: "PAT" })).statusCode).toBe(409);
  const { rows } = await app.database.pool.query("select password_hash from users where user_name = 'pat'");
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$/);
});

test("the demo data can be made again beside the first", async () => {
  const first = (await operate("POST /demo")).json();
  const second = (await operate("POST /demo")).json();
  expect(second.clientId).not.toBe(first.clientId);
  expect(await status(second.token)).toBe(200);
});

test("a token that made no call for 60 days is disabled; one that did is not", async () => {
  const client = await app.build.client();
  const [idle, used] = [await app.build.token(client.id), await app.build.token(client.id)];
  await app.database.pool.query("update api_tokens set enabled_at = now() - interval '61 days' where client_id = $1", [
    client.id,
  ]);
  await app.database.pool.query("update api_tokens set last_used_at = now() - interval '59 days' where id = $1", [
    used.id,
  ]);
  await disableIdleTokensJob.run(app.jobContext, {});
  expect([await status(idle), await status(used)]).toEqual([401, 200]);
});

test("the last use of a token is written when the server stops, without a write per call", async () => {
  const own = await startTestApp();
  const token = await own.build.token((await own.build.client()).id);
  for (let n = 0; n < 3; n++) await own.call(token, `GET /client/${token.clientId}`);
  const lastUse = async () =>
    (await own.database.pool.query("select last_used_at from api_tokens where id = $1", [token.id])).rows[0]
      .last_used_at;
  expect(await lastUse()).toBeNull();
  await own.app.server.close();
  expect(await lastUse()).toBeInstanceOf(Date);
  await own.close();
});
