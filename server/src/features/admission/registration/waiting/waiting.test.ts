import { afterAll, describe, expect, test } from "vitest";
import { createDoors, putGate, standing } from "../../../../../test/admission-fixture.ts";
import { withApp } from "../../../../../test/harness.ts";
import { operated } from "../../../../../test/operator-api.ts";
import { cancelRegistration } from "../cancel-registration.ts";
import { doors } from "../gates/doors.ts";
import { confirmAddress } from "./confirm-address.ts";
import { decideApproval } from "./decide-approval.ts";

const app = await withApp();
const clientId = (await app.build.client()).id;
const token = await app.build.token(clientId);
const at = createDoors(app);
const elsewhere = createDoors(app);
/** Another process: a writer and connections of its own. */

afterAll(async () => {
  await at.drain();
  await elsewhere.drain();
});

const moment = { actor: "test", now: new Date() };
const keyOf = (eventId: number, registrantId: number) => ({ clientId, eventId, registrantId });

async function guarded(...gates: [gate: string, settings?: object][]) {
  const event = await app.build.event(clientId);
  for (const [gate, settings] of gates) await putGate(app, event, gate, settings);
  await operated(app, `PATCH /clients/${clientId}/events/${event.id}/gates`, { guardsAllDoors: true });
  return event;
}

const restOutcomes: Record<number, string> = { 200: "active", 202: "waitlisted" };

function register(eventId: number, email: string) {
  const form = { email, firstname: "Ada", lastname: "Lovelace", company: "Engines" };
  return app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, { form });
}

async function waitingList(eventId: number): Promise<{ id: number; email: string; door: string }[]> {
  const { rows } = await app.database.pool.query(
    "select id, email, door from registrants where event_id = $1 and status = 'waitlisted' order by queue_number",
    [eventId],
  );
  return rows;
}

describe("an event with 100 seats", () => {
  test("takes exactly 100 of 1,000 who come at once by all doors, lists 900, and promotes one for each that cancels", async () => {
    const event = await guarded(["capacity", { seats: 100 }]);
    const people = Array.from({ length: 1000 }, (_, n) => `p${n}@acme.com`);
    const outcomes = await Promise.all(
      people.map(async (email, n) => {
        const door = doors[n % doors.length] as (typeof doors)[number];
        if (door === "rest") return restOutcomes[(await register(event.id, email)).statusCode];
        return (await (n % 2 ? at : elsewhere).enter(door, event.id, email)).status;
      }),
    );
    expect(outcomes.filter((status) => status === "active")).toHaveLength(100);
    expect(outcomes.filter((status) => status === "waitlisted")).toHaveLength(900);
    const after = { active: 100, waitlisted: 900, counted: 100, partners: 100 };
    expect(await standing(app, event.id)).toMatchObject({ ...after, mails: { confirmation: 100, waitlisted: 900 } });

    const order = await waitingList(event.id);
    const { rows: seated } = await app.database.pool.query(
      "select id from registrants where event_id = $1 and status = 'active' order by id limit 20",
      [event.id],
    );
    await Promise.all(seated.map(({ id }) => cancelRegistration(app.database.db, keyOf(event.id, id), moment)));
    expect(await standing(app, event.id)).toMatchObject({ active: 100, waitlisted: 880, deleted: 20, counted: 100 });
    expect(await waitingList(event.id)).toEqual(order.slice(20));
    const promoted = order.slice(0, 20).map(({ id }) => id);
    const { rows: mails } = await app.database.pool.query(
      "select registrant_id from mails where event_id = $1 and kind = 'confirmation' and registrant_id = any($2)",
      [event.id, promoted],
    );
    expect(mails).toHaveLength(20);
  });

  test("lists people in the order they came, whoever of them comes again", async () => {
    const event = await guarded(["capacity", { seats: 1 }]);
    for (const name of ["a", "b", "c", "d"]) await at.enter("page", event.id, `${name}@acme.com`);
    await at.enter("seamless", event.id, "b@acme.com");
    await elsewhere.enter("import", event.id, "d@acme.com");
    expect((await waitingList(event.id)).map(({ email }) => email)).toEqual(["b@acme.com", "c@acme.com", "d@acme.com"]);
    expect((await standing(app, event.id)).mails).toEqual({ confirmation: 1, waitlisted: 3 });
  });

  test("gives more seats to the first of the list, and all when nothing limits them", async () => {
    const event = await guarded(["capacity", { seats: 1 }]);
    for (const name of ["a", "b", "c", "d", "e"]) await at.enter("page", event.id, `${name}@acme.com`);
    await putGate(app, event, "capacity", { seats: 3 });
    expect((await waitingList(event.id)).map(({ email }) => email)).toEqual(["d@acme.com", "e@acme.com"]);
    await operated(app, `DELETE /clients/${clientId}/events/${event.id}/gates/capacity`);
    expect(await standing(app, event.id)).toMatchObject({ active: 5, counted: 5, mails: { confirmation: 5 } });
  });

  test("without a waiting list keeps people out, by the producer's words if there are any", async () => {
    const event = await guarded(["capacity", { seats: 1, hasWaitlist: false, ownText: "Sold out." }]);
    await at.enter("page", event.id, "a@acme.com");
    await expect(at.enter("page", event.id, "b@acme.com")).rejects.toMatchObject({
      code: "admission.full",
      status: 403,
      message: "Sold out.",
    });
    expect(await at.enter("page", event.id, "a@acme.com")).toMatchObject({ status: "active", isNew: false });
    expect(await standing(app, event.id)).toMatchObject({ active: 1, counted: 1 });
  });

  test("counts who comes by a door that is not guarded, and never turns them away", async () => {
    const event = await app.build.event(clientId);
    await putGate(app, event, "capacity", { seats: 1 });
    await at.enter("rest", event.id, "a@acme.com");
    expect((await at.enter("page", event.id, "b@acme.com")).status).toBe("waitlisted");
    expect((await at.enter("rest", event.id, "c@acme.com")).status).toBe("active");
    // Registered by staff after all: not waiting any more.
    expect((await at.enter("rest", event.id, "b@acme.com")).status).toBe("active");
    expect(await standing(app, event.id)).toMatchObject({ active: 3, counted: 3, partners: 3 });
  });

  test("soft delete by the API frees a seat; a restore there waits like everybody", async () => {
    const event = await guarded(["capacity", { seats: 1 }]);
    await register(event.id, "a@acme.com");
    expect((await register(event.id, "b@acme.com")).json()).toEqual({
      message: `The event ${event.id} is full: the person is on its waiting list.`,
    });
    const path = `POST /client/${clientId}/event/${event.id}/registrant`;
    await app.call(token, path, { form: { email: "a@acme.com", isdeleted: "Y" } });
    expect(await standing(app, event.id)).toMatchObject({ active: 1, deleted: 1, counted: 1 });
    const restored = await app.call(token, path, { form: { email: "a@acme.com", isdeleted: "N" } });
    expect(restored.statusCode).toBe(202);
    expect(await waitingList(event.id)).toMatchObject([{ email: "a@acme.com" }]);
  });
});

describe("approval", () => {
  test("keeps people pending until somebody decides, by whom and when", async () => {
    const event = await guarded(["approval"]);
    const yes = await at.enter("page", event.id, "yes@acme.com");
    const no = await at.enter("saml", event.id, "no@acme.com");
    expect([yes.status, no.status]).toEqual(["pending", "pending"]);
    const decided = { actor: "user:7", now: new Date("2026-11-24T12:00:00Z") };
    expect(await decideApproval(app.database.db, keyOf(event.id, yes.id), "accept", decided)).toBe("active");
    expect(await decideApproval(app.database.db, keyOf(event.id, no.id), "deny", decided)).toBe("denied");
    const { rows } = await app.database.pool.query(
      "select email, status, decided_by, decided_at from registrants where event_id = $1 order by id",
      [event.id],
    );
    expect(rows).toEqual([
      { email: "yes@acme.com", status: "active", decided_by: "user:7", decided_at: decided.now },
      { email: "no@acme.com", status: "denied", decided_by: "user:7", decided_at: decided.now },
    ]);
    expect(await standing(app, event.id)).toMatchObject({
      counted: 1,
      mails: { "approval-pending": 2, confirmation: 1, denied: 1 },
    });
    await expect(decideApproval(app.database.db, keyOf(event.id, yes.id), "deny", decided)).rejects.toMatchObject({
      code: "approval.notPending",
    });
    expect((await at.enter("page", event.id, "no@acme.com")).status).toBe("denied");
    expect(await decideApproval(app.database.db, keyOf(event.id, no.id), "accept", decided)).toBe("active");
  });

  test("of a full event puts whoever is accepted on the waiting list", async () => {
    const event = await guarded(["approval"], ["capacity", { seats: 1 }]);
    const [a, b] = [await at.enter("page", event.id, "a@acme.com"), await at.enter("page", event.id, "b@acme.com")];
    expect(await decideApproval(app.database.db, keyOf(event.id, b.id), "accept", moment)).toBe("active");
    expect(await decideApproval(app.database.db, keyOf(event.id, a.id), "accept", moment)).toBe("waitlisted");
    await cancelRegistration(app.database.db, keyOf(event.id, b.id), moment);
    expect(await standing(app, event.id)).toMatchObject({ active: 1, deleted: 1, counted: 1 });
    const again = await at.enter("page", event.id, "b@acme.com");
    expect(again.status).toBe("pending");
  });

  test("taken away lets in who waited for it", async () => {
    const event = await guarded(["approval"]);
    for (const name of ["a", "b"]) await at.enter("page", event.id, `${name}@acme.com`);
    await operated(app, `DELETE /clients/${clientId}/events/${event.id}/gates/approval`);
    expect(await standing(app, event.id)).toMatchObject({ active: 2, counted: 2, mails: { confirmation: 2 } });
  });
});

describe("double opt-in", () => {
  test("registers nobody who has not confirmed, and goes on to the other gates", async () => {
    const event = await guarded(["confirmation"], ["approval"], ["capacity", { seats: 1 }]);
    const ada = await at.enter("page", event.id, "ada@acme.com");
    expect(ada.status).toBe("unconfirmed");
    expect(await standing(app, event.id)).toMatchObject({ counted: 0, mails: { "confirm-address": 1 } });
    expect(await confirmAddress(app.database.db, keyOf(event.id, ada.id), moment)).toBe("pending");
    expect(await confirmAddress(app.database.db, keyOf(event.id, ada.id), moment)).toBe("pending");
    expect((await at.enter("page", event.id, "ada@acme.com")).status).toBe("pending");
    expect(await decideApproval(app.database.db, keyOf(event.id, ada.id), "accept", moment)).toBe("active");
    expect(await confirmAddress(app.database.db, keyOf(event.id, ada.id), moment)).toBe("active");
  });

  test("sends the link again, but not to be used for flooding somebody's mailbox", async () => {
    const event = await guarded(["confirmation"]);
    await Promise.all(Array.from({ length: 5 }, () => at.enter("page", event.id, "ada@acme.com")));
    const { mails } = await standing(app, event.id);
    expect(mails["confirm-address"]).toBeLessThanOrEqual(2);
  });
});

test("people who wait are in no answer of the compatible API", async () => {
  const event = await guarded(["approval"]);
  const answer = await register(event.id, "pending@acme.com");
  expect([answer.statusCode, answer.json()]).toEqual([
    202,
    { message: `The registration for the event ${event.id} waits for approval.` },
  ]);
  const base = `/client/${clientId}`;
  for (const status of ["active", "any", "all", "deleted", "forgotten"]) {
    const list = await app.call(token, `GET ${base}/event/${event.id}/registrant?userstatus=${status}`);
    expect(list.json()).toMatchObject({ totalregistrants: 0, registrants: [] });
  }
  expect((await app.call(token, `GET ${base}/registrant/pending@acme.com`)).statusCode).toBe(404);
  expect((await app.call(token, `GET ${base}/event/${event.id}`)).json()).toMatchObject({
    eventanalytics: { totalregistrants: 0 },
  });
});

test("who cancels and comes back by a form is registered again; a list of last week does not undo it", async () => {
  const event = await app.build.event(clientId);
  const { id } = await at.enter("page", event.id, "back@acme.com");
  await cancelRegistration(app.database.db, keyOf(event.id, id), moment);
  expect((await at.enter("import", event.id, "back@acme.com")).status).toBe("deleted");
  expect(await at.enter("page", event.id, "back@acme.com")).toMatchObject({ id, status: "active" });
  expect(await standing(app, event.id)).toMatchObject({
    active: 1,
    counted: 1,
    partners: 1,
    mails: { confirmation: 2 },
  });
});
