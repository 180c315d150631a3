import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { addPerson, composed, readCalendar } from "../../../../test/mail-fixture.ts";
import { operate } from "../../../../test/operator-api.ts";

const app = await withApp({ mailFrom: "webinars@example.com" });
const clientId = (await app.build.client()).id;

const set = (address: unknown, id = clientId) => operate(app, `PUT /clients/${id}/mail-sender`, { address });

test("a client's mails, invites and answers of the API come from its own address, and no other client's", async () => {
  const event = await app.build.event(clientId);
  const other = await app.build.event((await app.build.client()).id);
  const token = await app.build.token(clientId);
  const from = async () =>
    (await app.call(token, `GET /client/${clientId}/event/${event.id}/email`)).json().emails[0].from;
  expect(await from()).toBe("webinars@example.com");
  const answer = await set("events@acme.com");
  expect([answer.statusCode, answer.json()]).toEqual([200, { address: "events@acme.com" }]);
  const mail = await composed(app, await addPerson(app, event), "confirmation");
  expect(mail.from).toEqual({ name: "Webcast", address: "events@acme.com" });
  expect(mail.messageId).toMatch(/@acme\.com>$/);
  // Our own server sends it: that is what bounces must find.
  expect(mail.envelopeFrom).toBe("webinars@example.com");
  expect(readCalendar(mail.calendar?.content ?? "").event.organizer).toBe("mailto:events@acme.com");
  expect((await composed(app, await addPerson(app, other), "confirmation")).from.address).toBe("webinars@example.com");
  await expect.poll(from).toBe("events@acme.com");
  await set(null);
  expect((await composed(app, await addPerson(app, event), "confirmation")).from.address).toBe("webinars@example.com");
});

test("what is no address of a sender is refused, and changes nothing", async () => {
  await set("events@acme.com");
  for (const address of [
    "Events <events@acme.com>",
    "a@b",
    "a@b.de\r\nBcc: x@y.de",
    "grüße@acme.com",
    "a,b@acme.com",
  ]) {
    const answer = await set(address);
    expect([answer.statusCode, answer.json().detail], address).toEqual([
      400,
      "The sender must be an e-mail address in plain ASCII.",
    ]);
  }
  for (const address of [5, undefined, `${"a".repeat(250)}@b.de`]) expect((await set(address)).statusCode).toBe(400);
  const { rows } = await app.database.pool.query("select mail_from from clients where id = $1", [clientId]);
  expect(rows).toEqual([{ mail_from: "events@acme.com" }]);
  const unknown = await set("events@acme.com", 999_999);
  expect([unknown.statusCode, unknown.json().detail]).toEqual([404, "The client 999999 doesn't exist."]);
});
