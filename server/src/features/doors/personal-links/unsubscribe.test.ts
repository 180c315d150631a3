import type { Selectable } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createDoors } from "../../../../test/admission-fixture.ts";
import { sealer, withApp } from "../../../../test/harness.ts";
import type { Events } from "../../../db/types.ts";
import { personKeyOf } from "../../admission/registration/people/person-key.ts";
import { listUnsubscribed } from "../../admission/unsubscriptions/queries.ts";

const app = await withApp();
const at = createDoors(app);
let clientId: number;
let event: Selectable<Events>;

afterAll(() => at.drain());
beforeEach(async () => {
  ({ id: clientId } = await app.build.client({ name: "Northlight" }));
  event = await app.build.event(clientId);
});

const enter = async (of = event, email = "ada@acme.com") => (await at.enter("page", of.id, email)).id;
const pathOf = (id: number, of = event) => `/wcc/p/${of.id}/${personKeyOf(sealer, id)}/unsubscribe`;
const get = async (id: number, of = event) => (await app.app.server.inject({ url: pathOf(id, of) })).body;

function post(id: number, payload: string, type = "application/x-www-form-urlencoded", of = event) {
  return app.app.server.inject({ method: "POST", url: pathOf(id, of), payload, headers: { "content-type": type } });
}

/** Which of these people would get no mail, and what analytics show of each. */
async function look(...people: [of: Selectable<Events>, id: number][]) {
  const rows = await app.database.db
    .selectFrom("registrants")
    .select(["clientId", "eventId", "id as registrantId", "email", "eventEmail"])
    .where(
      "id",
      "in",
      people.map(([, id]) => id),
    )
    .execute();
  const without = await listUnsubscribed(app.database.db, sealer, rows);
  return people.map(([, id]) => {
    const row = rows.find(({ registrantId }) => registrantId === id);
    return `${without.has(id) ? "none" : "mails"} ${row?.eventEmail ?? "-"}`;
  });
}

async function changes(): Promise<string[]> {
  const { rows } = await app.database.pool.query(
    "select kind, event_id, actor from changes where client_id = $1 and kind like 'registrant.%subscribed' order by id",
    [clientId],
  );
  return rows.map(({ kind, event_id, actor }) => `${kind} ${event_id} ${actor}`);
}

describe("the page", () => {
  test("stops the e-mails of one event, by a button only, and takes it back", async () => {
    const other = await app.build.event(clientId);
    const id = await enter();
    const elsewhere = await enter(other);
    expect(await get(id)).toContain("Stop e-mails about this event");
    expect(await look([event, id])).toEqual(["mails -"]);

    const stopped = await post(id, "wish=none-of-event");
    expect([stopped.statusCode, stopped.headers.location]).toEqual([303, pathOf(id)]);
    expect(await get(id)).toContain('role="status">You get no more e-mails about this event.');
    expect(await get(elsewhere, other)).not.toContain('role="status"');
    expect(await look([event, id], [other, elsewhere])).toEqual(["none N", "mails -"]);
    await post(id, "wish=none-of-event");

    await post(id, "wish=all");
    expect(await get(id)).not.toContain('role="status"');
    expect(await look([event, id], [other, elsewhere])).toEqual(["mails Y", "mails -"]);
    await post(id, "wish=all");
    expect(await changes()).toEqual([
      `registrant.unsubscribed ${event.id} page:unsubscribe`,
      `registrant.resubscribed ${event.id} page:unsubscribe`,
    ]);
  });

  test("stops all e-mails of the organiser: of all events, for this address and this client only", async () => {
    const other = await app.build.event(clientId);
    const foreign = await app.build.event((await app.build.client()).id);
    const id = await enter();
    const elsewhere = await enter(other, "ADA@acme.com");
    const neighbour = await enter(event, "bob@acme.com");
    const stranger = await enter(foreign);
    await post(id, "wish=none-of-client");
    expect(await get(id)).toContain("You get no more e-mails from <bdi>Northlight</bdi>.");
    expect(await get(elsewhere, other)).toContain("You get no more e-mails from <bdi>Northlight</bdi>.");
    const everybody = [
      [event, id],
      [other, elsewhere],
      [event, neighbour],
      [foreign, stranger],
    ] as [Selectable<Events>, number][];
    expect(await look(...everybody)).toEqual(["none N", "none N", "mails -", "mails -"]);
    const later = await app.build.event(clientId);
    expect(await look([later, await enter(later)])).toEqual(["none -"]);

    await post(elsewhere, "wish=all", undefined, other);
    expect(await look(...everybody)).toEqual(["mails Y", "mails Y", "mails -", "mails -"]);
  });

  test("keeps what was chosen for one event when all others come again", async () => {
    const other = await app.build.event(clientId);
    const id = await enter();
    const elsewhere = await enter(other);
    await post(id, "wish=none-of-event");
    await post(id, "wish=none-of-client");
    await post(elsewhere, "wish=all", undefined, other);
    expect(await look([event, id], [other, elsewhere])).toEqual(["none N", "mails Y"]);
  });

  test("works for who cancelled, is blocked, or whose event is gone", async () => {
    const id = await enter();
    await app.database.pool.query("update registrants set status = 'deleted', is_blocked = true where id = $1", [id]);
    await app.build.changeEvent(event.id, { deletedAt: new Date(), isActive: false });
    expect((await post(id, "wish=none-of-client")).statusCode).toBe(303);
    expect(await get(id)).toContain("You get no more e-mails from");
  });

  test.each(["", "wish=", "wish=everything", "List-Unsubscribe=Two-Clicks"])(
    "changes nothing for what it does not know (%j)",
    async (form) => {
      const id = await enter();
      expect((await post(id, form)).statusCode).toBe(400);
      expect(await look([event, id])).toEqual(["mails -"]);
      expect(await changes()).toEqual([]);
    },
  );

  test("changes nothing for a body that is no form", async () => {
    const id = await enter();
    expect((await post(id, "{}", "application/json")).statusCode).toBe(400);
    expect((await post(id, "wish", "multipart/form-data; boundary=x")).statusCode).toBe(400);
    expect(await look([event, id])).toEqual(["mails -"]);
  });
});

describe("one click (RFC 8058)", () => {
  const multipart = [
    "--b0undary",
    'Content-Disposition: form-data; name="List-Unsubscribe"',
    "",
    "One-Click",
    "--b0undary--",
    "",
  ].join("\r\n");

  test.each([
    ["application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"],
    ["multipart/form-data; boundary=b0undary", multipart],
  ])("needs no cookie, no page and no second request (%s)", async (type, body) => {
    const id = await enter();
    for (let clicks = 0; clicks < 2; clicks++) {
      const { statusCode, headers } = await post(id, body, type);
      expect(statusCode).toBe(200);
      expect(headers["set-cookie"]).toBeUndefined();
    }
    expect(await look([event, id])).toEqual(["none N"]);
    expect(await changes()).toHaveLength(1);
  });
});

describe("the list", () => {
  test("keeps no address, and holds when the person was forgotten and comes back", async () => {
    const id = await enter();
    await post(id, "wish=none-of-client");
    const { rows } = await app.database.pool.query(
      "select u::text as row from unsubscriptions u where client_id = $1",
      [clientId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].row).not.toMatch(/ada|acme/i);
    await app.database.pool.query(
      "update registrants set status = 'forgotten', email = 'x', email_key = 'x' where id = $1",
      [id],
    );
    expect(await look([event, await enter(event, "Ada@ACME.com")])).toEqual(["none -"]);
  });

  test("is asked with one statement about any number of people", async () => {
    const id = await enter();
    await post(id, "wish=none-of-event");
    const others = Array.from({ length: 2000 }, (_, n) => ({
      clientId,
      eventId: event.id,
      registrantId: -n,
      email: `p${n}@acme.com`,
    }));
    const all = [...others, { clientId, eventId: event.id, registrantId: id, email: "ada@acme.com" }];
    expect([...(await listUnsubscribed(app.database.db, sealer, all))]).toEqual([id]);
    expect(await listUnsubscribed(app.database.db, sealer, [])).toEqual(new Set());
  });
});
