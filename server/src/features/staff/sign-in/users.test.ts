import { expect, test } from "vitest";
import { OPERATOR_KEY, withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { createStaffBrowser, PASSWORD } from "../../../../test/staff-browser.ts";
import { permissions } from "../../base/accounts/permissions.ts";

// Users and who may change whom, over our own API.

const app = await withApp();
const { id: clientId } = await app.build.client();
const path = `/clients/${clientId}/users`;

async function signIn(held: readonly string[]) {
  const user = await app.build.user(clientId, { password: PASSWORD, permissions: held });
  const browser = createStaffBrowser(app);
  await browser.signIn(user.userName);
  const call = (request: string, body?: object) => {
    const [method, url] = request.split(" ");
    return app.app.server.inject({
      method: method as "POST",
      url: `/api${url}`,
      headers: {
        host: "lectern.test",
        "sec-fetch-site": "same-origin",
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      ...(body && { payload: body }),
    });
  };
  return { ...user, browser, call };
}

const person = (userName: string) => ({ userName, name: "New", email: `${userName}@acme.com` });

test("the operator lists users, without their hashes, and changes them", async () => {
  const { id } = await app.build.user(clientId, { password: PASSWORD, jobTitle: "Producer" });
  const { users } = await operated<{ users: { userId: number }[] }>(app, `GET ${path}`);
  expect(users.find(({ userId }) => userId === id)).toMatchObject({ hasPassword: true, jobTitle: "Producer" });
  expect(JSON.stringify(users)).not.toContain("argon2");
  const body = { name: "Other", permissions: ["Manage Users"], isActive: false };
  expect(await operated(app, `PATCH ${path}/${id}`, body)).toMatchObject({ userId: id, ...body });
  const elsewhere = (await app.build.client()).id;
  for (const request of [`PATCH /clients/${elsewhere}/users/${id}`, `POST /clients/${elsewhere}/users/${id}/sign-out`])
    expect((await operate(app, request, request.startsWith("PATCH") ? {} : undefined)).statusCode).toBe(404);
  const changes = await app.database.db.selectFrom("changes").selectAll().where("subjectId", "=", id).execute();
  expect(changes).toMatchObject([
    { kind: "user.updated", fields: ["name", "permissions", "isActive"], actor: "operator" },
  ]);
});

test("nobody makes a user who may more, nor changes, invites or signs out one", async () => {
  const manager = await signIn(["Manage Users", "Manage Brand Settings"]);
  const admin = await signIn(permissions);
  const refused = { statusCode: 403 };
  expect(await manager.call(`POST ${path}`, person("a1"))).toMatchObject(refused);
  expect(await manager.call(`POST ${path}`, { ...person("a2"), permissions: ["Manage Integrations"] })).toMatchObject(
    refused,
  );
  expect(
    (await manager.call(`POST ${path}`, { ...person("a3"), permissions: ["Manage Brand Settings"] })).statusCode,
  ).toBe(201);
  for (const [request, body] of [
    [`PATCH ${path}/${admin.id}`, { isActive: false }],
    [`POST ${path}/${admin.id}/invitation`, {}],
    [`POST ${path}/${admin.id}/sign-out`, undefined],
    [`PATCH ${path}/${manager.id}`, { permissions: [...permissions] }],
  ] as const)
    expect(await manager.call(request, body), request).toMatchObject(refused);
  expect(await admin.browser.isSignedIn()).toBe(true);
  expect((await admin.call(`POST ${path}`, person("a4"))).statusCode).toBe(201);
  const actors = await app.database.db
    .selectFrom("changes")
    .select("actor")
    .where("kind", "=", "user.created")
    .execute();
  expect(actors.map(({ actor }) => actor)).toEqual([`user:${manager.id}`, `user:${admin.id}`]);
});

test("who is disabled, or signed out everywhere, is out at once", async () => {
  const admin = await signIn(permissions);
  const [first, second] = [await signIn([]), await signIn([])];
  expect((await admin.call(`POST ${path}/${first.id}/sign-out`)).json()).toEqual({ ended: 1 });
  expect(await first.browser.isSignedIn()).toBe(false);
  await admin.call(`PATCH ${path}/${second.id}`, { isActive: false });
  expect(await second.browser.isSignedIn()).toBe(false);
  await admin.call(`PATCH ${path}/${second.id}`, { isActive: true });
  expect(await second.browser.isSignedIn()).toBe(false);
});

test("an invitation lets its user in once, where no mail goes out by the link that is told", async () => {
  const { id, userName } = await app.build.user(clientId);
  const told = await operated<{ url: string; isMailed: boolean }>(app, `POST ${path}/${id}/invitation`, {});
  expect(told.isMailed).toBe(false);
  const { pathname, search } = new URL(told.url);
  const browser = createStaffBrowser(app);
  const next = "slow rivers carry old boats";
  const form = { new: next, repeat: next };
  expect((await browser.post(pathname + search, form)).statusCode).toBe(303);
  expect(await browser.isSignedIn()).toBe(true);
  expect((await browser.post(pathname + search, form)).statusCode).toBe(404);
  expect((await createStaffBrowser(app).signIn(userName, next)).statusCode).toBe(303);
});

test("a password that the operator gives is held to the same", async () => {
  for (const [password, code] of [
    ["password1234", "password.guessable"],
    ["guess-me@acme.com", "password.guessable"],
  ])
    expect((await operate(app, `POST ${path}`, { ...person("guess-me"), password })).json().title).toBe(code);
});

test("a key that is wrong is not made up for by a session", async () => {
  const admin = await signIn(permissions);
  const cookie = [...admin.browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const ask = (authorization: string) =>
    app.app.server.inject({ url: `/api${path}`, headers: { host: "lectern.test", cookie, authorization } });
  expect((await ask("Bearer wrong")).statusCode).toBe(401);
  expect((await ask(`Bearer ${OPERATOR_KEY}`)).statusCode).toBe(200);
});
