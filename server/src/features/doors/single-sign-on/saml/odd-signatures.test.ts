import { expect, test } from "vitest";
import { SignedXml } from "xml-crypto";
import { craftAssertion, craftResponse, sign, wrapResponse } from "../../../../../test/crafted-response.ts";
import { withSamlTarget } from "../../../../../test/saml-target.ts";

const { app, sso, ask, bring, expectRefused } = await withSamlTarget();

const dsig = "http://www.w3.org/2000/09/xmldsig#";
const more = "http://www.w3.org/2001/04/xmldsig-more#";
const enveloped = `${dsig}enveloped-signature`;
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
const inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

interface Manner {
  algorithm?: string;
  canonicalization?: string;
  /** Of the assertion; of what else, by an XPath, to it. */
  transforms?: string[];
  alsoSigned?: string;
  isHmac?: boolean;
}

/** An answer of the identity provider's own key, signed in a manner of its own. */
async function signed(manner: Manner): Promise<string> {
  const inResponseTo = await ask();
  const signer = new SignedXml({
    privateKey: sso.idp.privateKey,
    signatureAlgorithm: (manner.algorithm ?? `${more}rsa-sha256`) as never,
    canonicalizationAlgorithm: (manner.canonicalization ?? exclusive) as never,
  });
  if (manner.isHmac) {
    signer.enableHMAC();
    signer.privateKey = sso.idp.certificate;
  }
  const digestAlgorithm = "http://www.w3.org/2001/04/xmlenc#sha256" as const;
  const transforms = (manner.transforms ?? [enveloped, exclusive]) as never;
  signer.addReference({ xpath: "//*[local-name(.)='Assertion']", transforms, digestAlgorithm });
  if (manner.alsoSigned !== undefined)
    signer.addReference({ xpath: manner.alsoSigned, transforms: [exclusive] as never, digestAlgorithm });
  const xml = wrapResponse(sso, craftAssertion(sso, { inResponseTo }), { inResponseTo });
  const place = { reference: "//*[local-name(.)='Assertion']/*[local-name(.)='Issuer']", action: "after" } as const;
  signer.computeSignature(xml, { location: place });
  return signer.getSignedXml();
}

test.each<[string, Manner]>([
  ["as everybody makes them", {}],
  ["that keeps comments, of which there are none", { transforms: [enveloped, `${exclusive}WithComments`] }],
  ["whose own facts are canonicalized as .NET does it", { canonicalization: inclusive }],
])("a signature %s is good", async (_name, manner) => {
  expect((await bring(await signed(manner))).status).toBe(303);
});

test.each<[string, Manner]>([
  ["HMAC with the public key, which anybody has", { isHmac: true, algorithm: `${dsig}hmac-sha1` }],
  ["two references", { alsoSigned: "//*[local-name(.)='Status']" }],
  ["twice the same reference", { alsoSigned: "//*[local-name(.)='Assertion']" }],
  ["three transforms", { transforms: [enveloped, exclusive, exclusive] }],
  ["inclusive canonicalization, which lets the surroundings in", { transforms: [enveloped, inclusive] }],
])("%s is refused", async (_name, manner) => {
  await expectRefused(await signed(manner));
});

test.each([
  "http://www.w3.org/TR/1999/REC-xpath-19991116",
  "http://www.w3.org/TR/1999/REC-xslt-19991116",
  "http://www.w3.org/2002/06/xmldsig-filter2",
  `${dsig}base64`,
  "http://www.w3.org/2001/10/xml-exc-c14n",
  "",
])("the transform %s is refused", async (algorithm) => {
  const xml = await signed({});
  const odd = xml.replace(`<Transform Algorithm="${exclusive}"/>`, `<Transform Algorithm="${algorithm}"/>`);
  expect(odd).not.toBe(xml);
  await expectRefused(odd);
});

test.each(["holder-of-key", "sender-vouches", "Bearer"])(
  "a subject that is confirmed as %s is refused",
  async (confirmation) => {
    await expectRefused(craftResponse(sso, { inResponseTo: await ask(), confirmation }));
  },
);

const attribute = (name: string, value: string) =>
  `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`;

test("attributes with names of JavaScript's and the library's own are attributes like others", async () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "getAssertion", "sessionIndex"];
  const attributes = names.map((name) => attribute(name, "x")).join("");
  const deep = attribute("__proto__", "<nameID><email>mallory@example.com</email></nameID>");
  const email = "proto@example.com";
  const xml = craftResponse(sso, { inResponseTo: await ask(), email, attributes: attributes + deep });
  expect((await bring(xml)).status).toBe(303);
  const { db } = app.database;
  const person = await db.selectFrom("registrants").selectAll().where("email", "=", email).executeTakeFirst();
  expect(person).toBeDefined();
  expect(({} as Record<string, unknown>).nameID).toBeUndefined();
});

test.each(["nameID", "issuer"])("an attribute called %s stands for nothing but itself", async (name) => {
  const inResponseTo = await ask();
  const plain = craftAssertion(sso, { inResponseTo, email: "no address" });
  const nameless = plain.replace(/<saml:NameID.*<\/saml:NameID>/, "");
  const xml = nameless.replace("</saml:AttributeStatement>", `${attribute(name, "victim@example.com")}$&`);
  const answer = await bring(wrapResponse(sso, sign(xml, "Assertion", sso.idp), { inResponseTo }));
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("did not tell your e-mail address");
});

test("an attribute that is there twice has the values of both", async () => {
  const attributes = attribute("o", "Engines") + attribute("o", "Looms");
  const email = "twice@example.com";
  expect((await bring(craftResponse(sso, { inResponseTo: await ask(), email, attributes }))).status).toBe(303);
  const { db } = app.database;
  const person = await db.selectFrom("registrants").selectAll().where("email", "=", email).executeTakeFirstOrThrow();
  expect(person.company).toBe("Engines, Looms");
});
