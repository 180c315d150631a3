import type { Selectable } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createDoors, putGate, standing } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";
import { staffCookie } from "../../../../test/staff-link.ts";
import type { Events } from "../../../db/types.ts";
import { signedInAddresses } from "../../webinars/events/addresses.ts";

const app = await withApp();
const at = createDoors(app);
const { id: clientId } = await app.build.client();
let event: Selectable<Events>;
let cookie: string;

afterAll(() => at.drain());
beforeEach(async () => {
  event = await app.build.event(clientId);
  cookie = await staffCookie(app, event);
});

const enter = async (email: string, of = event) => (await at.enter("page", of.id, email)).id;
const address = (more = "", of = event) => `${signedInAddresses(of, "").door}${more}`;
const press = (decision: string, id: number | string, more = "", headers = {}, of = event) =>
  app.app.server.inject({
    method: "POST",
    url: address(`&r=${id}${more}`, of).replace("/door?", `/door/${decision}?`),
    headers: { "content-type": "application/x-www-form-urlencoded", cookie, ...headers },
  });
const get = async (more = "") => {
  const { statusCode, body } = await app.app.server.inject({ url: address(more), headers: { cookie } });
  expect(statusCode).toBe(200);
  return body;
};
const emailsIn = (body: string) => [...body.matchAll(/<p dir="auto">([^<]+@[^<]+)<\/p>/g)].map(([, email]) => email);
const figuresIn = (body: string) =>
  Object.fromEntries([...body.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd>/g)].map(([, name, value]) => [name, value]));
const approvals = () =>
  app.database.db
    .selectFrom("changes")
    .select(["kind", "subjectId", "actor"])
    .where("eventId", "=", event.id)
    .where("kind", "in", ["registrant.accepted", "registrant.denied"])
    .orderBy("id")
    .execute();

describe("the page", () => {
  test("is secret, and opens to nobody by a key", async () => {
    const { statusCode, headers } = await app.app.server.inject({ url: address(), headers: { cookie } });
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "no-store" });
    await putGate(app, event, "approval");
    const id = await enter("ada@acme.com");
    for (const key of [event.presentKey, event.audienceKey, ""]) {
      const url = `/webcast/door?e=${event.id}&k=${key}`;
      expect((await app.app.server.inject({ url })).statusCode).toBe(303);
      const post = `/webcast/door/accept?e=${event.id}&k=${key}&r=${id}`;
      expect((await app.app.server.inject({ method: "POST", url: post })).statusCode).toBe(303);
    }
    expect(await standing(app, event.id)).toMatchObject({ pending: 1 });
  });

  test("says why nobody is there", async () => {
    expect(await get()).toContain("This event lets people in without asking you.");
    expect(await get("&s=waitlisted")).toContain("This event has no limit of seats");
    expect(await get("&s=unconfirmed")).toContain("This event does not ask people to confirm");
    await putGate(app, event, "approval");
    await putGate(app, event, "capacity", { seats: 2 });
    await putGate(app, event, "confirmation");
    expect(await get()).toContain("Nobody waits for approval.");
    expect(await get("&s=waitlisted")).toContain("Nobody is on the waiting list.");
    expect(await get("&s=unconfirmed")).toContain("Everybody has confirmed their address.");
    expect(await get("&s=denied")).toContain("Nobody has been denied.");
    expect(await get("&s=nonsense&after=nonsense")).toContain("Nobody waits for approval.");
  });

  test("shows the waiting list in its order, with the seats and the counts, and begins where somebody is", async () => {
    await putGate(app, event, "capacity", { seats: 1 });
    for (const name of ["one", "two", "three"]) await enter(`${name}@acme.com`);
    const body = await get();
    expect(body).toContain("<h2>Waiting list</h2>");
    expect(emailsIn(body)).toEqual(["two@acme.com", "three@acme.com"]);
    expect(figuresIn(body)).toEqual({
      "Seats taken": "1 of 1",
      "To be approved": "0",
      "On the waiting list": "2",
      "Not confirmed": "0",
    });
    expect(body).not.toContain(">Accept<");
  });

  test("finds people by name, address or company, and takes what was typed as it is", async () => {
    await putGate(app, event, "approval");
    await enter("ada@acme.com");
    await enter("100%@bcme.com");
    expect(emailsIn(await get("&q=BCME"))).toEqual(["100%@bcme.com"]);
    expect(emailsIn(await get(`&q=${encodeURIComponent("%")}`))).toEqual(["100%@bcme.com"]);
    expect(emailsIn(await get("&q=lovelace"))).toHaveLength(2);
    expect(emailsIn(await get("&q=bcme%00"))).toEqual(["100%@bcme.com"]);
    expect(emailsIn(await get("&q=ada&q=bob"))).toHaveLength(2);
    expect(await get(`&q=${encodeURIComponent('<b>"')}`)).toContain("Nobody here is called “&#60;b&#62;&#34;”.");
  });

  test("has pages of a hundred, each person on one of them", async () => {
    await putGate(app, event, "approval");
    const people = Array.from({ length: 205 }, (_, n) => `p${n}@acme.com`);
    await Promise.all(people.map((email) => enter(email)));
    // As many came in the same millisecond, pages must not lose or repeat them.
    await app.database.pool.query(
      "update registrants set created_at = date_trunc('minute', now()) where event_id = $1",
      [event.id],
    );
    const seen: (string | undefined)[] = [];
    const sizes: number[] = [];
    for (let body = await get(); ; ) {
      const emails = emailsIn(body);
      seen.push(...emails);
      sizes.push(emails.length);
      const next = /href="([^"]+)">Next 100</.exec(body)?.[1]?.replaceAll("&#38;", "&");
      if (next === undefined) break;
      body = (await app.app.server.inject({ url: next, headers: { cookie } })).body;
      expect(body).toContain("Back to the first 100");
    }
    expect(sizes).toEqual([100, 100, 5]);
    expect(new Set(seen)).toEqual(new Set(people));
  });
});

describe("the buttons", () => {
  test("let in and turn away, in the name of the page, and lead back to the same list", async () => {
    await putGate(app, event, "approval");
    const ada = await enter("ada@acme.com");
    const bob = await enter("bob@acme.com");
    const accepted = await press("accept", ada, "&s=pending&q=acme");
    expect(accepted.statusCode).toBe(303);
    expect(accepted.headers.location).toBe(address("&s=pending&q=acme&done=active"));
    expect(await get("&s=pending&done=active")).toContain("Accepted: they are registered now.");
    const denied = await press("deny", bob);
    expect(denied.headers.location).toBe(address("&done=denied"));
    expect(await standing(app, event.id)).toMatchObject({
      active: 1,
      denied: 1,
      mails: { confirmation: 1, denied: 1 },
    });
    expect(await approvals()).toEqual([
      { kind: "registrant.accepted", subjectId: ada, actor: "page:door" },
      { kind: "registrant.denied", subjectId: bob, actor: "page:door" },
    ]);
    const list = await get("&s=denied");
    expect(emailsIn(list)).toEqual(["bob@acme.com"]);
    expect(list).toContain("Accept after all");
    await press("accept", bob, "&s=denied");
    expect(await standing(app, event.id)).toMatchObject({ active: 2, counted: 2 });
  });

  test("put accepted people on the waiting list when every seat is taken, or say that there is none", async () => {
    await enter("first@acme.com");
    await putGate(app, event, "approval");
    const id = await enter("ada@acme.com");
    await putGate(app, event, "capacity", { seats: 1, hasWaitlist: false });
    const full = await press("accept", id);
    expect(full.statusCode).toBe(403);
    expect(full.body).toContain(`role="alert">The event ${event.id} is full.`);
    expect(await standing(app, event.id)).toMatchObject({ active: 1, pending: 1 });
    await putGate(app, event, "capacity", { seats: 1 });
    expect((await press("accept", id)).headers.location).toBe(address("&done=waitlisted"));
  });

  test("change nothing for people who wait for something else, are not there, or are another event's", async () => {
    const other = await app.build.event(clientId);
    const foreign = await app.build.event((await app.build.client()).id);
    for (const of of [other, foreign]) await putGate(app, of, "approval");
    const ids = [await enter("a@acme.com", other), await enter("a@acme.com", foreign)];
    const active = await enter("ada@acme.com");
    for (const id of [...ids, 1, 0, "x", ""]) expect((await press("accept", id)).statusCode).toBe(404);
    const { statusCode, body } = await press("accept", active);
    expect(statusCode).toBe(409);
    expect(body).toContain(`The registrant ${active} does not wait for approval.`);
    expect(await standing(app, other.id)).toMatchObject({ pending: 1 });
    expect(await standing(app, foreign.id)).toMatchObject({ pending: 1 });
    expect(await approvals()).toEqual([]);
  });

  test("are pressed on this page only, and not by another site", async () => {
    await putGate(app, event, "approval");
    const id = await enter("ada@acme.com");
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }]) {
      const { statusCode, body } = await press("accept", id, "", headers);
      expect(statusCode).toBe(403);
      expect(body).toContain("That came from another site");
    }
    expect(
      (await app.app.server.inject({ url: address(`&r=${id}`).replace("door?", "door/accept?"), headers: { cookie } }))
        .statusCode,
    ).toBe(404);
    expect(await standing(app, event.id)).toMatchObject({ pending: 1 });
  });
});

test("the other pages of the staff lead here", async () => {
  for (const page of [signedInAddresses(event, "").present, signedInAddresses(event, "").report]) {
    const { body } = await app.app.server.inject({ url: page, headers: { cookie } });
    expect(body).toContain(`href="${address().replaceAll("&", "&#38;")}"`);
  }
});
