import { DateTime } from "luxon";
import { afterAll, beforeEach, expect, test } from "vitest";
import { operated } from "../../../../../test/operator-api.ts";
import { createSamlBrowser } from "../../../../../test/saml-browser.ts";
import { ada, setUpIdp, withSsoApp } from "../../../../../test/single-sign-on.ts";
import { hashSecret } from "../../../../lib/secrets.ts";

const app = await withSsoApp();
const client = await app.build.client({ name: "Northlight Media" });
const userId = (await app.build.user(client.id, { userName: "ada", name: "Ada Lovelace", email: "ada@example.com" }))
  .id;
const sso = await setUpIdp(app, client.id, { purposes: ["staff"] });

beforeEach(() => {
  sso.idp.person = structuredClone(ada);
});
afterAll(() => sso.idp.close());

const login = () => `${app.url}/saml/${sso.clientId}/${sso.providerId}/login`;
const host = () => new URL(app.url).host;

async function signIn(address = login()) {
  const browser = createSamlBrowser();
  const { action, fields } = await browser.fetchAnswer(address);
  return { browser, response: await browser.post(action, fields) };
}

const settings = (changes: object) =>
  operated(app, `PATCH /clients/${sso.clientId}/identity-providers/${sso.providerId}`, changes);

test("a user of the client is signed in by the e-mail address and comes home", async () => {
  const { browser, response } = await signIn();
  expect([response.status, response.headers.get("location")]).toEqual([303, "/webcast/home"]);
  expect(response.headers.getSetCookie().join()).toMatch(
    /^lectern_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const token = browser.cookies(host()).lectern_session ?? "";
  const [session] = await app.database.db.selectFrom("staffSessions").selectAll().execute();
  expect(session).toMatchObject({ userId, tokenHash: hashSecret(token) });
  const page = await (await browser.load(`${app.url}/webcast/home`)).text();
  expect(page).toContain("Signed in as Ada Lovelace");
  const user = await app.database.db.selectFrom("users").selectAll().where("id", "=", userId).executeTakeFirst();
  expect(user?.lastLoginAt).toBeInstanceOf(Date);
});

test("home shows the client's own events: what is coming, what was, and where to go", async () => {
  const coming = await app.build.event(sso.clientId, { title: "Coming <soon>" });
  const past = await app.build.event(sso.clientId, {
    title: "Long ago",
    startsAt: DateTime.now().minus({ days: 3 }).toJSDate(),
  });
  const foreign = await app.build.event((await app.build.client()).id, { title: "Somebody else's" });
  const { browser } = await signIn();
  const page = await (await browser.load(`${app.url}/webcast/home`)).text();
  expect(page.indexOf("Coming &#60;soon&#62;")).toBeGreaterThan(page.indexOf("Now and coming"));
  expect(page.indexOf("Coming &#60;soon&#62;")).toBeLessThan(page.indexOf("<h2>Recent"));
  expect(page.indexOf("Long ago")).toBeGreaterThan(page.indexOf("<h2>Recent"));
  for (const name of ["present", "previewlobby", "report", "door", "mailbox"])
    expect(page).toContain(`"/webcast/${name}?e=${coming.id}"`);
  expect(page).toContain(`?e=${past.id}"`);
  expect(page).not.toContain(String(foreign.id));
});

test("nobody without a session sees it, nor with one that is over, of an inactive user or made up", async () => {
  const expectEntrance = async (browser: ReturnType<typeof createSamlBrowser>) => {
    const response = await browser.load(`${app.url}/webcast/home`);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/webcast/login"]);
  };
  await expectEntrance(createSamlBrowser());
  const madeUp = await fetch(`${app.url}/webcast/home`, {
    headers: { cookie: `lectern_session=${"a".repeat(43)}` },
    redirect: "manual",
  });
  expect(madeUp.status).toBe(303);
  const { browser } = await signIn();
  const setActive = (isActive: boolean) =>
    app.database.db.updateTable("users").set({ isActive }).where("id", "=", userId).execute();
  await setActive(false);
  await expectEntrance(browser);
  await setActive(true);
  expect((await browser.load(`${app.url}/webcast/home`)).status).toBe(200);
  app.clock.now = DateTime.now().plus({ hours: 13 }).toJSDate();
  await expectEntrance(browser);
  delete app.clock.now;
});

test("the entrance offers the client's sign-in, and asks for the account otherwise", async () => {
  const entrance = async (query: string) => (await fetch(`${app.url}/webcast/login${query}`)).text();
  expect(await entrance("")).toContain("Account number");
  expect(await entrance("?client=99999999")).toContain("There is no such sign-in for this account number.");
  expect(await entrance("?client=x")).toContain("There is no such sign-in for this account number.");
  const page = await entrance(`?client=${sso.clientId}`);
  expect(page).toContain(
    `href="/saml/${sso.clientId}/${sso.providerId}/login">Sign in with <bdi>Analytical Engines</bdi></a>`,
  );
  await settings({ isActive: false });
  expect(await entrance(`?client=${sso.clientId}`)).toContain("There is no such sign-in for this account number.");
  await settings({ isActive: true });
});

test("a page that was asked for is where one comes to, but no other place", async () => {
  const go = async (page: string) =>
    (await signIn(`${login()}?page=${encodeURIComponent(page)}`)).response.headers.get("location");
  expect(await go("/webcast/report?e=1&k=2")).toBe("/webcast/report?e=1&k=2");
  for (const page of ["https://evil.example/", "//evil.example/", "/webcast/../wcc", "/webcast/\\..\\..\\evil"])
    expect(await go(page), page).toBe("/webcast/home");
});

test("who is no user of this client is not signed in", async () => {
  await app.build.user((await app.build.client()).id, { userName: "stranger", email: "stranger@example.com" });
  sso.idp.person = { ...ada, nameId: "stranger@example.com", attributes: { mail: "stranger@example.com" } };
  const { response } = await signIn();
  expect(response.status).toBe(403);
  expect(await response.text()).toContain("There is no account for you here.");
  expect(response.headers.getSetCookie()).toEqual([]);
});

test("an address that two users share is nobody's, and a user name decides", async () => {
  const email = "shared@example.com";
  const [first] = [await app.build.user(sso.clientId, { email }), await app.build.user(sso.clientId, { email })];
  sso.idp.person = { ...ada, nameId: "opaque", attributes: { mail: email } };
  expect((await signIn()).response.status).toBe(403);
  sso.idp.person.attributes.username = first.userName.toUpperCase();
  expect((await signIn()).response.status).toBe(303);
});

test("users are made only where the client wants it, and may do nothing", async () => {
  sso.idp.person = { ...ada, nameId: "new@example.com", attributes: { mail: "new@example.com", givenName: "New" } };
  expect((await signIn()).response.status).toBe(403);
  await settings({ createsUsers: true });
  expect((await signIn()).response.status).toBe(303);
  expect((await signIn()).response.status).toBe(303);
  const { db } = app.database;
  const made = await db.selectFrom("users").selectAll().where("email", "=", "new@example.com").execute();
  expect(made).toMatchObject([{ clientId: sso.clientId, name: "New", permissions: [] }]);
  // Somebody who was switched off does not come back this way.
  await db.updateTable("users").set({ isActive: false }).where("email", "=", "new@example.com").execute();
  expect((await signIn()).response.status).toBe(403);
  await settings({ createsUsers: false });
});

test("a provider of staff registers nobody, and one of the audience signs in no staff", async () => {
  const event = await app.build.event(sso.clientId);
  const query = `?event=${event.id}&key=${event.audienceKey}`;
  expect((await fetch(login() + query, { redirect: "manual" })).status).toBe(404);
  await settings({ isUnsolicitedAllowed: true });
  const relayState = `${event.id}/${event.audienceKey}`;
  const { response } = await signIn(`${sso.idp.url}/start?RelayState=${relayState}`);
  expect(response.status).toBe(404);
  await settings({ purposes: ["audience"] });
  expect((await signIn(`${sso.idp.url}/start?RelayState=%2Fwebcast%2Fhome`)).response.status).toBe(400);
  await settings({ purposes: ["staff"], isUnsolicitedAllowed: false });
  expect(await app.database.db.selectFrom("registrants").selectAll().execute()).toEqual([]);
});
