import { deflateRawSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { expectLinear } from "../../../../../test/growth.ts";
import { setUpIdp, withSsoApp } from "../../../../../test/single-sign-on.ts";

const app = await withSsoApp();
const sso = await setUpIdp(app, (await app.build.client()).id);
const stranger = (await app.build.client()).id;

afterAll(() => sso.idp.close());

const many = (count: number, one: (at: number) => string) => Array.from({ length: count }, (_, at) => one(at)).join("");

/** XML that costs somebody more than its length, of about that length. */
const bodies: Record<string, (length: number) => string> = {
  "elements side by side": (length) => "<a/>".repeat(length / 4),
  "elements in each other": (length) => "<a>".repeat(length / 7) + "</a>".repeat(length / 7),
  "elements that are not closed": (length) => "<a>".repeat(length / 3),
  "tags that are not closed": (length) => "<a ".repeat(length / 3),
  declarations: (length) => "<?xml ?>".repeat(length / 8),
  "an attribute that is not closed": (length) => `<a b="${"x".repeat(length)}`,
  attributes: (length) => `<a ${many(length / 10, (at) => `a${at}="1" `)}/>`,
  "name spaces": (length) => many(length / 20, (at) => `<a xmlns:n${at}="u${at}">`) + "</a>".repeat(length / 20),
  "references to characters": (length) => "&#65;".repeat(length / 5),
  "line ends": (length) => "\r".repeat(length),
  text: (length) => "x".repeat(length),
  comments: (length) => "<!---->".repeat(length / 7),
  signatures: (length) => many(length / 60, () => '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'),
};

const wrap = (kind: string, issuer: string, body: string) =>
  `<samlp:${kind} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</saml:Issuer>${body}</samlp:${kind}>`;

async function post(path: string, fields: Record<string, string>) {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const payload = new URLSearchParams(fields).toString();
  const answer = await app.app.server.inject({ method: "POST", url: path, headers, payload });
  expect(answer.statusCode).toBe(403);
}

const encode = (xml: string) => Buffer.from(xml).toString("base64");

const answerOf = (issuer: string, xml: string) => ({ SAMLResponse: encode(wrap("Response", issuer, xml)) });

test.each(Object.entries(bodies))("an answer of %s costs no more than its length", async (_name, body) => {
  await expectLinear((length) => post(`/saml/${sso.clientId}/acs`, answerOf(sso.idp.entityId, body(length))));
});

test.each(Object.entries(bodies))("a sign-out of %s costs no more than its length", async (_name, body) => {
  await expectLinear(async (length) => {
    const xml = wrap("LogoutRequest", sso.idp.entityId, body(length));
    await post(`/saml/${sso.clientId}/logout`, { SAMLRequest: encode(xml) });
    const SAMLRequest = deflateRawSync(xml).toString("base64");
    const rest = { SigAlg: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", Signature: "eA==" };
    const query = new URLSearchParams({ SAMLRequest, ...rest });
    const answer = await app.app.server.inject(`/saml/${sso.clientId}/logout?${query}`);
    expect(answer.statusCode).toBe(403);
  });
});

const worst = ["elements side by side", "elements that are not closed", "tags that are not closed", "name spaces"];

test.each(worst)("%s in a stranger's name, in nobody's, and where no identity provider is set up", async (name) => {
  const body = bodies[name] ?? String;
  await expectLinear(async (length) => {
    await post(`/saml/${sso.clientId}/acs`, answerOf("https://elsewhere.example", body(length)));
    await post(`/saml/${sso.clientId}/acs`, { SAMLResponse: encode(body(length)) });
    await post(`/saml/${stranger}/acs`, answerOf(sso.idp.entityId, body(length)));
    await post(`/saml/${stranger}/logout`, { SAMLRequest: encode(body(length)) });
  });
});
