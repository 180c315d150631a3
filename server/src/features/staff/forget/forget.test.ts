import { afterAll, expect, test } from "vitest";
import { createDoors, putGate } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { registrantFields } from "../../admission/registration/form/fields.ts";

const app = await withApp();
const clientId = (await app.build.client()).id;
const childId = (await app.build.client({ parentId: clientId })).id;
const token = await app.build.token(clientId);
const at = createDoors(app);

afterAll(() => at.drain());

const newEvent = (client = clientId) => app.build.event(client);

async function register(eventId: number, email: string, client = clientId): Promise<number> {
  const form = { ...everything, email };
  const by = client === clientId ? token : await app.build.token(client);
  const path = `POST /client/${client}/event/${eventId}/registrant?honorvalidation=N`;
  return (await app.call(by, path, { form })).json().eventuserid;
}

const everything = {
  ...Object.fromEntries(registrantFields.map(({ wireName }) => [wireName, `private ${wireName}`])),
  workphone: "4155550101",
  homephone: "4155550102",
  eventemail: "Y",
  marketingemail: "Y",
};

const forget = (form: Record<string, string>, by = token) =>
  app.call(by, `POST /client/${by.clientId}/forget`, { form });

async function rowOf(id: number) {
  const { rows } = await app.database.pool.query("select * from registrants where id = $1", [id]);
  return rows[0];
}

test("overwrites what is published and everything else that is personal, and says what", async () => {
  const event = await newEvent();
  const id = await register(event.id, "Gina@acme.com");
  const answer = await forget({ email: "gina@ACME.com" });
  expect([answer.statusCode, answer.json()]).toEqual([200, { deletedregistrants: { eventuserids: [id] } }]);
  const row = await rowOf(id);
  expect(row).toMatchObject({
    email: `${id}-deleted`,
    first_name: "deleted",
    last_name: "deleted",
    event_email: "N",
    marketing_email: "N",
    status: "forgotten",
    partner_ref: "private partnerref",
    utm_source: "private utmsource",
  });
  const kept = ["partner_ref", "attendee_type", "source_campaign_code"];
  const left = Object.entries(row).filter(
    ([column, value]) => String(value).includes("private") && !kept.includes(column) && !column.startsWith("utm_"),
  );
  expect(left).toEqual([]);
  const { forgettings } = await operated<{ forgettings: { forgettingId: number }[] }>(
    app,
    `GET /clients/${clientId}/forgettings`,
  );
  const proof = await operated(app, `GET /clients/${clientId}/forgettings/${forgettings[0]?.forgettingId}`);
  expect(proof).toMatchObject({
    scope: "people",
    actor: `token:${token.id}`,
    completedAt: expect.any(String),
    people: 1,
    registrants: [{ registrantId: id, eventId: event.id, forgottenAt: expect.any(String) }],
  });
  const { registrants } = proof as { registrants: { overwritten: string[] }[] };
  expect(registrants[0]?.overwritten).toEqual(expect.arrayContaining(["email", "first_name", "std10", "work_phone"]));
  expect(JSON.stringify(proof).toLowerCase()).not.toContain("gina");
  const list = await app.call(token, `GET /client/${clientId}/event/${event.id}/registrant?userstatus=forgotten`);
  expect(list.json()).toMatchObject({ totalregistrants: 1, registrants: [{ eventuserid: id, firstname: "deleted" }] });
});

test("several addresses, everywhere or in one event only, and sub-accounts too; nobody twice", async () => {
  const [one, two, below] = [await newEvent(), await newEvent(), await newEvent(childId)];
  const ids = [
    await register(one.id, "a@acme.com"),
    await register(one.id, "b+x@acme.com"),
    await register(two.id, "a@acme.com"),
    await register(below.id, "a@acme.com", childId),
  ];
  const first = await forget({ email: "a@acme.com", eventid: String(two.id) });
  expect(first.json()).toEqual({ deletedregistrants: { eventuserids: [ids[2]] } });
  const rest = await forget({ email: " a@acme.com, b+x@acme.com ,nobody@acme.com" });
  expect(rest.json().deletedregistrants.eventuserids).toEqual([ids[0], ids[1], ids[3]]);
  const proofs = `/clients/${clientId}/forgettings`;
  const newest = await operated<{ forgettings: { forgettingId: number; people: number }[]; next: string }>(
    app,
    `GET ${proofs}?limit=1`,
  );
  expect(newest.forgettings).toMatchObject([{ people: 3 }]);
  expect(await operated(app, `GET ${proofs}?limit=1&cursor=${newest.next}`)).toMatchObject({
    forgettings: [{ people: 1, eventId: two.id }],
  });
  const proof = `${proofs}/${newest.forgettings[0]?.forgettingId}`;
  const some = await operated<{ next: string }>(app, `GET ${proof}?limit=2`);
  expect(some).toMatchObject({ registrants: [{ registrantId: ids[0] }, { registrantId: ids[1] }] });
  const others = await operated(app, `GET ${proof}?limit=2&cursor=${some.next}`);
  expect(others).toMatchObject({ registrants: [{ registrantId: ids[3] }] });
  expect(others).not.toHaveProperty("next");
  const again = await forget({ email: "a@acme.com" });
  expect([again.statusCode, again.json()]).toEqual([
    404,
    { message: "No registrant was found for that email address" },
  ]);
});

test("never reaches another client's people", async () => {
  const event = await newEvent();
  const id = await register(event.id, "safe@acme.com");
  const stranger = await app.build.token((await app.build.client()).id);
  expect((await forget({ email: "safe@acme.com" }, stranger)).statusCode).toBe(404);
  expect((await forget({ email: "safe@acme.com", eventid: String(event.id) }, stranger)).statusCode).toBe(404);
  const all = await app.call(stranger, `POST /client/${stranger.clientId}/forgetall`);
  expect(all.json()).toEqual({ deletedregistrants: { eventuserids: [] } });
  expect(await rowOf(id)).toMatchObject({ email: "safe@acme.com", status: "active" });
  const other = stranger.clientId;
  expect((await operate(app, `GET /clients/${other}/forgettings/501`)).json()).toMatchObject({
    status: 404,
    title: "forgetting.unknown",
  });
});

test("refuses without an address, or with an event that is no number", async () => {
  expect((await forget({})).json()).toEqual({ message: "The email parameter is missing." });
  expect((await forget({ email: " , " })).json()).toEqual({ message: "The email parameter is missing." });
  expect((await forget({ email: "a@b.co", eventid: "x" })).json()).toEqual({
    message: "Invalid value for the eventid parameter.",
  });
});

test("a whole event: who waits is forgotten too, without being told of; totals stay as they were", async () => {
  const event = await newEvent();
  const ids = [await register(event.id, "a@acme.com"), await register(event.id, "gone@acme.com")];
  const path = `POST /client/${clientId}/event/${event.id}`;
  await app.call(token, `${path}/registrant`, { form: { email: "gone@acme.com", isdeleted: "Y" } });
  await putGate(app, event, "capacity", { seats: 1 });
  const waiting = await at.enter("page", event.id, "waits@acme.com");
  const answer = await app.call(token, `${path}/forgetall`, { headers: { accept: "application/xml" } });
  expect(answer.headers["content-type"]).toMatch("application/xml");
  for (const id of ids) expect(answer.body).toContain(String(id));
  expect(answer.body).not.toContain(String(waiting.id));
  expect(await rowOf(waiting.id)).toMatchObject({
    email: `${waiting.id}-deleted`,
    status: "denied",
    queue_number: null,
  });
  const list = await app.call(token, `GET /client/${clientId}/event/${event.id}/registrant?userstatus=forgotten`);
  expect(list.json().totalregistrants).toBe(2);
  const { rows } = await app.database.pool.query("select registrants from event_totals where event_id = $1", [
    event.id,
  ]);
  expect(rows).toEqual([{ registrants: 1 }]);
  const { listDriftedTotals } = await import("../../insight/counters/drifts.ts");
  expect((await listDriftedTotals(app.database.db)).filter((drift) => drift.eventId === event.id)).toEqual([]);
});

test("an event that has begun, or is over, is no reason to remember", async () => {
  const event = await newEvent();
  const id = await register(event.id, "late@acme.com");
  await app.database.pool.query(
    "update events set live_starts_at = now() - interval '2 days', live_ends_at = now() - interval '1 day' where id = $1",
    [event.id],
  );
  app.app.caches.events.clear();
  const answer = await app.call(token, `POST /client/${clientId}/event/${event.id}/forgetall`);
  expect(answer.json()).toEqual({ deletedregistrants: { eventuserids: [id] } });
});

test("asked by many at once, people are forgotten and stay on the list of the forgotten", async () => {
  const event = await newEvent();
  const ids = [await register(event.id, "one@acme.com"), await register(event.id, "two@acme.com")];
  const path = `POST /client/${clientId}/event/${event.id}/forgetall`;
  const again = { email: "one@acme.com", firstname: "A", lastname: "B", company: "C" };
  const answers = await Promise.all([
    ...[1, 2, 3].map(() => app.call(token, path)),
    forget({ email: "two@acme.com,one@acme.com" }),
    app.call(token, `POST /client/${clientId}/event/${event.id}/registrant`, { form: again }),
  ]);
  for (const { statusCode } of answers) expect([200, 404]).toContain(statusCode);
  for (const id of ids)
    expect(await rowOf(id)).toMatchObject({ status: "forgotten", email: `${id}-deleted`, first_name: "deleted" });
});

test("mails of forgotten people are not sent, and what lies in the mailbox is gone", async () => {
  const event = await newEvent();
  const id = await register(event.id, "mail@acme.com");
  await app.database.pool.query(
    `insert into mailbox (client_id, event_id, registrant_id, kind, sender, recipient, subject, html, text)
     values ($1, $2, $3, 'confirmation', 's', 'mail@acme.com', '', '', '')`,
    [clientId, event.id, id],
  );
  await forget({ email: "mail@acme.com" });
  const { rows } = await app.database.pool.query(
    `select (select count(*) from mailbox where registrant_id = $1) as lying,
       (select state from mails where registrant_id = $1) as state`,
    [id],
  );
  expect(rows).toEqual([{ lying: 0, state: "suppressed" }]);
});

test("more than 100,000 are refused before anything changes; a process that died is gone on for by a job", async () => {
  const { id: big } = await app.build.client();
  const event = await newEvent(big);
  const { pool } = app.database;
  const fill = (from: number, to: number) =>
    pool.query(
      `insert into registrants (client_id, event_id, email, email_key)
       select $1, $2, 'p' || n || '@acme.com', 'p' || n || '@acme.com' from generate_series($3::int, $4::int) n`,
      [big, event.id, from, to],
    );
  await fill(1, 100_001);
  const by = await app.build.token(big);
  const refused = await app.call(by, `POST /client/${big}/event/${event.id}/forgetall`);
  expect([refused.statusCode, refused.json()]).toEqual([
    400,
    { message: "You have exceeded the maximum number of user to be deleted (100,000)" },
  ]);
  const { rows: none } = await pool.query("select count(*) from forgettings where client_id = $1", [big]);
  expect(none).toEqual([{ count: 0 }]);

  // As a kill -9 leaves it: the plan is committed, some are forgotten, nobody goes on.
  await pool.query("delete from registrants where client_id = $1 and id % 50 <> 0", [big]);
  const { planForgetting, insertForgetting, lockPlanned, overwritePeople } = await import("./queries.ts");
  const whom = { clientId: big, clientIds: [big] };
  const id = await insertForgetting(app.database.db, whom, { scope: "client", actor: "test", people: 2000 });
  await planForgetting(app.database.db, whom, id);
  await app.database.db.transaction().execute(async (tx) => {
    await overwritePeople(
      tx,
      { clientId: big, forgettingId: id },
      await lockPlanned(tx, { clientId: big, forgettingId: id }, { after: 0, most: 500 }),
    );
  });
  await app.runJob("finish-forgettings");
  // Somebody who was asked a moment ago may still be at it.
  const done = await pool.query("select from registrants where client_id = $1 and status = 'forgotten'", [big]);
  expect(done.rowCount).toBe(500);
  await pool.query("update forgettings set asked_at = asked_at - interval '2 minutes' where id = $1", [id]);
  await app.runJob("finish-forgettings");
  const { rows } = await pool.query(
    `select count(*) filter (where email like '%@%') as known, count(*) as people,
       (select completed_at is not null from forgettings where client_id = $1 and id = $2) as completed
     from registrants where client_id = $1`,
    [big, id],
  );
  expect(rows).toEqual([{ known: 0, people: 2000, completed: true }]);
});
