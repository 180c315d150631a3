import { beforeEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const { id: childId } = await app.build.client({ parentId: clientId });
const token = await app.build.token(clientId);
const startsAt = new Date("2027-12-20T17:00:00Z");

beforeEach(() => {
  app.clock.now = new Date("2027-12-01T12:00:00Z");
});

async function remove(eventId: number | string, by = { token, clientId }) {
  const { statusCode, json } = await app.call(by.token, `DELETE /client/${by.clientId}/event/${eventId}`);
  return [statusCode, json().message];
}

async function deletedAt(id: number): Promise<Date | null> {
  const row = await app.database.db.selectFrom("events").select("deletedAt").where("id", "=", id).executeTakeFirst();
  return row?.deletedAt ?? null;
}

function register(eventId: number) {
  const form = { email: "ann@example.com", firstname: "Ann", lastname: "Other", company: "Acme" };
  return app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, { form });
}

const deleted = [200, "Event Successfully Deleted."];
const gone = [410, "Event has already been deleted"];
const unknown = [404, "Event not found for this client or its children"];

test("a deleted event is gone from every door at once; its people stay in the database", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  await register(id);
  expect(await remove(id)).toEqual(deleted);
  for (const request of [
    `GET /client/${clientId}/event/${id}`,
    `PUT /client/${clientId}/event/${id}`,
    `POST /client/${clientId}/event/${id}/registrant`,
    `GET /client/${clientId}/event/${id}/registrant`,
    `GET /client/${clientId}/event/${id}/regfield`,
    `POST /client/${clientId}/event?eventsource=${id}`,
  ]) {
    const answer = await app.call(token, request, request.startsWith("GET") ? {} : { form: { title: "x" } });
    expect([request, answer.statusCode]).toEqual([request, 404]);
  }
  const { events, totalevents } = (await app.call(token, `GET /client/${clientId}/event?includeinactive=Y`)).json();
  expect([totalevents, events]).toEqual([0, []]);
  const people = (await app.call(token, `GET /client/${clientId}/registrant`)).json();
  expect(people).toMatchObject({ totalregistrants: 0, registrants: [] });
  expect((await app.call(token, `GET /client/${clientId}/registrant/ann@example.com`)).statusCode).toBe(404);
  const { rows } = await app.database.pool.query("select 1 from registrants where event_id = $1", [id]);
  expect(rows).toHaveLength(1);
  const changes = app.database.db.selectFrom("changes").select(["kind", "actor"]).where("eventId", "=", id);
  expect(await changes.orderBy("id", "desc").limit(1).execute()).toEqual([
    { kind: "event.deleted", actor: `token:${token.id}` },
  ]);
});

test("the second time it is told that the event is deleted already", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  expect(await remove(id)).toEqual(deleted);
  const first = await deletedAt(id);
  expect(await remove(id)).toEqual(gone);
  expect(await deletedAt(id)).toEqual(first);
});

test("of two calls at once, one deletes and the other is told so", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  const answers = await Promise.all([remove(id), remove(id)]);
  expect(answers.sort()).toEqual([deleted, gone]);
});

test("an event that has begun with people in it does not meet the criteria", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  await register(id);
  app.clock.now = startsAt;
  expect(await remove(id)).toEqual([412, "Event does not meet criteria for deletion"]);
  expect(await deletedAt(id)).toBeNull();
  const empty = await app.build.event(clientId, { startsAt });
  expect(await remove(empty.id)).toEqual(deleted);
});

test("a parent's token deletes a child's event by the child's id and by its own", async () => {
  const one = await app.build.event(childId, { startsAt });
  const other = await app.build.event(childId, { startsAt });
  expect(await remove(one.id, { token, clientId: childId })).toEqual(deleted);
  expect(await remove(other.id)).toEqual(deleted);
  expect(await remove(one.id)).toEqual(gone);
  const update = await app.call(token, `PUT /client/${clientId}/event/${(await app.build.event(childId)).id}`);
  expect(update.statusCode).toBe(404);
});

test("an event of a child whose account is closed is not deleted", async () => {
  const closed = await app.build.client({ parentId: clientId });
  const { id } = await app.build.event(closed.id, { startsAt });
  await app.build.changeClient(closed.id, { isActive: false });
  expect((await remove(id))[0]).toBe(403);
  expect(await deletedAt(id)).toBeNull();
});

test("a child's token deletes nothing of its parent, and nobody anything of a stranger", async () => {
  const own = await app.build.event(clientId, { startsAt });
  const child = { token: await app.build.token(childId), clientId: childId };
  expect(await remove(own.id, child)).toEqual(unknown);
  const stranger = await app.build.event((await app.build.client()).id, { startsAt });
  expect(await remove(stranger.id)).toEqual(unknown);
  expect([await deletedAt(own.id), await deletedAt(stranger.id)]).toEqual([null, null]);
  await remove(own.id);
  expect(await remove(own.id, child)).toEqual(unknown);
  expect(await remove("abc")).toEqual(unknown);
});

test("hubs and content are not deleted as webinars", async () => {
  for (const type of ["Engagement Hub", "article"]) {
    const { id } = await app.build.event(clientId, { startsAt, type });
    expect(await remove(id)).toEqual([403, "You don't have ability to delete this event"]);
    expect(await deletedAt(id)).toBeNull();
  }
});

test("answers and refuses in XML where that is asked for", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  const ask = () =>
    app.call(token, `DELETE /client/${clientId}/event/${id}`, { headers: { accept: "application/xml" } });
  const answer = await ask();
  expect(answer.headers["content-type"]).toMatch(/^application\/xml/);
  expect(answer.body).toContain("<message>Event Successfully Deleted.</message>");
  const again = await ask();
  expect([again.statusCode, again.body]).toEqual([410, expect.stringContaining("Event has already been deleted")]);
});
