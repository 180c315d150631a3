import { X509Certificate } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type CraftOptions,
  craftAssertion,
  craftResponse,
  sign,
  wrapResponse,
} from "../../../../../test/crafted-response.ts";
import { operated } from "../../../../../test/operator-api.ts";
import { createSamlBrowser } from "../../../../../test/saml-browser.ts";
import { withSamlTarget } from "../../../../../test/saml-target.ts";
import { makeKey } from "../providers/make-key.ts";

const { app, sso, other, ask, requests, bring, loginOf, allowUnsolicited, expectRefused } = await withSamlTarget();
beforeEach(() => allowUnsolicited(false));

test("what the attacks below start from is taken, once", async () => {
  const xml = craftResponse(sso, { inResponseTo: await ask(), email: "right@example.com" });
  expect((await bring(xml)).status).toBe(303);
  await expectRefused(xml, "This sign-in took too long, or was used already.");
});

test("an answer nobody asked for is taken once and only where that is allowed", async () => {
  const xml = craftResponse(sso, { email: "unasked@example.com" });
  await expectRefused(xml);
  await allowUnsolicited(true);
  expect((await bring(xml)).status).toBe(303);
  await expectRefused(xml, "This sign-in took too long, or was used already.");
});

test("two processes that get the same answer at once take it once", async () => {
  const xml = craftResponse(sso, { inResponseTo: await ask(), email: "twice@example.com" });
  const statuses = await Promise.all([1, 2, 3, 4, 5].map(async () => (await bring(xml)).status));
  expect(statuses.sort()).toEqual([303, 403, 403, 403, 403]);
});

describe("what is signed has to be for us and for now", () => {
  const past = (count: number) => new Date(Date.now() - count * 60_000);
  const cases: [string, CraftOptions][] = [
    ["another audience", { audience: "https://elsewhere.example/metadata" }],
    ["another recipient", { recipient: "https://elsewhere.example/acs" }],
    ["another destination", { destination: "https://elsewhere.example/acs" }],
    ["expired", { notBefore: past(20), notOnOrAfter: past(10) }],
    ["expired as the bearer's word, if not as a whole", { bearerUntil: past(10) }],
    ["not valid yet", { notBefore: past(-10), notOnOrAfter: past(-20) }],
    ["an unknown issuer", { issuer: "https://elsewhere.example/idp" }],
    ["a refusal", { status: "urn:oasis:names:tc:SAML:2.0:status:Responder" }],
    ["two different requests", { subjectInResponseTo: "_another" }],
  ];
  test.each(cases)("%s", async (_name, options) => {
    await expectRefused(craftResponse(sso, { inResponseTo: await ask(), ...options }));
  });

  test("a clock that is two minutes off is no reason", async () => {
    const skewed = { notBefore: past(-2), notOnOrAfter: past(-10), email: "early@example.com" };
    expect((await bring(craftResponse(sso, { inResponseTo: await ask(), ...skewed }))).status).toBe(303);
    const late = { notBefore: past(10), notOnOrAfter: past(2), email: "late@example.com" };
    expect((await bring(craftResponse(sso, { inResponseTo: await ask(), ...late }))).status).toBe(303);
  });

  test("an unknown request, one of another client, and one that expired", async () => {
    const text = "This sign-in took too long, or was used already.";
    await expectRefused(craftResponse(sso, { inResponseTo: "_unknown" }), text);
    const foreignEvent = await app.build.event(other.clientId);
    const path = `login?event=${foreignEvent.id}&key=${foreignEvent.audienceKey}`;
    await createSamlBrowser().load(`${app.url}/saml/${other.clientId}/${other.providerId}/${path}`);
    const foreign = (await requests()).find(({ clientId }) => clientId === other.clientId);
    await expectRefused(craftResponse(sso, { inResponseTo: foreign?.id }), text);
    const inResponseTo = await ask();
    app.clock.now = new Date(Date.now() + 3_600_001);
    const whenever = { notOnOrAfter: past(-120) };
    await expectRefused(craftResponse(sso, { inResponseTo, ...whenever }), text);
    delete app.clock.now;
  });

  test("a request that is stripped from around the assertion is still the one that the signed part names", async () => {
    await allowUnsolicited(true);
    const inResponseTo = "_unknown";
    const xml = craftResponse(sso, { inResponseTo }).replace(` InResponseTo="${inResponseTo}"`, "");
    expect(xml.match(/InResponseTo/g)).toHaveLength(1);
    await expectRefused(xml, "This sign-in took too long, or was used already.");
  });

  test("a good answer of another client's identity provider", async () => {
    await expectRefused(craftResponse(other, { inResponseTo: await ask() }));
    const forUs = { audience: sso.relying.entityId, recipient: sso.relying.acs, destination: sso.relying.acs };
    await expectRefused(craftResponse(other, { inResponseTo: await ask(), ...forUs }));
    // In our identity provider's name, with the other's key.
    await expectRefused(craftResponse(sso, { inResponseTo: await ask() }, other.idp));
  });

  test("an assertion of another issuer in an answer that names ours", async () => {
    const inResponseTo = await ask();
    const assertion = sign(
      craftAssertion(sso, { inResponseTo, issuer: "https://elsewhere.example" }),
      "Assertion",
      sso.idp,
    );
    await expectRefused(wrapResponse(sso, assertion, { inResponseTo }));
  });
});

describe("signatures", () => {
  test("none at all, and one by somebody else", async () => {
    const inResponseTo = await ask();
    await expectRefused(wrapResponse(sso, craftAssertion(sso, { inResponseTo }), { inResponseTo }));
    const stranger = await makeKey("Stranger", new Date());
    await expectRefused(craftResponse(sso, { inResponseTo }, stranger));
  });

  test("a text that was changed after it was signed", async () => {
    const xml = craftResponse(sso, { inResponseTo: await ask(), email: "victim@example.com" });
    await expectRefused(xml.replaceAll("victim@example.com", "mallory@example.com"));
  });

  test("SHA-1, in the signature or in the digest", async () => {
    const inResponseTo = await ask();
    await expectRefused(craftResponse(sso, { inResponseTo }, { ...pair(), algorithm: "sha1" }));
    await expectRefused(craftResponse(sso, { inResponseTo }, { ...pair(), algorithm: "sha256", digest: "sha1" }));
    await expectRefused(craftResponse(sso, { inResponseTo }, { ...pair(), algorithm: "sha1", digest: "sha256" }));
  });

  test("SHA-1 inside of what is encrypted", async () => {
    sso.idp.answers = {
      ...{
        encryptionCert: sso.relying.certificate,
        encryptionPublicKey: new X509Certificate(sso.relying.certificate).publicKey.export({
          type: "spki",
          format: "pem",
        }),
      },
      ...{ signatureAlgorithm: "rsa-sha1", digestAlgorithm: "sha1" },
    };
    const { fields } = await createSamlBrowser().fetchAnswer(loginOf(sso));
    sso.idp.answers = {};
    await expectRefused(Buffer.from(fields.SAMLResponse ?? "", "base64").toString());
  });

  const pair = () => ({ privateKey: sso.idp.privateKey, certificate: sso.idp.certificate });
});

describe("signature wrapping", () => {
  interface Parts {
    /** What the identity provider signed, of the victim. */
    signed: string;
    signature: string;
    /** Without its signature. */
    bare: string;
    /** The attacker's. */
    forged: string;
  }

  /** The variants of Somorovsky and others, "On Breaking SAML". The assertion is signed from the third on. */
  const variants: Record<string, (parts: Parts, response: (content: string) => string) => string> = {
    "3: the forged assertion before the signed one": ({ signed, forged }, response) => response(forged + signed),
    "3 the other way round": ({ signed, forged }, response) => response(signed + forged),
    "4: the signed assertion inside of the forged one": ({ signed, forged }, response) =>
      response(forged.replace("</saml:Assertion>", `${signed}</saml:Assertion>`)),
    "5: the signature in the forged assertion, the bare one behind": ({ signature, bare, forged }, response) =>
      response(forged.replace("</saml:Issuer>", `</saml:Issuer>${signature}`) + bare),
    "6: the bare assertion inside of a signature in the forged one": ({ signature, bare, forged }, response) => {
      const holding = signature.replace("</Signature>", `${bare}</Signature>`);
      return response(forged.replace("</saml:Issuer>", `</saml:Issuer>${holding}`));
    },
    "7: the signed assertion in extensions": ({ signed, forged }, response) =>
      response(`<samlp:Extensions>${signed}</samlp:Extensions>${forged}`),
    "8: the bare assertion in an object of the signature": ({ signature, bare, forged }, response) => {
      const holding = signature.replace("</Signature>", `<Object>${bare}</Object></Signature>`);
      return response(forged.replace("</saml:Issuer>", `</saml:Issuer>${holding}`));
    },
    "with the same id twice": ({ signed, forged }, response) =>
      response(forged.replace(/ID="[^"]+"/, `ID="${idOf(signed)}"`) + signed),
    "with the signed id on the forged one alone": ({ signature, signed, forged }, response) => {
      const renamed = forged.replace(/ID="[^"]+"/, `ID="${idOf(signed)}"`);
      return response(renamed.replace("</saml:Issuer>", `</saml:Issuer>${signature}`));
    },
  };
  const idOf = (xml: string) => /ID="([^"]+)"/.exec(xml)?.[1] ?? "";

  test.each(Object.entries(variants))("variant %s", async (_name, arrange) => {
    await allowUnsolicited(true);
    const inResponseTo = await ask();
    const signed = sign(craftAssertion(sso, { inResponseTo, email: "victim@example.com" }), "Assertion", sso.idp);
    const signature = /<Signature.*<\/Signature>/s.exec(signed)?.[0] ?? "";
    expect(signature).not.toBe("");
    const parts = {
      ...{ signed, signature, bare: signed.replace(signature, "") },
      forged: craftAssertion(sso, { inResponseTo, email: "mallory@example.com" }),
    };
    await expectRefused(arrange(parts, (content) => wrapResponse(sso, content, { inResponseTo })));
  });

  test.each([
    ["1: the signed response inside of the signature of a forged one", "inside"],
    ["2: the signed response before the signature of a forged one", "before"],
    ["of a signed response in a forged one", "child"],
  ])("variant %s", async (_name, place) => {
    const inResponseTo = await ask();
    const make = (email: string) => wrapResponse(sso, craftAssertion(sso, { inResponseTo, email }), { inResponseTo });
    const signed = sign(make("victim@example.com"), "Response", sso.idp);
    const signature = /<Signature.*<\/Signature>/s.exec(signed)?.[0] ?? "";
    const bare = signed.replace(signature, "");
    const forged = make("mallory@example.com");
    const holding = {
      inside: signature.replace("</Signature>", `<Object>${bare}</Object></Signature>`),
      before: bare + signature,
      child: signed,
    }[place];
    await expectRefused(forged.replace("</saml:Issuer>", `</saml:Issuer>${holding}`));
  });
});

describe("XML", () => {
  test.each([
    "victim@example.com<!-- -->.evil.example",
    "victim<!---->@example.com",
    "<![CDATA[victim@example.com]]>",
    "victim@example.com<?x y?>.evil.example",
  ])("%s hides nothing, though its signature is good", async (email) => {
    const inResponseTo = await ask();
    const plain = email.replace(/<!\[CDATA\[|\]\]>|<[!?].*?>/g, "");
    const xml = craftResponse(sso, { inResponseTo, email: plain });
    const split = xml.replaceAll(plain, email);
    expect(split).not.toBe(xml);
    await expectRefused(split);
  });

  test.each([
    ["an external entity", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"],
    ["an entity of its own", '<!DOCTYPE r [<!ENTITY x "mallory">]>', "&x;"],
    [
      "a billion laughs",
      `<!DOCTYPE r [<!ENTITY a "ha">${"bcdefghij"
        .split("")
        .map((name, at) => `<!ENTITY ${name} "${`&${"abcdefghi"[at]};`.repeat(10)}">`)
        .join("")}]>`,
      "&j;",
    ],
    ["a document type alone", "<!DOCTYPE r>", ""],
    ["a document type from elsewhere", '<!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd">', ""],
  ])("%s is not looked at", async (_name, doctype, entity) => {
    const xml = craftResponse(sso, { inResponseTo: await ask(), email: "victim@example.com" });
    await expectRefused(doctype + xml.replaceAll("victim@example.com", `${entity}victim@example.com`));
  });

  test("what is no answer at all", async () => {
    for (const text of ["", "hello", "<a>", "<samlp:Response/>", "<Response/>", `<a>${"x".repeat(300_000)}</a>`])
      await expectRefused(text);
    await expectRefused(wrapResponse(sso, ""));
    const nothing = await createSamlBrowser().post(sso.relying.acs, {});
    expect(nothing.status).toBe(403);
    const json = await fetch(sso.relying.acs, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(json.status).toBe(403);
  });
});

test("an identity provider that is switched off signs nobody in", async () => {
  const inResponseTo = await ask();
  const path = `PATCH /clients/${sso.clientId}/identity-providers/${sso.providerId}`;
  await operated(app, path, { isActive: false });
  await expectRefused(craftResponse(sso, { inResponseTo }));
  expect((await fetch(loginOf(sso), { redirect: "manual" })).status).toBe(404);
  await operated(app, path, { isActive: true });
});

test("an event of another client is not reached, whatever is brought along", async () => {
  await allowUnsolicited(true);
  const foreign = await app.build.event(other.clientId);
  const xml = craftResponse(sso, { email: "crossing@example.com" });
  const SAMLResponse = Buffer.from(xml).toString("base64");
  const RelayState = `${foreign.id}/${foreign.audienceKey}`;
  const response = await createSamlBrowser().post(sso.relying.acs, { SAMLResponse, RelayState });
  expect(response.status).toBe(404);
  const { db } = app.database;
  const people = db.selectFrom("registrants").selectAll().where("email", "=", "crossing@example.com");
  expect(await people.execute()).toEqual([]);
});
