import { expect, test } from "vitest";
import { OPERATOR_KEY, withApp } from "../../../../test/harness.ts";

const app = await withApp();
const { id: clientId } = await app.build.client({ name: "Acme" });
const eventId = (await app.build.event(clientId, { title: "First <title>" })).id;
const { db } = app.database;
const emailId = await idOfEmail(eventId);
await db
  .updateTable("eventEmails")
  .set({ subject: "#EVENTTITLE# for #FIRSTNAME#", body: "#EMAIL# of #CLIENTNAME#: #JOINURL#, #PRESENTERNAMES#" })
  .where("id", "=", emailId)
  .execute();

async function idOfEmail(ofEvent: number): Promise<number> {
  const query = app.database.db.selectFrom("eventEmails").select("id").where("eventId", "=", ofEvent);
  return (await query.orderBy("id").executeTakeFirstOrThrow()).id;
}

async function preview(path = `${clientId}/events/${eventId}/emails/${emailId}/preview`, key = OPERATOR_KEY) {
  const answer = await app.app.server.inject({
    url: `/api/clients/${path}`,
    headers: { authorization: `Bearer ${key}` },
  });
  return { status: answer.statusCode, ...answer.json() };
}

test("shows an e-mail as the sample person would get it, with links that open nothing", async () => {
  const shown = await preview();
  const join = `http://lectern.test/wcc/p/${eventId}/preview/join`;
  expect(shown).toMatchObject({
    status: 200,
    subject: "First <title> for Sam",
    text: `sam.sample@example.com of Acme: ${join}, `,
  });
  expect(shown.html).toContain(
    `<p>sam.sample@example.com of Acme: <a href="${join}" style="color:#3046c9;word-break:break-all">${join}</a>, </p>`,
  );
});

test("a new title and the event's speakers show at once", async () => {
  const { pool } = app.database;
  await app.build.changeEvent(eventId, { title: "Second title" });
  await pool.query(
    `insert into speakers (client_id, event_id, widget_id, position, name, email)
     select w.client_id, w.event_id, w.id, p.position, p.name, 'x@acme.com'
     from widgets w, (values (2, 'Grace'), (1, 'Ada')) p (position, name) where w.event_id = $1 and w.kind = 'speaker-bio'`,
    [eventId],
  );
  const shown = await preview();
  expect(shown.subject).toBe("Second title for Sam");
  expect(shown.text).toMatch(/Ada, Grace$/);
});

test("shows it for a registrant", async () => {
  const token = await app.build.token(clientId);
  const form = { email: "gina@acme.com", firstname: "<b>Gina</b>", lastname: "G", company: "Acme" };
  const registered = await app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, { form });
  const registrantId = registered.json().eventuserid;
  const path = `${clientId}/events/${eventId}/emails/${emailId}/preview?registrantId=`;
  const shown = await preview(`${path}${registrantId}`);
  expect(shown.subject).toBe("Second title for <b>Gina</b>");
  expect(shown.html).toContain("<title>Second title for &#60;b&#62;Gina&#60;/b&#62;</title>");
  expect(await preview(`${path}5`)).toMatchObject({ status: 404, detail: "The registrant 5 doesn't exist." });
  const other = await app.build.event(clientId);
  const elsewhere = `${clientId}/events/${other.id}/emails/${await idOfEmail(other.id)}/preview`;
  expect(await preview(`${elsewhere}?registrantId=${registrantId}`)).toMatchObject({ status: 404 });
});

test("refuses what is not there, and whoever is not the operator", async () => {
  const stranger = await app.build.client();
  const cases = [
    [`${stranger.id}/events/${eventId}/emails/${emailId}/preview`, `The event ${eventId} doesn't exist.`],
    [`${clientId}/events/1/emails/${emailId}/preview`, "The event 1 doesn't exist."],
    [`${clientId}/events/${eventId}/emails/1/preview`, "The email 1 doesn't exist"],
  ] as const;
  for (const [path, detail] of cases) expect(await preview(path)).toMatchObject({ status: 404, detail });
  expect(await preview(`${clientId}/events/${eventId}/emails/1e300/preview`)).toMatchObject({ status: 400 });
  expect(await preview(undefined, "wrong")).toMatchObject({ status: 401 });
});
