import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
const startsAt = new Date("2030-06-04T16:00:00Z");
const eventId = (await app.build.event(clientId, { startsAt })).id;
const emails = await list();

type Wire = Record<string, string | number>;

async function list(id = eventId): Promise<Wire[]> {
  return (await app.call(token, `GET /client/${clientId}/event/${id}/email`)).json().emails;
}

const kinds = ["confirmation", "reminder-1", "reminder-2", "reminder-3", "follow-up-attended", "follow-up-missed"];
function emailOf(kind: string): Wire {
  return emails[kinds.indexOf(kind)] as Wire;
}

function put(kind: string, form: Record<string, string>) {
  return app.call(token, `PUT /client/${clientId}/event/${eventId}/email/${emailOf(kind).emailid}`, { form });
}

async function remember(): Promise<string> {
  const { rows } = await app.database.pool.query(
    "select (select json_agg(e order by id) from event_emails e) e, (select json_agg(c) from calendar_reminders c) c, (select count(*) from changes) n",
  );
  return JSON.stringify(rows);
}

test("a new event has its six e-mails", async () => {
  const answer = await app.call(token, `GET /client/${clientId}/event/${eventId}/email`);
  expect([answer.statusCode, answer.json().eventid]).toEqual([200, eventId]);
  const overview = emails.map(({ emailtype, activated, whentosend }) => [emailtype, activated, whentosend]);
  expect(overview).toEqual([
    ["Confirmation Email", "Y", undefined],
    ["Reminder Email #1", "Y", "1 Day Before Event"],
    ["Reminder Email #2", "Y", "1 Hour Before Event"],
    ["Reminder Email #3", "N", "15 Minutes Before Event"],
    ["Follow Up Email - Attendees", "N", "1 Day After Event"],
    ["Follow Up Email - No Shows", "N", "1 Day After Event"],
  ]);
  expect(emailOf("reminder-1")).toEqual({
    emailid: expect.any(Number),
    emailtype: "Reminder Email #1",
    activated: "Y",
    whentosend: "1 Day Before Event",
    from: "do_not_reply@lectern.test",
    fromlabel: "Webcast",
    replyto: "do_not_reply@lectern.test",
    subject: "Reminder - #EVENTTITLE#",
    body: expect.stringContaining("A friendly reminder that #EVENTTITLE#"),
  });
});

test("every field can be changed", async () => {
  const form = {
    activated: "n",
    whentosend: "custom DATE and time",
    goodafter: "2030-06-02T09:00:00-07:00",
    fromlabel: "ON24Webcast",
    replyto: " events+x@acme.com ",
    subject: "Reminder: #EVENTTITLE# & more",
    body: "<p>Tomorrow</p>",
  };
  const answer = await put("reminder-1", form);
  const expected = {
    emailid: emailOf("reminder-1").emailid,
    emailtype: "Reminder Email #1",
    activated: "N",
    whentosend: "Custom Date and Time",
    goodafter: "2030-06-02T09:00:00-07:00",
    from: "do_not_reply@lectern.test",
    fromlabel: "ON24Webcast",
    replyto: "events+x@acme.com",
    subject: "Reminder: #EVENTTITLE# & more",
    body: "<p>Tomorrow</p>",
  };
  expect([answer.statusCode, answer.json()]).toEqual([200, expected]);
  expect((await list())[1]).toEqual(expected);
  const { rows } = await app.database.pool.query(
    "select event_id, kind, subject_id, actor from changes where kind like 'event-email%'",
  );
  expect(rows).toEqual([
    { event_id: eventId, kind: "event-email.updated", subject_id: expected.emailid, actor: `token:${token.id}` },
  ]);
});

test("what is not sent stays; nothing sent changes nothing; what was read can be sent back", async () => {
  await put("reminder-2", { whentosend: "2 Days Before Event", subject: "Mine" });
  const before = await remember();
  const present = await put("reminder-2", { unknown: "1", fromlabel: "" });
  expect([present.statusCode, present.json().subject]).toEqual([200, "Mine"]);
  expect(await remember()).toBe(before);
  const more = (await put("reminder-2", { activated: "Y" })).json();
  expect(more).toMatchObject({ subject: "Mine", whentosend: "2 Days Before Event", activated: "Y" });
  const { emailid: _, emailtype: __, from: ___, ...readBack } = more;
  expect((await put("reminder-2", readBack)).json()).toEqual(more);
});

test("a custom time comes and goes with its word, and can be moved alone", async () => {
  expect(
    (await put("reminder-3", { whentosend: "Custom Date And Time", goodafter: "2030-06-01T10:00:00" })).json(),
  ).toMatchObject({
    goodafter: "2030-06-01T10:00:00-07:00",
  });
  const us = (await put("reminder-3", { goodafter: "06/02/2030 08:00 AM" })).json();
  expect(us).toMatchObject({ whentosend: "Custom Date and Time", goodafter: "2030-06-02T08:00:00-07:00" });
  expect((await put("reminder-3", { whentosend: "Custom Date And Time", subject: "x" })).statusCode).toBe(200);
  app.clock.now = new Date("2030-06-03T00:00:00Z");
  // It has passed: kept or sent back it is fine, a new one is not.
  expect((await put("reminder-3", { goodafter: "2030-06-02T08:00:00-07:00", subject: "y" })).statusCode).toBe(200);
  expect((await put("reminder-3", { goodafter: "2030-06-02T08:00:01-07:00" })).statusCode).toBe(400);
  delete app.clock.now;
  const gone = (await put("reminder-3", { whentosend: "when event starts" })).json();
  expect(gone).toMatchObject({ whentosend: "When Event Starts" });
  expect(gone).not.toHaveProperty("goodafter");
  expect((await put("reminder-3", { whentosend: "Custom Date And Time" })).statusCode).toBe(400);
});

test("the misprint of the published list means three days", async () => {
  expect((await put("reminder-3", { whentosend: "Days Before Event" })).json().whentosend).toBe("3 Days Before Event");
});

const LATER = "2030-06-01T10:00:00Z";
test.each([
  ["reminder-1", { activated: "maybe" }, "activated"],
  ["reminder-1", { whentosend: "4 Days Before Event" }, "whentosend"],
  ["reminder-1", { whentosend: "1 Day After Event" }, "whentosend"],
  ["follow-up-missed", { whentosend: "1 Day Before Event" }, "whentosend"],
  ["follow-up-attended", { whentosend: "When Event Starts" }, "whentosend"],
  ["confirmation", { whentosend: "When Event Starts" }, "whentosend"],
  ["confirmation", { whentosend: "Custom Date And Time", goodafter: LATER }, "whentosend"],
  ["confirmation", { goodafter: LATER }, "goodafter"],
  ["follow-up-missed", { goodafter: LATER }, "goodafter"],
  ["follow-up-missed", { whentosend: "2 Days After Event", goodafter: LATER }, "goodafter"],
  ["follow-up-missed", { whentosend: "Custom Date And Time" }, "goodafter"],
  ["follow-up-missed", { whentosend: "Custom Date And Time", goodafter: "soon" }, "goodafter"],
  ["follow-up-missed", { whentosend: "Custom Date And Time", goodafter: "2030-02-30T10:00:00" }, "goodafter"],
  ["follow-up-missed", { whentosend: "Custom Date And Time", goodafter: "2020-01-01T10:00:00" }, "goodafter"],
  ["confirmation", { fromlabel: "Acme Webinars" }, "fromlabel"],
  ["confirmation", { fromlabel: "Café" }, "fromlabel"],
  ["confirmation", { fromlabel: "gina@acme.com" }, "fromlabel"],
  ["confirmation", { fromlabel: "x".repeat(51) }, "fromlabel"],
  ["confirmation", { replyto: "gina" }, "replyto"],
  ["confirmation", { replyto: "Gina <gina@acme.com>" }, "replyto"],
  ["confirmation", { replyto: "gina@acme.com\r\nBcc:x@y.z" }, "replyto"],
  ["confirmation", { replyto: `${"x".repeat(250)}@acme.com` }, "replyto"],
  ["confirmation", { subject: "x".repeat(251) }, "subject"],
  ["confirmation", { subject: "Hello\r\nBcc: everybody@acme.com" }, "subject"],
  ["confirmation", { subject: "   " }, "subject"],
  ["confirmation", { body: "x".repeat(100_001) }, "body"],
  ["confirmation", { body: " \n" }, "body"],
])("%s refuses %j and stays as it is", async (kind, wrong, named) => {
  const before = await remember();
  const answer = await put(kind, { subject: "Changed?", ...wrong } as unknown as Record<string, string>);
  expect([answer.statusCode, answer.json()]).toEqual([400, { message: `Invalid value for the ${named} parameter.` }]);
  expect(await remember()).toBe(before);
});

test("the longest of everything is taken", async () => {
  const form = { fromlabel: "x".repeat(50), subject: "ü".repeat(250), body: "x".repeat(100_000) };
  expect((await put("follow-up-attended", form)).json()).toMatchObject(form);
});

test("an e-mail that is not this event's does not exist", async () => {
  const other = await app.build.event(clientId);
  const stranger = await app.build.client();
  const strangersEvent = await app.build.event(stranger.id);
  const { rows } = await app.database.pool.query("select min(id) as id from event_emails where event_id = $1", [
    strangersEvent.id,
  ]);
  const before = await remember();
  for (const [event, id] of [
    [eventId, "1"],
    [eventId, "abc"],
    [eventId, "9".repeat(30)],
    [eventId, rows[0].id],
    [other.id, emailOf("confirmation").emailid],
  ]) {
    const answer = await app.call(token, `PUT /client/${clientId}/event/${event}/email/${id}`, {
      form: { subject: "Stolen" },
    });
    expect([answer.statusCode, answer.json()]).toEqual([404, { message: `The email ${id} doesn't exist` }]);
  }
  expect(await remember()).toBe(before);
});

test("a copy takes the e-mails along under ids of its own; a custom time keeps its distance from the start", async () => {
  const source = await app.build.event(clientId, { startsAt: new Date("2030-03-05T17:00:00Z") });
  const [, first, second] = await list(source.id);
  const change = (id: unknown, form: Record<string, string>) =>
    app.call(token, `PUT /client/${clientId}/event/${source.id}/email/${id}`, { form });
  // Two days before at noon, in winter; the copy is in summer, in another zone.
  await change(first?.emailid, { whentosend: "Custom Date And Time", goodafter: "2030-03-03T12:00:00-08:00" });
  await change(second?.emailid, { subject: "Ours", replyto: "us@acme.com", activated: "N" });
  const reminder = { reminder: "1 Day", location: "Online" };
  await app.call(token, `PUT /client/${clientId}/event/${source.id}/calendarreminder`, { form: reminder });
  const form = { liveStart: "07/10/2030 09:00 AM", liveDuration: "30", timeZone: "Europe/Paris" };
  const created = await app.call(token, `POST /client/${clientId}/event?eventsource=${source.id}`, { form });
  const copyId = created.json().wccevent.eventId;
  const copies = await list(copyId);
  expect(copies).toHaveLength(6);
  expect(copies[1]).toMatchObject({ whentosend: "Custom Date and Time", goodafter: "2030-07-08T03:00:00-07:00" });
  expect(copies[2]).toMatchObject({ subject: "Ours", replyto: "us@acme.com", activated: "N" });
  const sources = await list(source.id);
  expect(copies.filter((copy) => sources.some(({ emailid }) => emailid === copy.emailid))).toEqual([]);
  const calendar = await app.call(token, `GET /client/${clientId}/event/${copyId}/calendarreminder`);
  expect(calendar.json()).toMatchObject({ eventid: copyId, ...reminder });
});

test("a copy in a zone that the database does not know keeps its custom time", async () => {
  const timeZone = "Canada/East-Saskatchewan";
  const source = await app.build.event(clientId, { startsAt: new Date("2030-03-05T17:00:00Z"), timeZone });
  const id = (await list(source.id))[1]?.emailid;
  const custom = { whentosend: "Custom Date And Time", goodafter: "03/04/2030 08:00 AM" };
  await app.call(token, `PUT /client/${clientId}/event/${source.id}/email/${id}`, { form: custom });
  const form = { liveStart: "07/10/2030 11:00 AM", liveDuration: "30" };
  const created = await app.call(token, `POST /client/${clientId}/event?eventsource=${source.id}`, { form });
  expect((await list(created.json().wccevent.eventId))[1]?.goodafter).toBe("2030-07-09T07:00:00-07:00");
});
