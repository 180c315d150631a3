import { sql } from "kysely";
import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { selectRegistrants } from "./people/queries.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const { id: childId } = await app.build.client({ parentId: clientId });
const token = await app.build.token(clientId);
const { id: eventId } = await app.build.event(clientId, { campaignCode: "CMP" });
const { id: childEventId } = await app.build.event(childId);
const excluded = await app.build.event(clientId, { campaignTags: ["apiExclude"] });
for (let n = 0; n < 25; n++)
  await register(clientId, eventId, `person${n}@example.com`, { partnerref: n % 2 ? "odd" : "even" });
await register(childId, childEventId, "person1@example.com");
await register(clientId, excluded.id, "hidden@example.com");
// Registered a minute apart, the last one just now.
await app.database.pool.query(
  "update registrants set created_at = now() - (select max(id) from registrants) * interval '1 minute' + id * interval '1 minute'",
);

async function register(
  client: number,
  event: number,
  email: string,
  more: Record<string, string> = {},
): Promise<void> {
  const form = { email, firstname: "First", lastname: "Last", company: "Acme", ...more };
  const answer = await app.call(token, `POST /client/${client}/event/${event}/registrant`, { form });
  expect(answer.statusCode).toBe(200);
}

async function get(path: string) {
  const answer = await app.call(token, `GET /client/${clientId}${path}`);
  return { status: answer.statusCode, body: answer.json() };
}

test("an event's list holds everybody, in order of registration, with the keys that clients rely on", async () => {
  const { body } = await get(`/event/${eventId}/registrant`);
  expect(body).toMatchObject({ eventid: eventId, totalregistrants: 25 });
  expect(body.registrants.map((one: { email: string }) => one.email)).toEqual(
    Array.from({ length: 25 }, (_, n) => `person${n}@example.com`),
  );
  expect(body.registrants[0]).toMatchObject({
    eventuserid: expect.any(Number),
    eventid: eventId,
    userstatus: "active",
    campaigncode: "CMP",
    createtimestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[78]:00$/),
  });
  expect(body.registrants[0]).not.toHaveProperty("clientid");
});

test("pages are honoured where they are asked for, and end where the list ends", async () => {
  const { body: page } = await get(`/event/${eventId}/registrant?itemsPerPage=10&pageOffset=2`);
  expect(page).toMatchObject({ totalregistrants: 25, pagecount: 3, currentpage: 2 });
  expect(page.registrants).toHaveLength(5);
  expect((await get(`/event/${eventId}/registrant?itemsperpage=5&pageoffset=5`)).body.registrants).toEqual([]);
  expect(await get(`/event/${eventId}/registrant?itemsperpage=5&pageoffset=6`)).toEqual({
    status: 400,
    body: { message: "Invalid pageOffset, range must be between 0 and 4." },
  });
});

test("the client's list covers sub-clients, and leaves out what is tagged APIEXCLUDE", async () => {
  const { body } = await get("/registrant?itemsperpage=1000");
  expect(body).toMatchObject({ clientid: clientId, totalregistrants: 26, pagecount: 1, currentpage: 0 });
  expect(new Set(body.registrants.map((one: { clientid: number }) => one.clientid))).toEqual(
    new Set([clientId, childId]),
  );
  expect((await get("/registrant?excludeSubaccounts=Y")).body.totalregistrants).toBe(25);
  expect((await get(`/registrant?subaccounts=${childId}`)).body.totalregistrants).toBe(1);
  expect(await get(`/registrant?subaccounts=${childId}&excludesubaccounts=y`)).toEqual({
    status: 400,
    body: { message: "You have to set excludesubaccounts='N' in order to filter by subaccounts." },
  });
  expect((await get("/registrant?subaccounts=1")).status).toBe(400);
});

test("filters: partner, address, dates, interval, status", async () => {
  expect((await get("/registrant?partnerref=odd")).body.totalregistrants).toBe(12);
  expect((await get(`/event/${eventId}/registrant?email=PERSON3@example.com`)).body.totalregistrants).toBe(1);
  expect((await get("/registrant?startdate=2001-01-01&enddate=2001-12-31")).body).toMatchObject({
    totalregistrants: 0,
    registrants: [],
    pagecount: 1,
  });
  expect((await get("/registrant?dateinterval=1")).status).toBe(200);
  expect((await get("/registrant?userstatus=deleted")).body.totalregistrants).toBe(0);
  expect((await get("/registrant?userstatus=any")).body.totalregistrants).toBe(26);
  expect((await get("/registrant?datefiltermode=lastActivity")).body.totalregistrants).toBe(26);
});

test.each([
  ["startdate=yesterday", "Error, incorrect date formats."],
  ["startdate=2024-03-10T02:30:00", "Error, incorrect date formats."],
  ["startdate=2024-02-02&enddate=2024-02-01", "Error, end date is before start date."],
  ["dateinterval=0", "dateInterval range must be between 1 and 180 inclusive."],
  ["dateinterval=181", "dateInterval range must be between 1 and 180 inclusive."],
  ["dateintervaloffset=4", "dateInterval is required when passing dateInterfalOffset or dateIntervalTimezone."],
  ["dateinterval=3&dateintervaloffset=x", "dateIntervalOffset must be a number."],
  ["dateinterval=3&dateintervaltimezone=Mars/Base", "Invalid dateIntervalTimezone."],
  ["dateinterval=3&startdate=2024-01-01", "Start/End date filters cannot be sent with Interval filters."],
])("refuses %s", async (query, message) => {
  expect(await get(`/registrant?${query}`)).toEqual({ status: 400, body: { message } });
});

test("by address: the most recent registration, or the one in an event; escaped or raw", async () => {
  const { body } = await get("/registrant/Person1%40example.com");
  expect(body.registrant).toMatchObject({ email: "person1@example.com", eventid: childEventId, clientid: childId });
  expect((await get(`/registrant/person1@example.com?eventid=${eventId}`)).body.registrant.eventid).toBe(eventId);
  expect(await get("/registrant/nobody@example.com")).toEqual({
    status: 404,
    body: { message: "No registrant was found for that email address" },
  });
  expect((await get("/registrant/person2@example.com?eventid=1")).body.message).toMatch(/and eventId combination$/);
});

test("all events of an address", async () => {
  const { body } = await get("/registrant/person1@example.com/allevents");
  expect(body.registrants.map((one: { eventid: number }) => one.eventid)).toEqual([eventId, childEventId]);
  expect(await get("/registrant/nobody@example.com/allevents")).toEqual({
    status: 404,
    body: { message: "The registrant nobody@example.com doesn't exist." },
  });
});

test("pages and slabs are found by index, for one client and for several", async () => {
  const { db, pool } = app.database;
  await pool.query(
    `insert into registrants (client_id, event_id, email, email_key, created_at)
     select $1, $2, 'plan' || n || '@example.com', 'plan' || n || '@example.com', now() - n * interval '1 second' from generate_series(1, 20000) n`,
    [childId, childEventId],
  );
  await pool.query("analyze registrants");
  const base = { now: new Date(), dateMode: "createdAt", statuses: ["active"] } as const;
  const filters = [
    { ...base, clientIds: [childId], eventId: childEventId, isClientLevel: false },
    { ...base, clientIds: [clientId, childId], isClientLevel: true },
  ];
  for (const filter of filters) {
    const { rows } = await sql`explain ${selectRegistrants(filter, { limit: 100 })}`.execute(db);
    expect(JSON.stringify(rows)).not.toContain("Seq Scan on registrants");
  }
  await pool.query("delete from registrants where email like 'plan%'");
});

test("a long list is sent in pieces and loses nobody; HTTP/1.0 gets a length", async () => {
  const big = await app.build.event(clientId);
  await app.database.pool.query(
    `insert into registrants (client_id, event_id, email, email_key, first_name)
     select $1, $2, 'many' || n || '@example.com', 'many' || n || '@example.com', repeat('x', 50) from generate_series(1, 2500) n`,
    [clientId, big.id],
  );
  const { body } = await get(`/event/${big.id}/registrant`);
  expect(body.totalregistrants).toBe(2500);
  expect(new Set(body.registrants.map((one: { eventuserid: number }) => one.eventuserid)).size).toBe(2500);
});

test("noshow leaves out who attended", async () => {
  const { body } = await get(`/event/${eventId}/registrant`);
  const registrantId = body.registrants[4].eventuserid as number;
  const joined = { firstJoinedAt: new Date(), lastActivityAt: new Date() };
  await app.database.db
    .insertInto("attendees")
    .values({ clientId, eventId, registrantId, ...joined })
    .execute();
  const { body: absent } = await get(`/event/${eventId}/registrant?noshow=Y`);
  expect(absent.totalregistrants).toBe(24);
  expect(absent.registrants.map((one: { email: string }) => one.email)).not.toContain("person4@example.com");
  expect((await get(`/event/${eventId}/registrant?noshow=N`)).body.totalregistrants).toBe(25);
});
