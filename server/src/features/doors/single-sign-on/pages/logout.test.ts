import { createSign, randomUUID } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeEach, expect, test } from "vitest";
import { sign } from "../../../../../test/crafted-response.ts";
import { createSamlBrowser } from "../../../../../test/saml-browser.ts";
import { type SetUpIdp, setUpIdp, withSsoApp } from "../../../../../test/single-sign-on.ts";
import { sweepSignInsJob } from "../providers/jobs.ts";

const app = await withSsoApp();
const client = await app.build.client();
await app.build.user(client.id, { email: "ada@example.com" });
const sso = await setUpIdp(app, client.id, { purposes: ["audience", "staff"] });
const other = await setUpIdp(app, (await app.build.client()).id);
const event = await app.build.event(client.id);

beforeEach(() => {
  sso.idp.participants.splice(0);
});
afterAll(async () => {
  await sso.idp.close();
  await other.idp.close();
});

const host = () => new URL(app.url).host;

async function signInStaff() {
  const browser = createSamlBrowser();
  const path = `/saml/${sso.clientId}/${sso.providerId}/login`;
  const { action, fields } = await browser.fetchAnswer(app.url + path);
  await browser.post(action, fields);
  expect(await isSignedIn(browser)).toBe(true);
  return browser;
}

async function signInAudience(browser = createSamlBrowser()) {
  const path = `/saml/${sso.clientId}/${sso.providerId}/login?event=${event.id}&key=${event.audienceKey}`;
  const { action, fields } = await browser.fetchAnswer(app.url + path);
  await browser.post(action, fields);
  expect(browser.cookies(host())).toHaveProperty(`lectern_seat_${event.id}`);
  return browser;
}

const isSignedIn = async (browser: ReturnType<typeof createSamlBrowser>) =>
  (await browser.load(`${app.url}/webcast/home`)).status === 200;
const sessions = () => app.database.db.selectFrom("ssoSessions").selectAll().execute();

test("a sign-out there ends the sessions here, of staff and of the audience", async () => {
  const browser = await signInAudience(await signInStaff());
  expect(await sessions()).toHaveLength(2);
  const page = await browser.open(`${sso.idp.url}/slo`);
  expect([page.status, page.url]).toEqual([200, expect.stringContaining(`${sso.idp.url}/slo`)]);
  expect(sso.idp.participants).toEqual([]);
  expect(browser.cookies(host())).toEqual({});
  expect(await sessions()).toEqual([]);
  expect(await app.database.db.selectFrom("staffSessions").selectAll().execute()).toEqual([]);
});

test("a sign-out of staff here goes on to the identity provider and comes back", async () => {
  const browser = await signInStaff();
  const response = await browser.post(`${app.url}/webcast/home/logout`, {});
  expect(await response.text()).toContain("You are signed out");
  expect(await isSignedIn(browser)).toBe(false);
  const onward = response.headers.get("refresh")?.replace("0; url=", "") ?? "";
  expect(onward).toContain(`${sso.idp.url}/slo?SAMLRequest=`);
  const last = await browser.open(onward);
  expect(await last.text()).toContain("You are signed out");
  expect(last.url).toContain(`${app.url}/saml/${sso.clientId}/logout?`);
  expect(sso.idp.participants).toEqual([]);
  expect(await app.database.db.selectFrom("samlRequests").selectAll().execute()).toEqual([]);
});

test("a sign-out of the audience ends the pass, and says so in the event's language", async () => {
  const browser = await signInAudience();
  const leave = `${app.url}/wcc/signout/${event.id}/${event.audienceKey}`;
  const response = await browser.post(leave, {});
  expect(browser.cookies(host())).toEqual({});
  expect(response.headers.get("refresh")).toContain(`${sso.idp.url}/slo?SAMLRequest=`);
  // A stranger has nothing to end.
  const stranger = await createSamlBrowser().post(leave, {});
  expect([stranger.status, stranger.headers.get("refresh")]).toEqual([200, null]);
  const unknown = await browser.post(`${app.url}/wcc/signout/${event.id}/${"0".repeat(32)}`, {});
  expect(unknown.status).toBe(404);
});

test("another site cannot sign anybody out", async () => {
  const browser = await signInStaff();
  const headers = { origin: "https://evil.example" };
  const response = await browser.load(`${app.url}/webcast/home/logout`, { method: "POST", headers });
  expect(response.status).toBe(403);
  expect(await isSignedIn(browser)).toBe(true);
});

interface Crafted {
  issuer?: string;
  destination?: string;
  nameId?: string;
  notOnOrAfter?: string;
  sessionIndex?: string;
}

function craft(one: SetUpIdp, options: Crafted = {}): string {
  const { issuer = one.idp.entityId, destination = sso.relying.slo, nameId = "ada@example.com" } = options;
  const until = options.notOnOrAfter ?? new Date(Date.now() + 60_000).toISOString();
  const index = options.sessionIndex ? `<samlp:SessionIndex>${options.sessionIndex}</samlp:SessionIndex>` : "";
  return `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_${randomUUID()}" Version="2.0" IssueInstant="${new Date().toISOString()}" NotOnOrAfter="${until}" Destination="${destination}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</saml:Issuer><saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${nameId}</saml:NameID>${index}</samlp:LogoutRequest>`;
}

const RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
const RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

function redirectOf(xml: string, privateKey: string, algorithm = RSA_SHA256): URLSearchParams {
  const query = new URLSearchParams({ SAMLRequest: deflateRawSync(xml).toString("base64"), SigAlg: algorithm });
  const signer = createSign(algorithm === RSA_SHA1 ? "RSA-SHA1" : "RSA-SHA256").update(query.toString());
  query.set("Signature", signer.sign(privateKey, "base64"));
  return query;
}

const visit = (query: URLSearchParams) => createSamlBrowser().load(`${sso.relying.slo}?${query}`);
const post = (xml: string) =>
  createSamlBrowser().post(sso.relying.slo, { SAMLRequest: Buffer.from(xml).toString("base64") });

test("forged sign-outs end nothing", async () => {
  const browser = await signInStaff();
  const { privateKey } = sso.idp;
  const unsigned = redirectOf(craft(sso), privateKey);
  unsigned.delete("Signature");
  const changed = redirectOf(craft(sso), privateKey);
  changed.set("SAMLRequest", deflateRawSync(craft(sso, { nameId: "eve@example.com" })).toString("base64"));
  const doubled = redirectOf(craft(sso, { nameId: "eve@example.com" }), privateKey);
  doubled.append("SAMLRequest", deflateRawSync(craft(sso)).toString("base64"));
  const bomb = new URLSearchParams({ SAMLRequest: deflateRawSync(Buffer.alloc(5_000_000)).toString("base64") });
  for (const [name, value] of redirectOf(craft(sso), privateKey)) if (name !== "SAMLRequest") bomb.set(name, value);
  const signed = (xml: string) => sign(xml, "LogoutRequest", sso.idp);
  const forged: [string, Promise<Response>][] = [
    ["unsigned", visit(unsigned)],
    ["another's key", visit(redirectOf(craft(sso), other.idp.privateKey))],
    ["another's key and name", visit(redirectOf(craft(other), other.idp.privateKey))],
    ["SHA-1", visit(redirectOf(craft(sso), privateKey, RSA_SHA1))],
    ["changed", visit(changed)],
    ["twice", visit(doubled)],
    ["another destination", visit(redirectOf(craft(sso, { destination: other.relying.slo }), privateKey))],
    ["expired", visit(redirectOf(craft(sso, { notOnOrAfter: "2020-01-01T00:00:00Z" }), privateKey))],
    ["a document type", visit(redirectOf(`<!DOCTYPE r>${craft(sso)}`, privateKey))],
    ["a bomb", visit(bomb)],
    ["nothing", visit(new URLSearchParams())],
    ["posted unsigned", post(craft(sso))],
    ["posted with another's key", post(sign(craft(sso), "LogoutRequest", other.idp))],
    ["posted and changed", post(signed(craft(sso, { nameId: "eve@example.com" })).replace("eve@", "ada@"))],
    ["posted with a comment", post(signed(craft(sso)).replace("ada@", "ada<!---->@"))],
    ["posted with SHA-1", post(sign(craft(sso), "LogoutRequest", { ...pair(), algorithm: "sha1" }))],
  ];
  for (const [name, answer] of forged) expect((await answer).status, name).toBe(403);
  expect(await isSignedIn(browser)).toBe(true);
});

const pair = () => ({ privateKey: sso.idp.privateKey, certificate: sso.idp.certificate });

test("a posted sign-out counts, for the session that it names", async () => {
  const browser = await signInStaff();
  const [session] = (await sessions()).slice(-1);
  const end = (sessionIndex: string) => post(sign(craft(sso, { sessionIndex }), "LogoutRequest", sso.idp));
  expect((await end("_another")).status).toBe(303);
  expect(await isSignedIn(browser)).toBe(true);
  const answered = await end(session?.sessionIndex ?? "");
  expect(answered.headers.get("location")).toContain(`${sso.idp.url}/slo?SAMLResponse=`);
  expect(await isSignedIn(browser)).toBe(false);
});

test("names of people lie sealed, and what has expired is swept away", async () => {
  await signInAudience();
  for (const { nameId } of await sessions()) expect(nameId.toString("latin1")).not.toContain("ada@");
  const later = { ...app.jobContext, now: () => new Date(Date.now() + 31 * 86_400_000) };
  await sweepSignInsJob.run(app.jobContext, {});
  expect(await sessions()).not.toEqual([]);
  await sweepSignInsJob.run(later, {});
  expect(await sessions()).toEqual([]);
  for (const table of ["samlRequests", "samlAssertions", "staffSessions"] as const)
    expect(await app.database.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
});
