import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";

const app = await withApp();
const client = await app.build.client({ id: 4497 });
const token = await app.build.token(client.id);
const eventId = (await app.build.event(client.id)).id;
const path = `POST /client/${client.id}/event/${eventId}/registrant`;

const john = { email: "john@acme.com", firstname: "John", lastname: "Smith", company: "Acme" };

async function totals(): Promise<{ registrants: number; rows: number; changes: number }> {
  const { rows } = await app.database.pool.query(
    `select (select registrants from event_totals where event_id = $1) as registrants,
       (select count(*) from registrants where event_id = $1) as rows,
       (select count(*) from changes where event_id = $1 and kind like 'registrant.%') as changes`,
    [eventId],
  );
  return rows[0];
}

test("the published call registers a person; the same address again is the same person", async () => {
  const published = {
    form: "email=john%40acme.com&firstname=John&lastname=Smith&company=Acme",
    headers: {
      accept: "Application/json",
      "cache-control": "no-cache",
      "content-type": "application/x-www-form-urlencoded",
    },
  };
  const first = await app.call(token, path, published);
  expect(first.statusCode).toBe(200);
  expect(first.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(first.json()).toMatchObject({
    ...john,
    eventid: eventId,
    eventuserid: expect.any(Number),
    userstatus: "active",
  });
  const second = await app.call(token, path, { form: { ...john, email: "JOHN@acme.com", jobtitle: "CEO" } });
  expect(second.json()).toMatchObject({ firstname: "John", jobtitle: "CEO", eventuserid: first.json().eventuserid });
  expect(await totals()).toMatchObject({ registrants: 1, rows: 1, changes: 2 });
});

test("every field comes back as it was sent, and stays when a later call leaves it out", async () => {
  const hostile = {
    firstname: "'; drop table registrants; --",
    lastname: "<script>alert(1)</script>",
    company: 'A&B=C%D "Ü" 株式会社',
  };
  const given = {
    ...hostile,
    email: "all@example.com",
    jobtitle: "x",
    addressstreet1: "1",
    addressstreet2: "2",
    city: "c",
    state: "CA",
    zip: "02139",
    fax: "+1 (415) 555",
    jobfunction: "f",
    companyindustry: "i",
    companysize: "1 - 49",
    partnerref: "EM",
    username: "u",
    exteventusercd: "007",
    other: "o",
    notes: "n",
    marketingemail: "Y",
    eventemail: "N",
    emailformat: "html",
    std1: "1",
    std10: "10",
    utmsource: "s",
    utmmedium: "m",
    utmcampaign: "c",
    utmterm: "t",
    utmcontent: "https://x.example/?a=b&c=d",
    attendeetype: "Virtual",
    sourcecampaigncode: "CMP",
    country: "France",
  };
  expect((await app.call(token, path, { form: given })).json()).toMatchObject(given);
  const later = await app.call(token, path, { form: { ...john, email: "all@example.com", partnerref: "other" } });
  expect(later.json()).toMatchObject({ ...given, ...john, email: "all@example.com", partnerref: "EM" });
});

test("names, letter case and body formats are all understood", async () => {
  const camel = { email: "a@example.com", firstName: "A", last_name: "B", Company: "C" };
  const expected = { firstname: "A", lastname: "B", company: "C" };
  expect((await app.call(token, path, { form: camel })).json()).toMatchObject(expected);
  const json = { form: JSON.stringify(camel), headers: { "content-type": "application/json" } };
  expect((await app.call(token, path, json)).json()).toMatchObject(expected);
  const parts = Object.entries(camel).map(
    ([name, text]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  );
  const multipart = {
    form: `${parts.join("")}--x--\r\n`,
    headers: { "content-type": "multipart/form-data; boundary=x" },
  };
  expect((await app.call(token, path, multipart)).json()).toMatchObject(expected);
  const raw = { form: "email=a@example.com&firstname=A&lastname=B&company=C%" };
  expect((await app.call(token, path, raw)).json()).toMatchObject({ ...expected, company: "C%" });
});

test("what is too long is cut, phones are grouped, lists take their options", async () => {
  const form = {
    ...john,
    email: "cut@example.com",
    firstname: "é".repeat(60),
    std1: "💥".repeat(101),
    workphone: "415.555.0101",
    homephone: "555 0101",
    country: "united states",
  };
  expect((await app.call(token, path, { form })).json()).toMatchObject({
    firstname: "é".repeat(50),
    std1: "💥".repeat(100),
    workphone: "(415)-555-0101",
    homephone: "555-0101",
    country: "United States",
  });
});

test.each([
  ["a missing address", { firstname: "A", lastname: "B", company: "C" }, "The email parameter is missing."],
  ["an empty address", { ...john, email: "" }, "The email parameter is missing."],
  ["a bad address", { ...john, email: "not an address" }, "Invalid value for the email parameter."],
  ["a missing required field", { ...john, company: "" }, "The company parameter is missing."],
  ["an option that is not on the list", { ...john, country: "Atlantis" }, "Invalid value for the country parameter."],
  ["a phone of too few digits", { ...john, workphone: "12-34" }, "Invalid value for the workphone parameter."],
  ["a bad flag", { ...john, isdeleted: "maybe" }, "Invalid value for the isdeleted parameter."],
])("refuses %s and writes nothing", async (_name, form, message) => {
  const before = await totals();
  const refused = await app.call(token, path, { form: { ...form } as Record<string, string> });
  expect([refused.statusCode, refused.json()]).toEqual([400, { message }]);
  expect(await totals()).toEqual(before);
});

test.each([
  ["JSON that is cut off", '{"email":', "application/json", 400],
  [
    "bytes that are not UTF-8",
    Buffer.from([0x65, 0x6d, 0x61, 0x69, 0x6c, 0x3d, 0xff]).toString("latin1"),
    "application/x-www-form-urlencoded",
    400,
  ],
  [
    "escapes that are not UTF-8",
    "email=a%ff@example.com&firstname=A&lastname=B&company=C",
    "application/x-www-form-urlencoded",
    400,
  ],
  [
    "a NUL character",
    "email=a@example.com&firstname=A%00&lastname=B&company=C",
    "application/x-www-form-urlencoded",
    400,
  ],
  ["a body of a megabyte", `notes=${"x".repeat(1_000_000)}`, "application/x-www-form-urlencoded", 413],
])("refuses %s and writes nothing", async (_name, text, contentType, status) => {
  const before = await totals();
  const payload = text.includes("\xff") ? Buffer.from(text, "latin1") : text;
  const refused = await app.app.server.inject({
    method: "POST",
    url: `/v2${path.slice(5)}`,
    headers: { accesstokenkey: token.key, accesstokensecret: token.secret, "content-type": contentType },
    payload,
  });
  expect([refused.statusCode, refused.json()]).toEqual([status, { message: expect.any(String) }]);
  expect(await totals()).toEqual(before);
});

test("honorrequired=N registers without an address; honorvalidation=N takes any option", async () => {
  const anonymous = await app.call(token, `${path}?honorrequired=N`, { form: { firstname: "Nobody" } });
  expect(anonymous.json()).toMatchObject({
    firstname: "Nobody",
    email: expect.stringMatching(/^anonymous-.*@lectern\.invalid$/),
  });
  const anything = await app.call(token, `${path}?honorValidation=n`, { form: { ...john, country: "Atlantis" } });
  expect(anything.json().country).toBe("Atlantis");
  expect((await app.call(token, `${path}?honorrequired=x`, { form: john })).statusCode).toBe(400);
});

test("isDeleted takes somebody out of lists and totals, and brings them back; never a stranger, never after the start", async () => {
  const form = { ...john, email: "leaving@example.com" };
  const { eventuserid } = (await app.call(token, path, { form })).json();
  const before = await totals();
  const deleted = await app.call(token, path, { form: { ...form, isDeleted: "Y" } });
  expect(deleted.json()).toMatchObject({ eventuserid, userstatus: "deleted" });
  expect((await totals()).registrants).toBe(before.registrants - 1);
  const list = `GET /client/4497/event/${eventId}/registrant?email=leaving@example.com`;
  expect((await app.call(token, list)).json().totalregistrants).toBe(0);
  expect((await app.call(token, `${list}&userstatus=deleted`)).json().registrants[0].eventuserid).toBe(eventuserid);
  await app.call(token, path, { form: { ...form, isDeleted: "N" } });
  expect((await app.call(token, list)).json().totalregistrants).toBe(1);
  expect((await totals()).registrants).toBe(before.registrants);

  const stranger = await app.call(token, path, { form: { ...john, email: "stranger@example.com", isDeleted: "Y" } });
  expect([stranger.statusCode, stranger.json().message]).toEqual([
    412,
    "You're trying to soft delete the registrant you're creating.",
  ]);
  const begun = await app.build.event(4497, { startsAt: new Date() });
  const late = await app.call(token, `POST /client/4497/event/${begun.id}/registrant`, {
    form: { ...form, isDeleted: "Y" },
  });
  expect(late.statusCode).toBe(412);
});

test("a soft delete needs no more than the address; JSON may say true", async () => {
  await app.call(token, path, { form: { ...john, email: "short@example.com" } });
  const deleted = await app.call(token, path, { form: { email: "short@example.com", isDeleted: "Y" } });
  expect(deleted.json()).toMatchObject({ firstname: "John", userstatus: "deleted" });
  const headers = { "content-type": "application/json" };
  const restored = await app.call(token, path, { form: '{"email":"short@example.com","isDeleted":false}', headers });
  expect(restored.json().userstatus).toBe("active");
  const stranger = await app.call(token, path, { form: { email: "nobody-yet@example.com", isDeleted: "Y" } });
  expect(stranger.statusCode).toBe(412);
});

test("sloppy addresses and JSON consents are understood; the first answer tells all that is stored", async () => {
  const raw = { form: "email=john+tag@acme.com%20&firstname=J&lastname=S&company=A&sourceeventid=77" };
  expect((await app.call(token, path, raw)).json()).toMatchObject({ email: "john+tag@acme.com", sourceeventid: 77 });
  const consents = { ...john, email: "consent@example.com", marketingEmail: true, eventEmail: false };
  const json = { form: JSON.stringify(consents), headers: { "content-type": "application/json" } };
  expect((await app.call(token, path, json)).json()).toMatchObject({ marketingemail: "Y", eventemail: "N" });
});

test("a multipart form is no way round the limit of a form", async () => {
  const part = (n: number) => `--x\r\ncontent-disposition: form-data; name="std${n}"\r\n\r\n${"x".repeat(60_000)}\r\n`;
  const form = `${Array.from({ length: 10 }, (_, n) => part(n + 1)).join("")}--x--\r\n`;
  const refused = await app.call(token, path, { form, headers: { "content-type": "multipart/form-data; boundary=x" } });
  expect(refused.statusCode).toBe(413);
});

test("parallel registrations of one address are one person; of many, exactly as many", async () => {
  const before = await totals();
  const same = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      app.call(token, path, { form: { ...john, email: "Race@example.com", std1: `${n}` } }),
    ),
  );
  expect(new Set(same.map((answer) => answer.json().eventuserid)).size).toBe(1);
  const many = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      app.call(token, path, { form: { ...john, email: `many-${n}@example.com`, partnerref: `p${n % 3}` } }),
    ),
  );
  expect(new Set(many.map((answer) => answer.json().eventuserid)).size).toBe(200);
  expect((await totals()).registrants).toBe(before.registrants + 201);
  const { rows } = await app.database.pool.query(
    "select partner_ref, registrants from event_partner_totals where event_id = $1 and partner_ref like 'p%' order by 1",
    [eventId],
  );
  expect(rows).toEqual([
    { partner_ref: "p0", registrants: 67 },
    { partner_ref: "p1", registrants: 67 },
    { partner_ref: "p2", registrants: 66 },
  ]);
});

test("one bad row of a group does not take the others with it", async () => {
  const lone = { ...john, email: "fine@example.com" };
  await app.database.pool.query(
    "alter table registrants add constraint no_trouble check (std9 is distinct from 'trouble')",
  );
  const [a, b, c] = await Promise.all([
    app.call(token, path, { form: { ...lone, email: "fine-1@example.com" } }),
    app.call(token, path, { form: { ...lone, email: "trouble@example.com", std9: "trouble" } }),
    app.call(token, path, { form: { ...lone, email: "fine-2@example.com" } }),
  ]);
  expect([a.statusCode, b.statusCode, c.statusCode]).toEqual([200, 500, 200]);
  expect(b.json().message).toMatch(/^Something went wrong on our side\. Quote request id /);
});

test("a header names the parameters that had no effect", async () => {
  const answer = await app.call(token, `${path}?eventId=1`, { form: { ...john, "shoe size": "44", status: "x" } });
  expect(answer.headers.warning).toBe('299 - "Ignored parameters: eventid, shoe%20size, status"');
});

test("XML where it is asked for", async () => {
  const answer = await app.call(token, path, { form: john, headers: { accept: "Application/xml" } });
  expect(answer.headers["content-type"]).toBe("application/xml; charset=utf-8");
  expect(answer.body).toContain("<email>john@acme.com</email>");
  const refused = await app.call(token, path, { form: {}, headers: { accept: "application/xml" } });
  expect(refused.body).toContain("<message>The email parameter is missing.</message>");
});
