import { beforeEach, expect, test } from "vitest";
import { putGate } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";

const app = await withApp();
const clientId = (await app.build.client()).id;
const childId = (await app.build.client({ parentId: clientId })).id;
const token = await app.build.token(clientId);
const childToken = await app.build.token(childId);
let eventId: number;

beforeEach(async () => {
  await app.database.pool.query("delete from registrants");
  eventId = (await app.build.event(clientId)).id;
});

const ada = { email: "ada@acme.com", firstname: "Ada", lastname: "Okafor", company: "Acme" };

async function register(form: Record<string, string> = {}, event = eventId, by = token) {
  const answer = await app.call(by, `POST /client/${by.clientId}/event/${event}/registrant`, {
    form: { ...ada, ...form },
  });
  return answer.json().eventuserid as number;
}

const patch = (form: Record<string, string>, query = "") =>
  app.call(token, `PATCH /client/${clientId}/event/${eventId}/registrant${query}`, { form });
const patchAll = (email: string, form: Record<string, string>, by = token) =>
  app.call(by, `PATCH /client/${by.clientId}/registrant/${encodeURIComponent(email)}`, { form });

async function rows() {
  const { rows: people } = await app.database.pool.query(
    "select event_id, email, first_name, company, partner_ref, is_blocked from registrants order by id",
  );
  return people;
}

test("changes what is sent, and nothing else", async () => {
  const id = await register({ partnerref: "first", std1: "kept" });
  const answer = await patch({ ...ada, email: "ADA@acme.com", jobtitle: "CTO", partnerref: "other", isblocked: "Y" });
  expect([answer.statusCode, answer.json()]).toMatchObject([
    200,
    { eventuserid: id, email: "ada@acme.com", jobtitle: "CTO", std1: "kept", partnerref: "first", isblocked: "Y" },
  ]);
  expect((await patch({ ...ada, isblocked: "n" })).json()).toMatchObject({ jobtitle: "CTO", isblocked: "N" });
});

test("what the page requires need not be sent again and does not become empty, whoever registered the person", async () => {
  await register();
  expect((await patch({ email: ada.email, jobtitle: "CTO" })).json()).toMatchObject({
    firstname: "Ada",
    jobtitle: "CTO",
  });
  for (const blank of ["", " ", "\u3000", "\u200b"])
    for (const query of ["", "?honorrequired=Y", "?honorrequired=N"]) {
      const answer = await patch({ email: ada.email, firstname: blank, company: blank, jobtitle: "CEO" }, query);
      expect([answer.statusCode, answer.json()]).toMatchObject([
        200,
        { firstname: "Ada", company: "Acme", jobtitle: "CEO" },
      ]);
    }
  const { rows: made } = await app.database.pool.query("update registrants set company = null returning id");
  expect(made).toHaveLength(1);
  expect((await patch({ email: ada.email, jobtitle: "CTO" })).json()).toMatchObject({ jobtitle: "CTO" });
});

test("asks for the page's options unless told otherwise", async () => {
  await register();
  const short = { email: ada.email, jobtitle: "CTO", country: "Atlantis" };
  for (const [query, message] of [
    ["", "Invalid value for the country parameter."],
    ["?honorrequired=N", "Invalid value for the country parameter."],
    ["?honorrequired=perhaps", "Invalid value for the honorrequired parameter."],
    ["?honorvalidation=perhaps", "Invalid value for the honorvalidation parameter."],
  ]) {
    const answer = await patch(short, query);
    expect([answer.statusCode, answer.json()]).toEqual([400, { message }]);
  }
  const answer = await patch(short, "?honorrequired=N&honorvalidation=N");
  expect(answer.json()).toMatchObject({ firstname: "Ada", jobtitle: "CTO", country: "Atlantis" });
});

test("refuses with the published sentences", async () => {
  await register();
  for (const [form, status, message] of [
    [{ firstname: "A" }, 400, "The email parameter is missing."],
    [{ ...ada, email: "  " }, 400, "The email parameter value is blank."],
    [{ ...ada, isblocked: "maybe" }, 400, "Invalid value for the inBlocked parameter."],
    [{ ...ada, email: "nobody@acme.com" }, 403, "The email provided was not found."],
  ] as const) {
    const answer = await patch(form);
    expect([answer.statusCode, answer.json()]).toEqual([status, { message }]);
  }
  expect(await rows()).toMatchObject([{ first_name: "Ada", is_blocked: false }]);
});

test("finds neither who waits nor who was deleted", async () => {
  await register();
  await app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, {
    form: { email: ada.email, isdeleted: "Y" },
  });
  expect((await patch(ada)).statusCode).toBe(403);
  await putGate(app, { clientId, id: eventId }, "approval", { doors: ["rest"] });
  await register({ email: "bob@acme.com" });
  expect((await patch({ ...ada, email: "bob@acme.com" })).statusCode).toBe(403);
  expect((await patchAll("bob@acme.com", { company: "X" })).statusCode).toBe(404);
});

test("client-level: changes the person in every event the client reaches, whatever the pages ask", async () => {
  const other = (await app.build.event(clientId)).id;
  const below = (await app.build.event(childId)).id;
  const ids = [await register(), await register({}, other), await register({}, below, childToken)];
  const answer = await patchAll("ADA@acme.com", { company: "Engines", country: "Atlantis", partnerref: "x" });
  expect([answer.statusCode, answer.json()]).toEqual([200, { updatedregistrants: ids }]);
  expect((await rows()).map(({ company, partner_ref }) => [company, partner_ref])).toEqual(
    Array.from({ length: 3 }, () => ["Engines", null]),
  );
  expect((await patchAll(ada.email, { company: "Child" }, childToken)).json()).toEqual({
    updatedregistrants: [ids[2]],
  });
  const stranger = await app.build.token((await app.build.client()).id);
  const refused = await patchAll(ada.email, { company: "Stranger" }, stranger);
  expect([refused.statusCode, refused.json()]).toEqual([
    404,
    { message: "No registrant was found for that email address" },
  ]);
  expect((await rows()).map(({ company }) => company)).toEqual(["Engines", "Engines", "Child"]);
});

test("client-level: gives a new address, or changes nobody when somebody has it in one of the events", async () => {
  const other = (await app.build.event(clientId)).id;
  await register();
  await register({}, other);
  await register({ email: "bob@acme.com" }, other);
  const clash = await patchAll(ada.email, { email: "BOB@acme.com", company: "New" });
  expect([clash.statusCode, clash.json()]).toEqual([
    400,
    { message: "New email address matches other registant's email address" },
  ]);
  expect((await rows()).map(({ email, company }) => [email, company])).toEqual([
    ["ada@acme.com", "Acme"],
    ["ada@acme.com", "Acme"],
    ["bob@acme.com", "Acme"],
  ]);
  const moved = await patchAll(ada.email, { email: "ada.new@acme.com" });
  expect(moved.json().updatedregistrants).toHaveLength(2);
  expect((await patchAll("ada.new@acme.com", { email: "not an address" })).statusCode).toBe(400);
});

test("two who swap addresses at once never both win, and nobody gets a 5xx", async () => {
  await register();
  await register({ email: "bob@acme.com" });
  for (let round = 0; round < 10; round++) {
    const form = { ...ada, email: "cyd@acme.com" };
    const answers = await Promise.all([
      patchAll("ada@acme.com", { email: "bob@acme.com" }),
      patchAll("bob@acme.com", { email: "ada@acme.com" }),
      patchAll("ada@acme.com", { email: "cyd@acme.com" }),
      app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, { form }),
      patch({ ...form, company: "Round" }),
      patchAll("cyd@acme.com", { email: "ada@acme.com" }),
    ]);
    expect(answers[3]?.statusCode).toBe(200);
    for (const { statusCode } of answers) expect([200, 400, 403, 404]).toContain(statusCode);
  }
  const emails = (await rows()).map(({ email }) => email);
  expect(new Set(emails).size).toBe(emails.length);
});
