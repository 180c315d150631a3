import { Readable } from "node:stream";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { createDoors, putGate, standing } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";
import { createImporter, makeList } from "../../../../test/import-fixture.ts";
import { operated } from "../../../../test/operator-api.ts";
import { insertRegistrationFields } from "../../admission/registration/form/registration-fields.ts";

const app = await withApp();
const at = createImporter(app);
const doors = createDoors(app);
const clientId = (await app.build.client()).id;
let event: { clientId: number; id: number };

afterAll(() => doors.drain());
beforeEach(async () => {
  event = { clientId, id: (await app.build.event(clientId)).id };
});
afterEach(() => {
  delete app.clock.now;
});

async function people() {
  const { rows } = await app.database.pool.query(
    "select id, email, first_name, last_name, company, std1, marketing_email, status, door from registrants where event_id = $1 order by id",
    [event.id],
  );
  return rows;
}

test("registers a list, tells what became of each row, and counts it", async () => {
  await doors.enter("rest", event.id, "ben@acme.com");
  const done = await at.run(
    event,
    [
      "email,first name,last name,company,country,shoe size",
      "ada@acme.com,Ada,Okafor,Acme,france,39",
      "BEN@acme.com,Benedict,Berg,Acme,,",
      "cyd@acme.com,,Cho,Acme,,",
      "dan@acme.com,Dan,Diaz,Acme,Atlantis,",
      ",Eve,Ek,Acme,,",
      "no address,Flo,Fox,Acme,,",
    ].join("\n"),
  );
  expect(done).toMatchObject({
    state: "ready",
    rows: 6,
    counts: { created: 1, updated: 1, waiting: 0, refused: 0, invalid: 4 },
    remaining: 0,
    ignoredColumns: ["shoe size"],
  });
  expect(done.list).toEqual([
    { row: 1, email: "ada@acme.com", outcome: "created", status: "active", registrantId: expect.any(Number) },
    { row: 2, email: "BEN@acme.com", outcome: "updated", status: "active", registrantId: expect.any(Number) },
    { row: 3, email: "cyd@acme.com", ...invalid("registrant.fieldMissing", "The firstname parameter is missing.") },
    {
      row: 4,
      email: "dan@acme.com",
      ...invalid("registrant.fieldInvalid", "Invalid value for the country parameter."),
    },
    { row: 5, ...invalid("registrant.fieldMissing", "The email parameter is missing.") },
    { row: 6, email: "no address", ...invalid("registrant.fieldInvalid", "Invalid value for the email parameter.") },
  ]);
  expect(await people()).toMatchObject([
    { email: "BEN@acme.com", first_name: "Benedict", door: "rest" },
    { email: "ada@acme.com", first_name: "Ada", door: "import", status: "active" },
  ]);
  expect(await standing(app, event.id)).toMatchObject({ active: 2, counted: 2, partners: 2 });
});

function invalid(code: string, detail: string) {
  return { outcome: "invalid", code, detail };
}

test("the page's rules count unless told otherwise; an address is always needed", async () => {
  const list = "email,company,country\nada@acme.com,Acme,Atlantis\n,Acme,";
  expect((await at.run(event, list, { query: "?honorRequired=false" })).list[0]).toMatchObject({
    detail: "Invalid value for the country parameter.",
  });
  const done = await at.run(event, list, { query: "?honorRequired=false&honorValidation=false" });
  expect(done.list).toMatchObject([{ outcome: "created" }, { detail: "The email parameter is missing." }]);
  const long = await at.run(event, `email\n${"x".repeat(10_000)}@acme.com\n`, { query: "?honorRequired=false" });
  expect(long.list).toEqual([
    { row: 1, ...invalid("registrant.fieldInvalid", "Invalid value for the email parameter.") },
  ]);
});

test("a person of several rows is one registrant, and the last row counts", async () => {
  const done = await at.run(
    event,
    "email,firstname,lastname,company\na@acme.com,1,x,x\nb@acme.com,B,x,x\nA@acme.com,2,x,x\na@acme.com,3,x,x",
  );
  expect(done.list.map(({ outcome }) => outcome)).toEqual(["created", "created", "updated", "updated"]);
  expect(await people()).toMatchObject([{ first_name: "3" }, { first_name: "B" }]);
});

test("who was deleted stays so; the mails that are owed are those of any door", async () => {
  const token = await app.build.token(clientId);
  await doors.enter("rest", event.id, "gone@acme.com");
  const form = { email: "gone@acme.com", isdeleted: "Y" };
  await app.call(token, `POST /client/${clientId}/event/${event.id}/registrant`, { form });
  const done = await at.run(event, "email,firstname,lastname,company\ngone@acme.com,G,G,G\nnew@acme.com,N,N,N");
  expect(done.list).toMatchObject([
    { outcome: "updated", status: "deleted" },
    { outcome: "created", status: "active" },
  ]);
  expect((await standing(app, event.id)).mails).toEqual({ confirmation: 2 });
});

test("CSV as programs write it: byte order mark, semicolons or tabs, quotes, captions, empty lines", async () => {
  await app.database.db.deleteFrom("registrationFields").where("eventId", "=", event.id).execute();
  const text = { type: "textbox", validation: "none", isRequired: false, options: null };
  await insertRegistrationFields(app.database.db, clientId, event.id, [
    { ...text, field: "email", caption: "Email" },
    { ...text, field: "std1", caption: "Où travaillez-vous ?" },
  ]);
  app.app.caches.events.clear();
  const csv =
    '\ufeffE-Mail Address;FIRST_NAME;"Où travaillez-vous?";Marketing E-mails\r\n' +
    '"ada@acme.com";"Ada ""the"" one";"here;\r\nthere";yes\r\n;;;\r\n\r\n' +
    "ben@acme.com;Ben;;perhaps\r\ncyd@acme.com\r\ndan@acme.com;Dan;x;N;more";
  const done = await at.run(event, csv, { type: "text/csv; charset=utf-8" });
  expect(done.list).toMatchObject([
    { row: 1, outcome: "created" },
    { row: 2, outcome: "created" },
    { row: 3, outcome: "created" },
    { row: 4, outcome: "invalid", code: "import.rowTooLong", detail: "The row has 5 cells for 4 columns." },
  ]);
  expect(await people()).toMatchObject([
    { email: "ada@acme.com", first_name: 'Ada "the" one', std1: "here;\r\nthere", marketing_email: "Y" },
    { email: "ben@acme.com", first_name: "Ben", marketing_email: null },
    { email: "cyd@acme.com", first_name: null },
  ]);
  const tabs = await at.run(event, "email\tcompany\ntab@acme.com\tA, B; C", { type: "text/tab-separated-values" });
  expect(tabs.list).toMatchObject([{ outcome: "created" }]);
});

const addresses = async () => (await people()).map(({ email }) => email);

test.each([
  ["a line break in the first header", '"Email\nAddress";Company\r\nada@acme.com;Acme', {}],
  ["lines that end by CR alone", "email,company\rada@acme.com,Acme\r", {}],
  ["a separator that Excel was told", "sep=;\r\nemail;company,all\r\nada@acme.com;Acme", {}],
  ["another separator that it was told", "sep=|\nemail|company\nada@acme.com|Acme", {}],
  ["quotes between tabs", 'email\tcompany\nada@acme.com\t"Acme" Inc.', { type: "text/tab-separated-values" }],
  ["UTF-16 with its mark", Buffer.from("\ufeffemail\tcompany\nada@acme.com\tÄcme", "utf16le"), {}],
  [
    "UTF-16, as the sender says",
    Buffer.from("email,company\nada@acme.com,Äcme", "utf16le"),
    { type: "text/csv; charset=utf-16le" },
  ],
  [
    "Windows-1252, as the sender says",
    Buffer.from("email,company\nada@acme.com,\x80cme", "latin1"),
    { type: 'text/csv; charset="Windows-1252"' },
  ],
])("takes %s", async (_what, list, options) => {
  await at.run(event, list, { query: "?honorRequired=false", ...options });
  expect(await addresses()).toEqual(["ada@acme.com"]);
});

test("a row longer than anybody's is invalid, and the next comes in", async () => {
  const list = `email\n${"x".repeat(1_100_000)}\nada@acme.com`;
  const done = await at.run(event, list, { query: "?honorRequired=false" });
  expect(done.list.map(({ outcome, code }) => [outcome, code])).toEqual([
    ["invalid", "import.rowTooLarge"],
    ["created", undefined],
  ]);
});

test("a row with a stray quote is invalid, and the others come in", async () => {
  const list =
    'email,company\nada@acme.com,Acme\nben@acme.com,"Ben\ncyd@acme.com,x "y" z\ndan@acme.com,"D" E\neve@acme.com,E';
  const done = await at.run(event, list, { query: "?honorRequired=false" });
  expect(done.list).toMatchObject([
    { outcome: "created" },
    { outcome: "invalid", code: "import.rowQuotes", detail: "The quotes of the row do not match." },
    { outcome: "created" },
    { outcome: "invalid", code: "import.rowQuotes" },
    { outcome: "created" },
  ]);
  expect(await addresses()).toEqual(["ada@acme.com", "cyd@acme.com", "eve@acme.com"]);
});

test("a charset that nobody knows is refused", async () => {
  const answer = await at.send(event, makeList(1), { type: "text/csv; charset=klingon" });
  expect([answer.statusCode, answer.json().detail]).toEqual([415, "The charset klingon is not known."]);
});

test("JSON lines: keys in any case, lists joined, lines that are no objects are invalid rows", async () => {
  const lines = [
    { Email: "ada@acme.com", firstName: "Ada", lastname: "O", company: "Acme", std1: ["a", "b"], size: 4 },
    { email: "ben@acme.com", first_name: 7, lastname: "B", company: "Acme", marketingemail: true, eventemail: null },
    { email: "cyd@acme.com", firstname: "C\u0000", lastname: "C", company: "Acme" },
  ].map((line) => JSON.stringify(line));
  const list = [...lines, "[1]", "{", "", "null"].join("\n");
  const done = await at.run(event, list, { type: "application/x-ndjson" });
  expect(done).toMatchObject({ ignoredColumns: ["size"], rows: 6, counts: { created: 2, invalid: 4 } });
  expect(done.list.slice(2).map(({ detail }) => detail)).toEqual([
    "Invalid value for the firstname parameter.",
    ...Array(3).fill("The line is no JSON object."),
  ]);
  expect(await people()).toMatchObject([
    { first_name: "Ada", std1: "a, b" },
    { first_name: "7", marketing_email: "Y" },
  ]);
});

test.each([
  ["", "The list can't be read. It is empty."],
  ["\ufeff\n\n", "The list can't be read. It is empty."],
  ["name,company\na,b", "The list can't be read. Its first row names no column for the e-mail address."],
  ["email,E-mail\na,b", "The list can't be read. The columns email and E-mail mean the same field."],
  ['email,"company\na@b.co,x', "The list can't be read. The quotes in line 1 do not match."],
  [Buffer.from("email\na\xff@b.co", "latin1"), "The request body is not valid UTF-8 text."],
])("refuses what nobody can read: %j", async (list, detail) => {
  const answer = await at.send(event, list);
  expect([answer.statusCode, answer.json().detail]).toEqual([400, detail]);
  const { rows } = await app.database.pool.query("select from imports where event_id = $1", [event.id]);
  expect(rows).toEqual([]);
});

test("refuses other types, too much, strange keys, and events of others", async () => {
  const list = makeList(1);
  const other = { clientId: (await app.build.client()).id, id: event.id };
  for (const [answer, status, title] of [
    [await at.send(event, list, { type: "application/json" }), 415, "body.mediaType"],
    [await at.send(event, list, { type: "text/plain" }), 415, "body.mediaType"],
    [await at.send(event, list, { headers: { "idempotency-key": "a b" } }), 400, "body.invalid"],
    [await at.send(event, list, { query: "?dryRun=perhaps" }), 400, "body.invalid"],
    [await at.call("POST", at.pathOf(event), { payload: tooMuch() }), 413, "body.tooLarge"],
    [await at.call("POST", at.pathOf(event)), 400, "import.unreadable"],
    [await at.send(event, "x".repeat(1_000_001), { type: "application/jsonl" }), 400, "import.unreadable"],
    [await at.send(other, list), 404, "event.unknown"],
    [await at.send(event, list, { headers: { authorization: "Bearer wrong" } }), 401, "operator.wrongKey"],
  ] as const)
    expect([answer.statusCode, answer.json().title]).toEqual([status, title]);
});

function tooMuch(): Readable {
  const megabyte = Buffer.alloc(2 ** 20, "x");
  return Readable.from(Array.from({ length: 101 }, () => megabyte));
}

test("an import is found by its own event and client only", async () => {
  const { importId } = await at.receive(event, makeList(1));
  const sibling = { clientId, id: (await app.build.event(clientId)).id };
  const stranger = { clientId: (await app.build.client()).id, id: event.id };
  for (const [wrong, title] of [
    [sibling, "import.unknown"],
    [stranger, "event.unknown"],
  ] as const)
    for (const [method, below] of [
      ["GET", ""],
      ["GET", "/rows"],
      ["DELETE", ""],
    ] as const) {
      const answer = await at.call(method, `${at.pathOf(wrong)}/${importId}${below}`);
      expect([answer.statusCode, answer.json().title]).toEqual([404, title]);
    }
  expect((await at.read(event, importId)).state).toBe("received");
  expect((await at.call("GET", at.pathOf(stranger))).json().title).toBe("event.unknown");
});

test("lists imports and rows page by page, rows by outcome too", async () => {
  const first = await at.run(event, makeList(5));
  const second = await at.run(event, `${makeList(2, 5)}x,,,`);
  const page = (await at.call("GET", `${at.pathOf(event)}?limit=1`)).json();
  expect(page.imports.map(({ importId }: { importId: number }) => importId)).toEqual([second.importId]);
  const rest = (await at.call("GET", `${at.pathOf(event)}?limit=1&cursor=${page.next}`)).json();
  expect([rest.imports[0].importId, rest.next]).toEqual([first.importId, undefined]);
  const rows = `${at.pathOf(event)}/${first.importId}/rows?limit=3`;
  const { next } = (await at.call("GET", rows)).json();
  const last = (await at.call("GET", `${rows}&cursor=${next}`)).json();
  expect([last.rows.map(({ row }: { row: number }) => row), last.next]).toEqual([[4, 5], undefined]);
  const invalidOnes = await at.rows(event, second.importId, "?outcome=invalid");
  expect(invalidOnes.map(({ row }) => row)).toEqual([3]);
  for (const query of ["?outcome=unknown", "?cursor=-", "?limit=0"])
    expect((await at.call("GET", `${at.pathOf(event)}/${first.importId}/rows${query}`)).statusCode).toBe(400);
});

test("asked again with the same key it is the same import; another request with it is refused", async () => {
  const headers = { "idempotency-key": "crm-4711" };
  const answers = await Promise.all(Array.from({ length: 4 }, () => at.receive(event, makeList(3), { headers })));
  const ids = new Set(answers.map(({ importId }) => importId));
  expect(ids.size).toBe(1);
  await app.runJobs();
  expect(await at.receive(event, makeList(3), { headers })).toMatchObject({
    importId: [...ids][0],
    state: "ready",
    counts: { created: 3 },
  });
  const sibling = { clientId, id: (await app.build.event(clientId)).id };
  for (const [where, list, query] of [
    [event, makeList(4), ""],
    [event, makeList(3), "?dryRun=true"],
    [sibling, makeList(3), ""],
  ] as const) {
    const answer = await at.send(where, list, { headers, query });
    expect([answer.statusCode, answer.json().detail]).toEqual([
      422,
      "This Idempotency-Key was used for another request.",
    ]);
  }
  const other = (await app.build.client()).id;
  const foreign = { clientId: other, id: (await app.build.event(other)).id };
  expect((await at.receive(foreign, makeList(1), { headers })).importId).not.toBe([...ids][0]);
  expect(await people()).toHaveLength(3);
});

test("every gate that is set for all doors, or for this one, counts for lists", async () => {
  await operated(app, `PATCH /clients/${clientId}/events/${event.id}/gates`, { guardsAllDoors: true });
  await putGate(app, event, "addresses", { blocked: ["rival.com"], ownText: "Customers only." });
  await putGate(app, event, "capacity", { seats: 2 });
  const list = `${makeList(3)}x@rival.com,X,X,X\n`;
  const done = await at.run(event, list);
  expect(done.counts).toEqual({ created: 2, updated: 0, waiting: 1, refused: 1, invalid: 0 });
  expect(done.list.slice(2)).toEqual([
    { row: 3, email: "p3@acme.com", outcome: "waiting", status: "waitlisted", registrantId: expect.any(Number) },
    { row: 4, email: "x@rival.com", outcome: "refused", code: "admission.address", detail: "Customers only." },
  ]);
  await putGate(app, event, "closed");
  const later = await at.run(event, makeList(2, 3));
  expect(later.list).toMatchObject([{ outcome: "waiting" }, { outcome: "refused", code: "registration.closed" }]);
});
