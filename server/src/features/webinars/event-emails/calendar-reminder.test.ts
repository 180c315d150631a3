import { beforeEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
let eventId: number;
const startsAt = new Date("2030-06-04T16:00:00Z");

beforeEach(async () => {
  delete app.clock.now;
  eventId = (await app.build.event(clientId, { startsAt })).id;
});

const get = () => app.call(token, `GET /client/${clientId}/event/${eventId}/calendarreminder`);
const put = (form: Record<string, string>) =>
  app.call(token, `PUT /client/${clientId}/event/${eventId}/calendarreminder`, { form });

async function remember(): Promise<string> {
  const { rows } = await app.database.pool.query(
    "select (select json_agg(c order by event_id) from calendar_reminders c) c, (select count(*) from changes) n",
  );
  return JSON.stringify(rows);
}

test("a new event reminds fifteen minutes before", async () => {
  const answer = await get();
  const expected = {
    eventid: eventId,
    reminder: "15 Minutes",
    subject: "Reminder - #EVENTTITLE#",
    location: "Webcast",
    body: expect.stringContaining("Thank you for registering for #EVENTTITLE#."),
  };
  expect([answer.statusCode, answer.json()]).toEqual([200, expected]);
  expect(Object.keys(answer.json())).toEqual(Object.keys(expected));
});

test.each([
  "None",
  "0 Minutes",
  "5 Minutes",
  "10 Minutes",
  "15 Minutes",
  "30 Minutes",
  "1 Hour",
  "2 Hours",
  "3 Hours",
  "4 Hours",
  "5 Hours",
  "6 Hours",
  "12 Hours",
  "1 Day",
])("takes %s, in any letter case", async (word) => {
  expect((await put({ reminder: word.toUpperCase() })).json().reminder).toBe(word);
  expect((await get()).json().reminder).toBe(word);
});

test("every field can be changed, alone and together; nothing sent changes nothing", async () => {
  const form = {
    reminder: "30 Minutes",
    subject: "At last: #EVENTTITLE#",
    location: "Online",
    body: "Be there.\n#JOINURL#",
  };
  const answer = await put(form);
  expect([answer.statusCode, answer.json()]).toEqual([200, form]);
  expect(Object.keys(answer.json())).toEqual(["reminder", "subject", "location", "body"]);
  expect((await put({ location: "Hall 1" })).json()).toEqual({ ...form, location: "Hall 1" });
  const before = await remember();
  expect((await put({ reminder: "", other: "x" })).json()).toEqual({ ...form, location: "Hall 1" });
  expect(await remember()).toBe(before);
  const { rows } = await app.database.pool.query(
    "select kind, actor from changes where event_id = $1 and kind like 'cal%'",
    [eventId],
  );
  expect(rows).toEqual(Array(2).fill({ kind: "calendar-reminder.updated", actor: `token:${token.id}` }));
});

test.each([
  [{ reminder: "7 Minutes" }, "reminder"],
  [{ reminder: "15" }, "reminder"],
  [{ subject: "x".repeat(251) }, "subject"],
  [{ subject: "a\nb" }, "subject"],
  [{ location: "x".repeat(251) }, "location"],
  [{ location: "a\r\nb" }, "location"],
  [{ body: "x".repeat(100_001) }, "body"],
])("refuses %j and stays as it is", async (wrong, named) => {
  const before = await remember();
  const answer = await put({ body: "Changed?", ...wrong } as unknown as Record<string, string>);
  expect([answer.statusCode, answer.json()]).toEqual([400, { message: `Invalid value for the ${named} parameter.` }]);
  expect(await remember()).toBe(before);
});

test("once the event has started its minutes are locked, and only they", async () => {
  app.clock.now = new Date(startsAt.getTime() - 1);
  expect((await put({ reminder: "5 Minutes" })).statusCode).toBe(200);
  app.clock.now = startsAt;
  const before = await remember();
  const answer = await put({ reminder: "10 Minutes", location: "Changed?" });
  const message = "The reminder can't be updated after the event has started.";
  expect([answer.statusCode, answer.json()]).toEqual([412, { message }]);
  expect(await remember()).toBe(before);
  const allowed = await put({ reminder: "5 Minutes", location: "Hall 2" });
  expect([allowed.statusCode, allowed.json().location]).toEqual([200, "Hall 2"]);
});

test("a start by the producer's hand locks it too", async () => {
  app.clock.now = new Date(startsAt.getTime() - 600_000);
  await app.build.changeEvent(eventId, { startedAt: app.clock.now });
  expect((await put({ reminder: "None" })).statusCode).toBe(412);
});

test("an event without one, such as a hub, has none to read or change", async () => {
  await app.database.pool.query("delete from calendar_reminders where event_id = $1", [eventId]);
  for (const answer of [await get(), await put({ location: "x" })])
    expect([answer.statusCode, answer.json().message]).toEqual([404, `The event ${eventId} doesn't exist.`]);
});
