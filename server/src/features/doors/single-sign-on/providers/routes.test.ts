import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { operate, operated } from "../../../../../test/operator-api.ts";
import { createSamlBrowser } from "../../../../../test/saml-browser.ts";
import { ada, setUpIdp, withSsoApp } from "../../../../../test/single-sign-on.ts";
import { fetchMetadata } from "./fetch-metadata.ts";
import { refreshProvidersJob } from "./jobs.ts";
import { makeKey } from "./make-key.ts";

const app = await withSsoApp();
const sso = await setUpIdp(app, (await app.build.client()).id, { purposes: ["audience", "staff"] });
const path = `/clients/${sso.clientId}/identity-providers`;

beforeEach(() => {
  sso.idp.person = structuredClone(ada);
});
afterAll(() => sso.idp.close());

/** A web server that answers as told. */
async function serve(answer: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Provider {
  providerId: number;
  entityId: string;
  certificates: { fingerprint: string }[];
  metadataFault?: string;
}

test("an identity provider is told as it was understood, and every change is recorded", async () => {
  const provider = await operated(app, `GET ${path}/${sso.providerId}`);
  expect(provider).toMatchObject({
    ...{ clientId: sso.clientId, name: "Analytical Engines", purposes: ["audience", "staff"] },
    ...{ entityId: sso.idp.entityId, ssoUrl: `${sso.idp.url}/sso`, sloUrl: `${sso.idp.url}/slo` },
    ...{ isActive: true, areRequestsSigned: true, isUnsolicitedAllowed: false, createsUsers: false, attributes: {} },
    ...{ metadataUrl: sso.idp.metadataUrl, loginUrl: `${app.url}/saml/${sso.clientId}/${sso.providerId}/login` },
    certificates: [{ fingerprint: expect.stringMatching(/^([\dA-F]{2}:){31}/) }],
  });
  const list = await operated(app, `GET ${path}`);
  expect(list).toEqual({ identityProviders: [provider] });
  const changes = { name: "Other", attributes: { company: "department" } };
  expect(await operated(app, `PATCH ${path}/${sso.providerId}`, changes)).toEqual({ ...provider, ...changes });
  await operated(app, `PATCH ${path}/${sso.providerId}`, { name: "Analytical Engines", attributes: {} });
  const kinds = await app.database.db
    .selectFrom("changes")
    .select(["kind", "subjectId", "actor"])
    .where("clientId", "=", sso.clientId)
    .execute();
  const changed = { subjectId: sso.providerId, actor: "operator" };
  expect(kinds).toContainEqual({ kind: "identity-provider.created", ...changed });
  expect(kinds).toContainEqual({ kind: "identity-provider.updated", ...changed });
});

test("metadata as text makes one that can be removed again, and the same twice is refused", async () => {
  const client = await app.build.client();
  const own = `/clients/${client.id}/identity-providers`;
  const body = { name: "By text", purposes: ["staff"], metadata: await sso.idp.metadata() };
  const made = await operated<Provider>(app, `POST ${own}`, body);
  expect(made).not.toHaveProperty("metadataUrl");
  const again = await operate(app, `POST ${own}`, body);
  expect([again.statusCode, again.json().detail]).toEqual([
    409,
    `The client ${client.id} has the identity provider ${sso.idp.entityId} already.`,
  ]);
  expect((await operate(app, `POST ${own}/${made.providerId}/refresh`)).json().detail).toBe(
    `The metadata of the identity provider ${made.providerId} came without an address.`,
  );
  // Another client's cannot be seen, changed or removed.
  for (const method of ["GET", "PATCH", "DELETE"])
    expect(
      (await operate(app, `${method} ${path}/${made.providerId}`, method === "PATCH" ? { name: "x" } : undefined))
        .statusCode,
    ).toBe(404);
  expect((await operate(app, `DELETE ${own}/${made.providerId}`)).statusCode).toBe(204);
  expect((await operate(app, `GET ${own}/${made.providerId}`)).statusCode).toBe(404);
  expect((await operate(app, "GET /clients/1/identity-providers")).statusCode).toBe(404);
  expect((await operate(app, "GET /clients/1/service-provider")).statusCode).toBe(404);
});

test("metadata in UTF-16, with blanks around an address, and with a certificate that cannot be used beside a good one", async () => {
  const unusable =
    "<KeyDescriptor><ds:KeyInfo xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><ds:X509Data><ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>";
  const good = await sso.idp.metadata();
  const odd = good
    .replace("<KeyDescriptor", `${unusable}<KeyDescriptor`)
    .replaceAll(/Location="([^"]+)"/g, 'Location="\n $1 "');
  expect(odd).not.toBe(good);
  const site = await serve((_request, response) => response.end(Buffer.from(`\uFEFF${odd}`, "utf16le")));
  const own = `/clients/${(await app.build.client()).id}/identity-providers`;
  const body = { name: "Odd", purposes: ["staff"], metadataUrl: `${site.url}/metadata` };
  const made = await operated<Provider & { ssoUrl: string }>(app, `POST ${own}`, body);
  await site.close();
  expect([made.ssoUrl, made.certificates.length]).toEqual([`${sso.idp.url}/sso`, 1]);
});

test("metadata that cannot be used is refused with the reason", async () => {
  const good = await sso.idp.metadata();
  const refuse = async (metadata: string, reason: string) => {
    const answer = await operate(app, `POST ${path}`, { name: "x", purposes: ["staff"], metadata });
    expect([answer.statusCode, answer.json().detail]).toEqual([400, `This metadata can't be used: ${reason}.`]);
  };
  const elliptic = "MIIBdzCCAR2gAwIBAgIUTfakevaluethatisnocertificateatall";
  await refuse(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${good}`, "it has a document type");
  await refuse("hello", "it is no XML");
  await refuse("<a/>", "it is no SAML metadata");
  await refuse(good.replaceAll("IDPSSODescriptor", "SPSSODescriptor"), "it describes no SAML 2.0 identity provider");
  await refuse(good.replace(/entityID="[^"]+"/, 'entityID=""'), "it has no entityID");
  await refuse(good.replaceAll("HTTP-Redirect", "SOAP"), "it names no sign-in address for HTTP-Redirect");
  await refuse(good.replaceAll(sso.idp.url, "javascript:alert(1)"), "an address in it is neither http nor https");
  await refuse(good.replace(/<KeyDescriptor.*<\/KeyDescriptor>/s, ""), "it holds no certificate for signatures");
  await refuse(
    good.replace(/<X509Certificate>.*<\/X509Certificate>/s, `<X509Certificate>${elliptic}</X509Certificate>`),
    "a certificate in it cannot be read",
  );
  const neither = await operate(app, `POST ${path}`, { name: "x", purposes: ["staff"] });
  expect(neither.json().detail).toBe("This metadata can't be used: give either metadata or metadataUrl.");
  for (const body of [
    { purposes: [] },
    { metadataUrl: "ftp://x" },
    { attributes: { shoeSize: "x" } },
    { color: "red" },
  ])
    expect(
      (await operate(app, `POST ${path}`, { name: "x", purposes: ["staff"], metadata: good, ...body })).statusCode,
    ).toBe(400);
  expect((await operated<{ identityProviders: [] }>(app, `GET ${path}`)).identityProviders).toHaveLength(1);
});

test("metadata of a federation is taken when one identity provider is in it", async () => {
  const client = await app.build.client();
  const one = (await sso.idp.metadata()).replace(/<\?xml.*?\?>/, "");
  const list = (entities: string) =>
    `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"><!-- signed elsewhere -->${entities}</EntitiesDescriptor>`;
  const create = (metadata: string) =>
    operate(app, `POST /clients/${client.id}/identity-providers`, { name: "x", purposes: ["staff"], metadata });
  expect((await create(list(one))).statusCode).toBe(201);
  expect((await create(list(one + one))).json().detail).toContain("it describes more than one identity provider");
});

test("what cannot be fetched is refused with the reason", async () => {
  let answers = 0;
  const site = await serve((request, response) => {
    answers++;
    if (request.url === "/loop") response.writeHead(302, { location: "/loop" }).end();
    else if (request.url === "/file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
    else if (request.url === "/large") response.end(Buffer.alloc(2_000_000, "x"));
    else if (request.url === "/once") response.writeHead(302, { location: sso.idp.metadataUrl }).end();
    else response.writeHead(404).end();
  });
  const allowed = { arePrivateHostsAllowed: true };
  const reasonOf = async (address: string, rules = allowed) =>
    fetchMetadata(address, rules).catch((error: Error) => error.message);
  const fault = (reason: string) => `The metadata could not be fetched: ${reason}.`;
  expect(await reasonOf(`${site.url}/loop`)).toBe(fault("too many redirects"));
  expect(await reasonOf(`${site.url}/file`)).toBe(fault("the address is neither http nor https"));
  expect(await reasonOf(`${site.url}/large`)).toBe(fault("it is larger than 1 MB"));
  expect(await reasonOf(`${site.url}/other`)).toBe(fault("the status was 404"));
  expect(await reasonOf("http://127.0.0.1:1/")).toBe(fault("no answer"));
  expect(await reasonOf(`${site.url}/once`)).toContain(sso.idp.entityId);
  // The own network is not asked unless the operator wants it, by whatever name.
  answers = 0;
  const port = new URL(site.url).port;
  for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "10.1.2.3"])
    expect(await reasonOf(`http://${host}:${port}/`, { arePrivateHostsAllowed: false }), host).toBe(
      fault("the address is in a private network"),
    );
  expect(answers).toBe(0);
  await site.close();
});

test("every night new certificates are read, and both the old and the new sign people in", async () => {
  const later = (days: number) => ({ ...app.jobContext, now: () => new Date(Date.now() + days * 86_400_000) });
  const event = await app.build.event(sso.clientId);
  const login = `${app.url}/saml/${sso.clientId}/${sso.providerId}/login?event=${event.id}&key=${event.audienceKey}`;
  const signIn = async () => {
    const browser = createSamlBrowser();
    const { action, fields } = await browser.fetchAnswer(login);
    return (await browser.post(action, fields)).status;
  };
  expect(await signIn()).toBe(303);
  const before = sso.idp.certificate;
  await sso.idp.changeKey();
  expect(await signIn()).toBe(403);
  await refreshProvidersJob.run(later(0), {});
  expect(await signIn()).toBe(403);
  await refreshProvidersJob.run(later(1), {});
  expect(await signIn()).toBe(303);

  // Both at once, as they are published while a key changes.
  const metadata = await sso.idp.metadata();
  const base64 = before.replace(/-----[^-]+-----|\s/g, "");
  const descriptor = /<KeyDescriptor.*<\/KeyDescriptor>/s.exec(metadata)?.[0] ?? "";
  const both = descriptor + descriptor.replace(/(<X509Certificate>)[^<]*/, `$1${base64}`);
  const changed = await operated<Provider>(app, `PATCH ${path}/${sso.providerId}`, {
    metadata: metadata.replace(descriptor, both),
  });
  expect(changed.certificates).toHaveLength(2);
  expect(await signIn()).toBe(303);
  await operated(app, `PATCH ${path}/${sso.providerId}`, { metadataUrl: sso.idp.metadataUrl });
});

test("an address that stops answering, or names another provider, changes nothing and says why", async () => {
  const key = await makeKey("x", new Date());
  let text = (await sso.idp.metadata()).replace(sso.idp.entityId, "urn:changing");
  const site = await serve((_request, response) => response.end(text));
  const body = { name: "Changing", purposes: ["staff"], metadataUrl: site.url };
  const { providerId } = await operated<Provider>(app, `POST ${path}`, body);
  text = text
    .replace("urn:changing", "urn:another")
    .replace(/(<X509Certificate>)[^<]*/, `$1${key.certificate.replace(/-----[^-]+-----|\s/g, "")}`);
  const job = { ...app.jobContext, now: () => new Date(Date.now() + 2 * 86_400_000) };
  await refreshProvidersJob.run(job, {});
  const one = await operated<Provider>(app, `GET ${path}/${providerId}`);
  expect(one).toMatchObject({
    entityId: "urn:changing",
    metadataFault: "This metadata can't be used: it is of another identity provider.",
  });
  expect((await operate(app, `POST ${path}/${providerId}/refresh`)).statusCode).toBe(400);
  await site.close();
  await refreshProvidersJob.run(job, {});
  expect((await operated<Provider>(app, `GET ${path}/${providerId}`)).metadataFault).toBe(
    "The metadata could not be fetched: no answer.",
  );
  await operated(app, `DELETE ${path}/${providerId}`);
});

test("our metadata tells who we are, where answers go and which keys are ours", async () => {
  const response = await fetch(`${app.url}/saml/${sso.clientId}/metadata`);
  expect(response.headers.get("content-type")).toBe("application/samlmetadata+xml; charset=utf-8");
  const xml = await response.text();
  const base = `${app.url}/saml/${sso.clientId}`;
  expect(xml).toContain(`entityID="${base}/metadata"`);
  expect(xml).toContain(`bindings:HTTP-POST" Location="${base}/acs"`);
  for (const binding of ["HTTP-POST", "HTTP-Redirect"])
    expect(xml).toContain(`bindings:${binding}" Location="${base}/logout"`);
  const sp = await operated<{ keys: { certificate: string }[] }>(app, `GET /clients/${sso.clientId}/service-provider`);
  const base64 = sp.keys[0]?.certificate.replace(/-----[^-]+-----|\s/g, "") ?? "";
  expect(xml.split(base64)).toHaveLength(3);
  expect((await fetch(`${app.url}/saml/1/metadata`)).status).toBe(404);
  const another = await app.build.client();
  const [, others] = await Promise.all([
    fetch(`${app.url}/saml/${another.id}/metadata`),
    fetch(`${app.url}/saml/${another.id}/metadata`),
  ]);
  expect(await others?.text()).not.toContain(base64);
});

test("a test login shows what came and what would be, and registers nobody", async () => {
  const event = await app.build.event(sso.clientId);
  // Also before the provider is switched on.
  await operated(app, `PATCH ${path}/${sso.providerId}`, { isActive: false });
  const link = await operated<{ url: string }>(app, `POST ${path}/${sso.providerId}/test-link`, { eventId: event.id });
  sso.idp.person.attributes.motto = "<b>compute</b>";
  const page = await (await createSamlBrowser().open(link.url)).text();
  const plain = page.replace(/\s*<[^>]+>\s*/g, "|").replace(/\|+/g, "|");
  expect(plain).toContain("|motto|&#60;b&#62;compute&#60;/b&#62;|");
  expect(plain).toContain("|First Name|required|Ada|urn:oid:2.5.4.42|");
  expect(plain).toContain("|Company|required|missing|");
  expect(plain).toContain("No user has this name or address: staff could not sign in.");
  const { db } = app.database;
  expect(await db.selectFrom("staffSessions").selectAll().execute()).toEqual([]);
  const people = db.selectFrom("registrants").selectAll().where("eventId", "=", event.id);
  expect(await people.execute()).toEqual([]);
  await operated(app, `PATCH ${path}/${sso.providerId}`, { isActive: true });
});

test("a test login needs a link of ours that is not an hour old", async () => {
  const event = await app.build.event(sso.clientId);
  const { url } = await operated<{ url: string }>(app, `POST ${path}/${sso.providerId}/test-link`, {});
  const status = async (address: string) => (await fetch(address, { redirect: "manual" })).status;
  expect(await status(url)).toBe(303);
  expect(await status(url.replace(/key=.*/, ""))).toBe(403);
  expect(await status(url.replace("key=", `event=${event.id}&key=`))).toBe(403);
  app.clock.now = new Date(Date.now() + 3_601_000);
  expect(await status(url)).toBe(403);
  delete app.clock.now;
  const foreign = await app.build.event((await app.build.client()).id);
  const refused = await operate(app, `POST ${path}/${sso.providerId}/test-link`, { eventId: foreign.id });
  expect(refused.statusCode).toBe(404);
});
