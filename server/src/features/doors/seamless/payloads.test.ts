import fc from "fast-check";
import type { Selectable } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { createCallers } from "../../../../test/seamless-fixture.ts";
import type { Events } from "../../../db/types.ts";

// What the products send: their own names and shapes, each time the same person.

const app = await withApp();
const call = createCallers(app);
let event: Selectable<Events>;

beforeEach(async () => {
  event = await app.build.event((await app.build.client()).id);
});

const at = (path: string) => `/seamlessreg/${path}?eventid=${event.id}&key=${event.audienceKey}`;

const ada = {
  email: "ada@acme.com",
  first_name: "Ada",
  last_name: "Okafor",
  company: "Acme",
  job_title: "CTO",
  work_phone: "(030)-123-4567",
};

const marketo = {
  FirstName: "Ada",
  LastName: "Okafor",
  Email: "ada@acme.com",
  Company: "Acme",
  Title: "CTO",
  Phone: "030 123 4567",
};
const marketoForm = {
  ...{ munchkinId: "123-ABC-456", formid: "1042", formVid: "1042", lpId: "7", _mkt_trk: "id:123-ABC-456&token:_mch" },
  ...marketo,
};
const marketoTokens = {
  "First Name": "Ada",
  "Last Name": "Okafor",
  "Email Address": "ada@acme.com",
  "Company Name": "Acme",
  "Job Title": "CTO",
  "Phone Number": "030 123 4567",
};

const hubspot = {
  firstname: "Ada",
  lastname: "Okafor",
  email: "ada@acme.com",
  company: "Acme",
  jobtitle: "CTO",
  phone: "030 123 4567",
};
const valued = Object.fromEntries(
  Object.entries(hubspot).map(([name, value]) => [
    name,
    { value, versions: [{ value, "source-type": "FORM", timestamp: 1671820547254, selected: false }] },
  ]),
);
const hubspotList = Object.entries(hubspot).map(([name, value]) => ({ objectTypeId: "0-1", name, value }));
const { email: _, ...withoutEmail } = valued;
const hubspotContact = {
  ...{ vid: 5451, "canonical-vid": 5451, "merged-vids": [], "portal-id": 62515, "is-contact": true },
  ...{ "form-submissions": [{ "conversion-id": "a", title: "Webinar" }], "list-memberships": [] },
};
const identities = [
  {
    vid: 5451,
    identities: [
      { type: "LEAD_GUID", value: "x" },
      { type: "EMAIL", value: ada.email },
    ],
  },
];

const eloqua = {
  ...{ elqFormName: "Webinar", elqSiteId: "1713433073", elqCustomerGUID: "", elqCookieWrite: "0", elqCampaignId: "" },
  ...{ firstName: "Ada", lastName: "Okafor", emailAddress: "ada@acme.com" },
  ...{ company: "Acme", title: "CTO", busPhone: "030 123 4567" },
};
const eloquaFields = {
  ...{ C_FirstName: "Ada", C_LastName: "Okafor", C_EmailAddress: "ada@acme.com" },
  ...{ C_Company: "Acme", C_Title: "CTO", C_BusPhone: "030 123 4567" },
};

describe("the same person, as it comes from", () => {
  test.each([
    ["Marketo's form", () => call.post(at("marketo"), marketoForm)],
    ["a Marketo webhook with a form template", () => call.post(at("marketo"), marketoTokens)],
    ["a Marketo webhook with a JSON template", () => call.json(at("marketo"), marketo)],
    [
      "one whose content type stayed a form's",
      () => call.json(at("marketo"), marketo, { "content-type": "application/x-www-form-urlencoded" }),
    ],
    ["Marketo's leads", () => call.json(at("marketo"), { action: "createOrUpdate", input: [marketo] })],
    ["Marketo's submitted form", () => call.json(at("marketo"), { formId: 1, input: [{ leadFormFields: marketo }] })],
    ["a HubSpot workflow", () => call.json(at("hubspot"), { ...hubspotContact, properties: valued })],
    [
      "one without the address as a property",
      () => call.json(at("hubspot"), { ...hubspotContact, properties: withoutEmail, "identity-profiles": identities }),
    ],
    [
      "HubSpot's contact, version 3",
      () => call.json(at("hubspot"), { id: "5451", properties: hubspot, archived: false }),
    ],
    ["that in a list", () => call.json(at("hubspot"), [{ id: "5451", properties: hubspot }])],
    [
      "HubSpot's contact to be written",
      () =>
        call.json(at("hubspot"), {
          properties: Object.entries(hubspot).map(([property, value]) => ({ property, value })),
        }),
    ],
    ["HubSpot's submitted form", () => call.json(at("hubspot"), { fields: hubspotList, context: { pageUri: "x" } })],
    ["a HubSpot form in the page", () => call.json(at("hubspot"), hubspotList)],
    ["a HubSpot body of one's own", () => call.json(at("hubspot"), hubspot)],
    ["a HubSpot form post", () => call.post(at("hubspot"), hubspot)],
    ["Eloqua's form", () => call.post(at("eloqua"), eloqua)],
    ["Eloqua's contact fields", () => call.post(at("eloqua"), eloquaFields)],
    ["Eloqua's data posted as JSON", () => call.json(at("eloqua"), eloquaFields)],
  ])("%s", async (_name, send) => {
    const answer = await send();
    expect([200, 303]).toContain(answer.statusCode);
    expect(await call.people(event.id)).toMatchObject([ada]);
    // Another product knows the person too: still one registrant.
    await call.post(at("eloqua"), { C_EmailAddress: "ADA@acme.com", C_State_Prov: "BE", C_Zip_Postal: "01234" });
    expect(await call.people(event.id)).toMatchObject([{ ...ada, email: "ADA@acme.com", state: "BE", zip: "01234" }]);
  });

  test("event and key may stand in the body", async () => {
    const body = { ...marketo, EventId: event.id, Key: event.audienceKey };
    expect((await call.json("/seamlessreg/marketo", body)).statusCode).toBe(200);
    expect(
      (await call.post("/seamlessreg/eloqua", { ...eloqua, eventid: event.id, key: event.audienceKey })).statusCode,
    ).toBe(303);
    expect(await call.people(event.id)).toHaveLength(1);
  });

  test("other fields of the products find their place", async () => {
    await call.json(at("marketo"), {
      ...marketo,
      ...{ address: "1 Road", city: "Bern", state: "BE", postalCode: "3000", country: "Switzerland" },
      ...{ industry: "Machines", numberOfEmployees: 40, department: "IT", fax: "1", custom3: "three", utm_term: "t" },
    });
    const common = { address_street1: "1 Road", zip: "3000", company_industry: "Machines", company_size: "40" };
    expect(await call.people(event.id)).toMatchObject([
      { ...common, city: "Bern", job_function: "IT", fax: "1", std3: "three", utm_term: "t" },
    ]);
  });

  test("several people in one call are nobody's", async () => {
    const answer = await call.json(at("hubspot"), [{ properties: hubspot }, { properties: hubspot }]);
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { error: "body.invalid", message: "A call registers one person." },
    ]);
    expect((await call.json(at("marketo"), { input: [] })).statusCode).toBe(400);
    expect(await call.people(event.id)).toEqual([]);
  });

  test("one product's names mean nothing at another's door", async () => {
    expect((await call.post(at("hubspot"), eloquaFields)).statusCode).toBe(400);
    expect(await call.people(event.id)).toEqual([]);
  });
});

const doors = ["", "/marketo", "/hubspot", "/eloqua"].map((end) => `/seamlessreg${end}`);
const everyDoor = fc.constantFrom(...doors, "/utilApp/r", "/wcc/autoreg", "/wcc/login");
const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", "\0", "%", "%ff", "\ud800", "a@b.example", "Y", "__proto__", "x".repeat(3000), "//evil.example"),
);
const name = fc.oneof(
  fc.constantFrom("email", "FirstName", "targeturl", "lobby", "deletecookie", "lang", "workphone", "isblocked"),
  fc.constantFrom("__proto__", "constructor", "properties", "fields", "input", "identity-profiles", "exteventusercd"),
  odd,
);
const json = fc.oneof(
  fc.json(),
  fc.jsonValue().map((value) => JSON.stringify({ properties: value, fields: value, input: [value] })),
  fc
    .dictionary(name, fc.jsonValue())
    .map((value) => JSON.stringify({ properties: value, "identity-profiles": [value] })),
  fc.array(fc.record({ name, value: fc.jsonValue() })).map((value) => JSON.stringify(value)),
  fc.constantFrom("[".repeat(50_000), `{"properties":${"[".repeat(5000)}${"]".repeat(5000)}}`, "{", "[{}]", "null"),
);
const form = fc
  .array(fc.tuple(name, odd), { maxLength: 8 })
  .map((pairs) => pairs.map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join("=")).join("&"));
const body = fc.oneof(
  json,
  form,
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.uint8Array({ maxLength: 200 }).map(Buffer.from),
);
const contentType = fc.constantFrom(
  "application/x-www-form-urlencoded",
  "application/json",
  "application/vnd.x+json; charset=utf-16",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "text/plain; charset=nonsense",
  "",
);

test("whatever comes, the answer is clear and no fault of ours", async () => {
  const hub = await app.build.event(event.clientId, { type: "Engagement Hub" });
  await fc.assert(
    fc.asyncProperty(everyDoor, fc.boolean(), form, body, contentType, async (path, isHub, query, payload, type) => {
      const { id, audienceKey } = isHub ? hub : event;
      const answer = await app.app.server.inject({
        method: "POST",
        url: `${path}?eventid=${id}&key=${audienceKey}&${query}`,
        headers: { ...(type && { "content-type": type }), accept: isHub ? "text/html" : "*/*" },
        payload,
      });
      expect(answer.statusCode, answer.body).toBeLessThan(500);
      const { location } = answer.headers;
      if (location) expect(new URL(location).origin).toBe("http://lectern.test");
      const get = await app.app.server.inject({ url: `${path}?eventid=${id}&key=${audienceKey}&${query}` });
      expect(get.statusCode, get.body).toBeLessThan(500);
    }),
    { numRuns: 250 },
  );
});

const personal = fc.record({
  email: fc.constantFrom("Ada@acme.com", "ada+x@acme.com", "ben@acme.com", "cyd@münchen.example"),
  firstname: fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .filter((text) => /^[^\0\s].*[^\0\s]$/su.test(text)),
  company: fc.constantFrom("Acme & Co", "50% = half", "日本", 'He said "no"'),
});

test("a person sent in every shape is one registrant, with what the last one said", async () => {
  await fc.assert(
    fc.asyncProperty(personal, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 2 }), async (person, order) => {
      const { id, audienceKey } = await app.build.event(event.clientId);
      const { email, firstname, company } = person;
      const to = (path: string) => `/seamlessreg${path}?eventid=${id}&key=${audienceKey}`;
      const shapes = [
        () => call.post(to(""), person),
        () => call.get("/utilApp/r", { ...person, eventid: id, key: audienceKey }),
        () => call.json(to("/marketo"), { Email: email, FirstName: firstname, Company: company }),
        () =>
          call.json(to("/hubspot"), {
            properties: { email: { value: email }, firstname, company: { value: company } },
          }),
        () =>
          call.json(
            to("/hubspot"),
            Object.entries(person).map(([name, value]) => ({ name, value })),
          ),
        () => call.post(to("/eloqua"), { C_EmailAddress: email, C_FirstName: firstname, C_Company: company }),
      ];
      for (const index of order) await shapes[index]?.();
      expect(await call.people(id)).toMatchObject([{ email, first_name: firstname, company, status: "active" }]);
    }),
    { numRuns: 30 },
  );
});
