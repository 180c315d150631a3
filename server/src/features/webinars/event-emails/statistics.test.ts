import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { addMail, addPerson } from "../../../../test/mail-fixture.ts";

const app = await withApp();
const token = await app.build.token((await app.build.client()).id);
const event = await app.build.event(token.clientId);
const path = `/client/${token.clientId}/event/${event.id}/emailstatistics`;

const labels = [
  "Confirmation Email",
  "Reminder Email #1",
  "Reminder Email #2",
  "Reminder Email #3",
  "Follow Up Email - Attendees",
  "Follow Up Email - No Shows",
];

const none = {
  sent: 0,
  opened: 0,
  openrate: 0,
  delivered: 0,
  deliveryrate: 0,
  clicked: 0,
  clickedthroughrate: 0,
  clicktoopenrate: 0,
};

test("every e-mail of the event is listed, also before anything was sent", async () => {
  const { eventId, emailStatistics } = (await app.call(token, `GET ${path}`)).json();
  expect(eventId).toBe(event.id);
  expect(emailStatistics.map(({ email }: { email: string }) => email)).toEqual(labels);
  expect(emailStatistics[0]).toEqual({ email: labels[0], subject: "Confirmation - #EVENTTITLE#", ...none });
});

test("rates are shares as in the published example", async () => {
  const counts = { sent: 4, bounced: 2, opened: 1, clicked: 2 };
  const place = { clientId: token.clientId, eventId: event.id };
  await app.database.db
    .insertInto("eventMailTotals")
    .values([
      { ...place, kind: "reminder-2", ...counts },
      { ...place, kind: "reminder-1", sent: 3, bounced: 0, opened: 2, clicked: 1 },
    ])
    .execute();
  // Our own mails are no e-mails of the event, and another client's figures are its own.
  await addMail(app, await addPerson(app, event), "moved", "sent", "1");
  const other = await app.build.event((await app.build.client()).id);
  await addMail(app, await addPerson(app, other), "confirmation");
  const { emailStatistics } = (await app.call(token, `GET ${path}`)).json();
  expect(emailStatistics).toHaveLength(6);
  expect(emailStatistics[0]).toMatchObject({ sent: 0 });
  expect(emailStatistics[2]).toEqual({
    email: "Reminder Email #2",
    subject: "Starting soon - #EVENTTITLE#",
    sent: 4,
    opened: 1,
    openrate: 0.25,
    delivered: 2,
    deliveryrate: 0.5,
    clicked: 2,
    clickedthroughrate: 0.5,
    clicktoopenrate: 2,
  });
  expect(emailStatistics[1]).toMatchObject({ openrate: 0.6667, deliveryrate: 1, clickedthroughrate: 0.3333 });
});

test("it is none of the operations that are published with XML", async () => {
  const answer = await app.call(token, `GET ${path}`, { headers: { accept: "application/xml" } });
  expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
});

test("another client's event and an unknown one are 404", async () => {
  const other = await app.build.event((await app.build.client()).id);
  for (const eventId of [other.id, 999]) {
    const answer = await app.call(token, `GET /client/${token.clientId}/event/${eventId}/emailstatistics`);
    expect([answer.statusCode, answer.json().message]).toEqual([404, `The event ${eventId} doesn't exist.`]);
  }
});
