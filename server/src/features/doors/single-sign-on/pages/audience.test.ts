import { X509Certificate } from "node:crypto";
import type { Selectable } from "kysely";
import { afterAll, beforeEach, expect, test } from "vitest";
import { putGate } from "../../../../../test/admission-fixture.ts";
import { besideApp, sealer } from "../../../../../test/harness.ts";
import { operate, operated } from "../../../../../test/operator-api.ts";
import { createSamlBrowser } from "../../../../../test/saml-browser.ts";
import { ada, setUpIdp, withSsoApp } from "../../../../../test/single-sign-on.ts";
import type { Events } from "../../../../db/types.ts";
import { eventAddresses } from "../../../webinars/events/addresses.ts";
import { listAudienceSignIns, listStaffSignIns } from "../providers/list-sign-ins.ts";

const app = await withSsoApp();
const client = await app.build.client();
const sso = await setUpIdp(app, client.id, { isUnsolicitedAllowed: true });
let event: Selectable<Events>;

beforeEach(async () => {
  event = await app.build.event(sso.clientId);
  sso.idp.person = structuredClone(ada);
  sso.idp.answers = {};
});
afterAll(() => sso.idp.close());

const loginOf = (one: Selectable<Events>, more = "") =>
  `${app.url}/saml/${sso.clientId}/${sso.providerId}/login?event=${one.id}&key=${one.audienceKey}${more}`;
const lobbyOf = (one: Selectable<Events>) => eventAddresses(one, "").lobby;
const people = (eventId: number) =>
  app.database.db.selectFrom("registrants").selectAll().where("eventId", "=", eventId).execute();

/** Signs in and stops where we send the browser. */
async function signIn(address: string) {
  const browser = createSamlBrowser();
  const { action, fields } = await browser.fetchAnswer(address);
  const response = await browser.post(action, fields);
  return { browser, response, fields };
}

test("whoever signs in at the identity provider is registered and sent to the lobby", async () => {
  const { response, fields } = await signIn(loginOf(event));
  expect([response.status, response.headers.get("location")]).toEqual([303, lobbyOf(event)]);
  expect(response.headers.getSetCookie().join()).toMatch(/lectern_seat_\d+=[\w-]+;.*HttpOnly; SameSite=Lax/);
  expect(fields.RelayState).toBe(`${event.id}/${event.audienceKey}`);
  expect(await people(event.id)).toMatchObject([
    { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace", door: "saml", status: "active" },
  ]);
  await signIn(loginOf(event));
  expect(await people(event.id)).toHaveLength(1);
});

test.each([
  ["a signed answer with an unsigned assertion", () => ({ signAssertion: false, signResponse: true })],
  ["both signed", () => ({ signResponse: true })],
  ["an encrypted assertion", () => encrypted()],
  ["an encrypted assertion in a signed answer", () => ({ ...encrypted(), signAssertion: false, signResponse: true })],
  [
    "CBC, as some still use",
    () => ({
      ...encrypted(),
      encryptionAlgorithm: "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
      disallowEncryptionWithInsecureAlgorithm: false,
      warnOnInsecureEncryptionAlgorithm: false,
    }),
  ],
])("%s is taken", async (_name, answers) => {
  sso.idp.answers = answers();
  const { response } = await signIn(loginOf(event));
  expect([response.status, response.headers.get("location")]).toEqual([303, lobbyOf(event)]);
});

function encrypted() {
  const { certificate } = sso.relying;
  return {
    encryptionCert: certificate,
    encryptionPublicKey: new X509Certificate(certificate).publicKey.export({ type: "spki", format: "pem" }),
  };
}

test("who begins at the identity provider comes to the event that the link there names", async () => {
  for (const relayState of [`${event.id}/${event.audienceKey}`, eventAddresses(event, app.url).audience]) {
    const { response } = await signIn(`${sso.idp.url}/start?RelayState=${encodeURIComponent(relayState)}`);
    expect([response.status, response.headers.get("location")]).toEqual([303, lobbyOf(event)]);
  }
  const { response } = await signIn(`${sso.idp.url}/start`);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("You are signed in, but the link did not say for what.");
});

test("Entra ID's claims and plain names fill the same fields, and a client's own mapping goes first", async () => {
  const claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
  sso.idp.person = {
    nameId: "opaque-1",
    nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    attributes: {
      [`${claims}/emailaddress`]: "Grace@Example.com",
      [`${claims}/givenname`]: "Grace",
      surname: "Hopper",
      department: "Compilers",
      phone: "12",
    },
  };
  const path = `/clients/${sso.clientId}/identity-providers/${sso.providerId}`;
  await operated(app, `PATCH ${path}`, { attributes: { company: "department", jobTitle: "" } });
  const { response } = await signIn(loginOf(event));
  expect(response.status).toBe(303);
  expect(await people(event.id)).toMatchObject([
    { email: "Grace@Example.com", firstName: "Grace", lastName: "Hopper", company: "Compilers", workPhone: null },
  ]);
  await operated(app, `PATCH ${path}`, { attributes: {} });
});

test("a name of the e-mail format is the address where no attribute is; without either nobody is registered", async () => {
  sso.idp.person = { nameId: "only@example.com", nameIdFormat: ada.nameIdFormat ?? "", attributes: { x: "y" } };
  expect((await signIn(loginOf(event))).response.status).toBe(303);
  expect(await people(event.id)).toMatchObject([{ email: "only@example.com" }]);
  sso.idp.person.nameId = "opaque";
  const { response } = await signIn(loginOf(event));
  expect(response.status).toBe(403);
  expect(await response.text()).toContain("Your identity provider did not tell your e-mail address.");
  expect(await people(event.id)).toHaveLength(1);
});

test("a gate for all doors stops an identity provider's people too, in words", async () => {
  await putGate(app, event, "closed", { doors: ["saml"] });
  const { response } = await signIn(loginOf(event));
  expect(response.status).toBe(403);
  expect(await response.text()).toContain(`Registration for the event ${event.id} is closed.`);
  expect(await people(event.id)).toEqual([]);
});

test("who has to wait for approval is told so, in the event's language, and has no pass", async () => {
  const german = await app.build.event(sso.clientId, { languageCode: "de" });
  await putGate(app, german, "approval", { doors: ["saml"] });
  const { response } = await signIn(loginOf(german));
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("Der Veranstalter prüft jede Anmeldung.");
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await people(german.id)).toMatchObject([{ status: "pending" }]);
});

test("people are sent on only where the client lets them be sent", async () => {
  await app.build.changeClient(sso.clientId, { redirectHosts: ["friends.example"] });
  const go = async (target: string) =>
    (await signIn(loginOf(event, `&target=${encodeURIComponent(target)}`))).response.headers.get("location");
  expect(await go("https://friends.example/thanks")).toBe("https://friends.example/thanks");
  expect(await go("https://evil.example/")).toBe(lobbyOf(event));
});

test("pages can offer the client's sign-ins for the audience, those that are switched on", async () => {
  const { db } = app.database;
  const expected = [{ name: "Analytical Engines", href: loginOf(event).slice(app.url.length) }];
  expect(await listAudienceSignIns(db, sso.clientId, event)).toEqual(expected);
  expect(await listStaffSignIns(db, sso.clientId)).toEqual([]);
  expect(await listAudienceSignIns(db, (await app.build.client()).id, event)).toEqual([]);
  const path = `PATCH /clients/${sso.clientId}/identity-providers/${sso.providerId}`;
  await operated(app, path, { isActive: false });
  expect(await listAudienceSignIns(db, sso.clientId, event)).toEqual([]);
  await operated(app, path, { isActive: true });
});

test("what begins a sign-in has to fit together", async () => {
  const other = await app.build.client();
  const foreign = await app.build.event(other.id);
  const begin = async (path: string) => (await fetch(`${app.url}/saml/${path}`, { redirect: "manual" })).status;
  const own = `${sso.clientId}/${sso.providerId}`;
  expect(await begin(`${own}/login?event=${event.id}&key=${event.audienceKey}`)).toBe(303);
  expect(await begin(`${own}/login?event=${event.id}&key=${"0".repeat(32)}`)).toBe(404);
  expect(await begin(`${own}/login?event=${foreign.id}&key=${foreign.audienceKey}`)).toBe(404);
  expect(await begin(`${own}/login`)).toBe(404);
  expect(await begin(`${other.id}/${sso.providerId}/login?event=${event.id}&key=${event.audienceKey}`)).toBe(404);
  expect(await begin(`${sso.clientId}/1/login?event=${event.id}&key=${event.audienceKey}`)).toBe(404);
  expect(await begin("x/y/login")).toBe(404);
});

test("the identity provider checks our signature, and a new key of ours takes over without a gap", async () => {
  const path = `/clients/${sso.clientId}/service-provider/keys`;
  type Keys = { keys: { keyId: number; state: string; certificate: string }[] };
  const { keys } = await operated<Keys>(app, `POST ${path}`);
  const next = keys.find(({ state }) => state === "next");
  const published = await (await fetch(`${app.url}/saml/${sso.clientId}/metadata`)).text();
  expect(published.match(/use="signing"/g)).toHaveLength(2);
  expect(published.match(/use="encryption"/g)).toHaveLength(1);
  expect((await operate(app, `POST ${path}`)).statusCode).toBe(409);
  expect((await signIn(loginOf(event))).response.status).toBe(303);

  // What the identity provider encrypted for the key before is read still.
  sso.idp.answers = encrypted();
  await operated(app, `POST ${path}/${next?.keyId}/activate`);
  sso.idp.answers = { ...encrypted(), signingCert: next?.certificate };
  expect((await signIn(loginOf(event))).response.status).toBe(303);
  sso.idp.answers = { signingCert: sso.relying.certificate };
  await expect(createSamlBrowser().fetchAnswer(loginOf(event))).rejects.toThrow("no form: 500");
  expect(String(sso.idp.lastError)).toContain("does not match");

  const all = (await operated<Keys>(app, `GET /clients/${sso.clientId}/service-provider`)).keys;
  const old = all.find(({ state }) => state === "old");
  expect((await operate(app, `DELETE ${path}/${next?.keyId}`)).statusCode).toBe(409);
  await operated(app, `POST ${path}/${old?.keyId}/activate`);
  expect((await operate(app, `DELETE ${path}/${next?.keyId}`)).statusCode).toBe(204);
  sso.idp.answers = {};
  expect((await signIn(loginOf(event))).response.status).toBe(303);
});

test("our private keys lie sealed in the database", async () => {
  const rows = await app.database.db.selectFrom("serviceProviderKeys").selectAll().execute();
  for (const { privateKey } of rows) {
    expect(privateKey.toString("latin1")).not.toContain("PRIVATE KEY");
    expect(sealer.open(privateKey)).toContain("PRIVATE KEY");
  }
});

test("on https only the browser that began a sign-in can end it", async () => {
  const safe = await besideApp({ publicUrl: "https://webinars.example", isPrivateMetadataAllowed: true });
  const client = await safe.build.client();
  const one = await safe.build.event(client.id);
  const set = await setUpIdp({ ...safe, url: "https://webinars.example" }, client.id);
  const begin = `/saml/${client.id}/${set.providerId}/login?event=${one.id}&key=${one.audienceKey}`;
  const begun = await safe.app.server.inject({ url: begin });
  const cookie = String(begun.headers["set-cookie"]);
  expect(cookie).toMatch(/^lectern_saml_\w+=1; Max-Age=3600; Path=\/saml; HttpOnly; Secure; SameSite=None$/);
  const { fields } = await createSamlBrowser().fetchAnswer(String(begun.headers.location));
  const bring = (headers: Record<string, string>) =>
    safe.app.server.inject({
      method: "POST",
      url: `/saml/${client.id}/acs`,
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      payload: new URLSearchParams(fields).toString(),
    });
  expect((await bring({})).statusCode).toBe(403);
  const ended = await bring({ cookie: cookie.split(";")[0] ?? "" });
  expect(ended.statusCode).toBe(303);
  expect(String(ended.headers["set-cookie"])).toContain("Secure");
  await set.idp.close();
});
