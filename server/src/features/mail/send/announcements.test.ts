import { beforeEach, expect, test } from "vitest";
import { type TestApp, withApp } from "../../../../test/harness.ts";
import { addMail, addPerson, compose, composed, type Person, readCalendar } from "../../../../test/mail-fixture.ts";

const app = await withApp({ publicUrl: "https://webinars.example.com" });
app.clock.now = new Date("2030-03-01T12:00:00Z");
const token = await app.build.token((await app.build.client()).id);
let event: Awaited<ReturnType<TestApp["build"]["event"]>>;
let path: string;
let gina: Person;
beforeEach(async () => {
  event = await app.build.event(token.clientId, { title: "Live", startsAt: new Date("2030-03-05T17:00:00Z") });
  path = `/client/${token.clientId}/event/${event.id}`;
  gina = await addPerson(app, event);
  await addMail(app, gina, "confirmation");
});

async function move(form: Record<string, string>) {
  const answer = await app.call(token, `PUT ${path}`, { form });
  expect(answer.statusCode, answer.body).toBe(200);
}

async function owed(): Promise<[number, string, string, string][]> {
  const { rows } = await app.database.pool.query(
    `select registrant_id, kind, occasion, state from mails where event_id = $1 and kind <> 'confirmation'
     order by registrant_id, kind, occasion`,
    [event.id],
  );
  return rows.map((row) => [row.registrant_id, row.kind, row.occasion, row.state]);
}

test("moving an event owes the news to everybody who has it in the calendar", async () => {
  const states = ["claimed", "handed-over", "unacknowledged", "due", "suppressed", "failed", "bounced"];
  const people: Person[] = [];
  for (const state of states) {
    const person = await addPerson(app, event);
    await addMail(app, person, "confirmation", state);
    people.push(person);
  }
  for (const status of ["deleted", "waitlisted"] as const)
    await addMail(app, await addPerson(app, event, { status }), "confirmation");
  await addPerson(app, event);
  await move({ livestart: "2030-03-06T18:00:00-08:00" });
  expect(await owed()).toEqual([]);
  await app.runJobs();
  const told = [gina, ...people.slice(0, 3)].map(({ registrantId }) => [registrantId, "moved", "1", "due"]);
  expect(await owed()).toEqual(told);
  await app.runJobs();
  expect(await owed()).toEqual(told);
});

test("the news moves the entry that the confirmation made", async () => {
  const before = readCalendar((await composed(app, gina, "confirmation")).calendar?.content ?? "");
  await move({ livestart: "2030-03-06T18:00:00-08:00" });
  const mail = await composed(app, gina, "moved", "1");
  expect(mail.subject).toBe("Please note the change - Live");
  expect(mail.text).toContain("Date and time: Wednesday, March 6, 2030 at 6:00 PM PST");
  const after = readCalendar(mail.calendar?.content ?? "");
  expect([mail.calendar?.method, after.method]).toEqual(["REQUEST", "REQUEST"]);
  expect(after.event.uid).toBe(before.event.uid);
  expect([before.event.sequence, after.event.sequence]).toEqual([0, 1]);
  expect(after.event.startDate.toString()).toBe("2030-03-07T02:00:00Z");
});

test.each([
  ["title", { title: "Another" }],
  ["length", { liveduration: "90" }],
  ["zone", { timeZone: "Europe/Berlin" }],
])("another %s is news", async (_, form) => {
  await move(form);
  await app.runJobs();
  expect(await owed()).toEqual([[gina.registrantId, "moved", "1", "due"]]);
});

test("what no calendar shows is no news, nor is what changes nothing, nor a refused change", async () => {
  await move({ promotionalsummary: "Come!", language: "de" });
  await move({ title: "Live" });
  expect((await app.call(token, `PUT ${path}`, { form: { livestart: "yesterday" } })).statusCode).toBe(400);
  await app.runJobs();
  expect(await owed()).toEqual([]);
  expect(readCalendar((await composed(app, gina, "confirmation")).calendar?.content ?? "").event.sequence).toBe(0);
});

test("of several moves only the last one is told", async () => {
  await move({ title: "Second" });
  await app.runJobs();
  await move({ title: "Third" });
  await move({ title: "Fourth" });
  await app.runJobs();
  expect((await owed()).map(([, , occasion]) => occasion)).toEqual(["1", "3"]);
  expect(await compose(app, gina, "moved", "1")).toBe("The event has changed again.");
  expect(await compose(app, gina, "moved", "3")).toMatchObject({ subject: "Please note the change - Fourth" });
});

test("more people than one chunk: each is told once, wherever a worker was killed", async () => {
  await app.database.pool.query(
    `with people as (insert into registrants (client_id, event_id, email, email_key)
       select $1, $2, 'crowd-' || n || '@acme.com', 'crowd-' || n || '@acme.com' from generate_series(1, 2000) n returning client_id, event_id, id)
     insert into mails (client_id, event_id, registrant_id, kind, state)
     select client_id, event_id, id, 'confirmation', 'sent' from people`,
    [event.clientId, event.id],
  );
  await move({ title: "Crowded" });
  const { rows } = await app.database.pool.query(
    "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where identifier = 'announce-event-change'",
  );
  await app.runJobs();
  expect(await owed()).toHaveLength(2001);
  // As if the first chunk's job had been lost after its work and were done again.
  await app.database.pool.query("select graphile_worker.add_job('announce-event-change', $1::json)", [
    JSON.stringify(rows[0].payload),
  ]);
  await app.runJobs();
  expect(await owed()).toHaveLength(2001);
});

test("deleting an event cancels the entry", async () => {
  const before = readCalendar((await composed(app, gina, "confirmation")).calendar?.content ?? "");
  expect((await app.call(token, `DELETE ${path}`)).statusCode).toBe(200);
  await app.runJobs();
  expect(await owed()).toEqual([[gina.registrantId, "cancelled", "", "due"]]);
  const mail = await composed(app, gina, "cancelled");
  expect([mail.subject, mail.calendar?.method]).toEqual(["Cancelled - Live", "CANCEL"]);
  const { method, event: entry, component } = readCalendar(mail.calendar?.content ?? "");
  expect([method, entry.uid, entry.sequence]).toEqual(["CANCEL", before.event.uid, 1]);
  expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect(component.getFirstSubcomponent("valarm")).toBeNull();
});

test("whoever was to be confirmed hears that the event is cancelled, as no confirmation comes any more", async () => {
  const people: Person[] = [];
  for (const state of ["due", "claimed", "handed-over", "unacknowledged", "suppressed", "failed", "bounced"]) {
    const person = await addPerson(app, event);
    await addMail(app, person, "confirmation", state);
    people.push(person);
  }
  await addPerson(app, event);
  await app.call(token, `DELETE ${path}`);
  await app.runJobs();
  const told = [gina, ...people.slice(0, 5)].map(({ registrantId }) => [registrantId, "cancelled", "", "due"]);
  expect(await owed()).toEqual(told);
});

test("nobody hears of a move after the event has begun, nor of the deletion of one that is over", async () => {
  app.clock.now = new Date("2030-03-05T17:10:00Z");
  await move({ title: "Running" });
  const over = await app.build.event(event.clientId, { startsAt: new Date("2029-01-01T00:00:00Z") });
  await addMail(app, await addPerson(app, over), "confirmation");
  expect((await app.call(token, `DELETE /client/${event.clientId}/event/${over.id}`)).statusCode).toBe(200);
  await app.runJobs();
  expect(await owed()).toEqual([]);
  const { rows } = await app.database.pool.query("select from mails where event_id = $1 and kind = 'cancelled'", [
    over.id,
  ]);
  expect(rows).toEqual([]);
  app.clock.now = new Date("2030-03-01T12:00:00Z");
});
