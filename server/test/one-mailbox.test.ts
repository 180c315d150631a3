import fc from "fast-check";
import type { Selectable } from "kysely";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Events } from "../src/db/types.ts";
import { type Door, doors } from "../src/features/admission/registration/gates/doors.ts";
import { listUnsubscribed } from "../src/features/admission/unsubscriptions/queries.ts";
import { setSubscription } from "../src/features/admission/unsubscriptions/set-subscription.ts";
import { putGate } from "./admission-fixture.ts";
import { openEveryDoor } from "./every-door.ts";
import { sealer } from "./harness.ts";
import { createImporter } from "./import-fixture.ts";
import { mailboxes, spell, spellings } from "./mailbox-spellings.ts";
import { operate } from "./operator-api.ts";
import { withSsoApp } from "./single-sign-on.ts";

// Who is who: the same person exactly when it is the same mailbox, by whichever door and in whatever spelling.

const app = await withSsoApp();
const at = await openEveryDoor(app);
const { token } = at;
let event: Selectable<Events>;

beforeEach(async () => {
  event = await app.build.event(token.clientId);
});
afterAll(() => at.close());

const enter = (door: Door, email: string) =>
  at.enter(door, event, { email, firstname: "Ada", lastname: "Lovelace", company: "Engines" });
const people = async () => (await at.people(event)).map(({ id, email }) => ({ id: Number(id), email: String(email) }));

async function findId(email: string): Promise<number | undefined> {
  const path = `/client/${token.clientId}/registrant/${encodeURIComponent(email)}?eventid=${event.id}`;
  return (await app.call(token, `GET ${path}`)).json().registrant?.eventuserid;
}

test("every door and look-up knows a mailbox in all its spellings, and takes no two for one", async () => {
  const crowds = fc.uniqueArray(mailboxes, { minLength: 3, maxLength: 3, selector: (one) => JSON.stringify(one) });
  const visits = crowds.chain((boxes) => {
    const visit = { door: fc.constantFrom(...doors), box: fc.constantFrom(...boxes), spelling: spellings };
    return fc.array(fc.record(visit), { minLength: 4, maxLength: 8 });
  });
  await fc.assert(
    fc.asyncProperty(visits, spellings, async (came, other) => {
      event = await app.build.event(token.clientId);
      for (const { door, box, spelling } of came) await enter(door, spell(box, spelling));
      const ids = await Promise.all([...new Set(came.map(({ box }) => box))].map((box) => findId(spell(box, other))));
      expect(ids.toSorted()).toEqual((await people()).map(({ id }) => id));
    }),
    { numRuns: 15 },
  );
});

test.each([
  ["victim@github.example", "victim@g\u0130thub.example"],
  ["kate@acme.example", "\u212aate@acme.example"],
  ["kate@kings.example", "kate@\u212aings.example"],
  ["ida@acme.example", "\u0130da@acme.example"],
  ["sam@acme.example", "\u017fam@acme.example"],
])("%s is not taken over by %s", async (victim, attacker) => {
  await enter("rest", victim);
  const [before] = await people();
  for (const door of doors) await enter(door, attacker);
  const [after, ...others] = await people();
  expect(after).toEqual(before);
  expect(others.length).toBeLessThanOrEqual(1);
  expect(await findId(attacker)).toBe(others[0]?.id);
});

const ignorable = ["\u200b", "\u200e", "\u202c", "\u00ad", "\u2060", "\u3164", "\ufffd", "\u2800"];

test.each(doors)("by the door %s, what shows nothing makes nobody new and passes no block", async (door) => {
  await enter("rest", "ada@acme.example");
  for (const character of ignorable) await enter(door, `ada@acme.example${character}`);
  expect(await people()).toEqual([{ id: expect.any(Number), email: "ada@acme.example" }]);
  await putGate(app, event, "addresses", { doors: [door], blocked: ["büro.example", "bob@acme.example"] });
  for (const address of [
    "eve@xn--bro-hoa.example",
    "eve@bu\u0308ro.example",
    "eve@mail.BÜRO.example",
    "Bob@acme.example",
  ])
    for (const character of ["", ...ignorable]) await enter(door, address + character);
  expect(await people()).toHaveLength(1);
});

test("an address by which nobody can be meant is refused, inside a list of a gate too", async () => {
  for (const character of ignorable) await enter("rest", `ada@ac${character}me.example`);
  expect(await people()).toEqual([]);
  const path = `PUT /clients/${token.clientId}/events/${event.id}/gates/addresses`;
  for (const entry of ["bü\u00adro.example", "ada@acme", "acme.example/x", " "]) {
    const answer = await operate(app, path, { blocked: ["fine.example", entry] });
    expect([entry, answer.statusCode, answer.json().title]).toEqual([entry, 400, "gate.invalid"]);
  }
});

test("who is forgotten in one spelling is forgotten, with the lists that named them in others", async () => {
  await enter("import", "ada@müller.example");
  await createImporter(app).run(event, "email,firstname,lastname,company\nADA@mu\u0308ller.example,A,L,E\n", {
    query: "?dryRun=true",
  });
  const form = { email: "nobody@x.example, Ada@xn--mller-kva.example\u200b" };
  const answer = await app.call(token, `POST /client/${token.clientId}/forget`, { form });
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining(String((await people())[0]?.id))]);
  const { rows } = await app.database.pool.query(
    `select email, email_key from registrants where event_id = $1
     union all select email, email_key from import_rows r join imports i on i.id = r.import_id where i.event_id = $1`,
    [event.id],
  );
  expect(rows).toHaveLength(3);
  for (const row of rows) expect(JSON.stringify(row)).not.toContain("@");
});

test("who wants no mails wants none in any spelling", async () => {
  await enter("rest", "ada@müller.example");
  const deps = { db: app.database.db, sealer };
  for (const ada of await people()) {
    const subscriber = { ...ada, clientId: token.clientId, eventId: event.id };
    await setSubscription(deps, subscriber, "none-of-client", { actor: "test" });
  }
  const addressee = { clientId: token.clientId, eventId: event.id, registrantId: 7 };
  for (const email of ["Ada@xn--mller-kva.example", "ada@MU\u0308LLER.example"])
    expect(await listUnsubscribed(app.database.db, sealer, [{ ...addressee, email }])).toEqual(new Set([7]));
  for (const email of ["ÄDA@müller.example", "ada@muller.example"])
    expect(await listUnsubscribed(app.database.db, sealer, [{ ...addressee, email }])).toEqual(new Set());
});

test("a dry run tells what the import does, also of one person in several spellings", async () => {
  await putGate(app, event, "capacity", { doors: ["import"], seats: 2, hasWaitlist: false });
  await enter("rest", "ada@müller.example");
  const list = [
    "email,firstname,lastname,company",
    "ADA@xn--mller-kva.example,A,L,E",
    "bob@straße.example,B,B,E",
    "Bob@xn--strae-oqa.example\u200b,B,B,E",
    "bob@strasse.example,B,B,E",
  ].join("\n");
  const importer = createImporter(app);
  const outcomes = async (query: string) =>
    (await importer.run(event, list, { query })).list.map(({ outcome }) => outcome);
  const told = await outcomes("?dryRun=true");
  expect(told).toEqual(["updated", "created", "updated", "refused"]);
  expect(await outcomes("")).toEqual(told);
});

test("a path and an update find the person in any spelling, and a new address is somebody else's in any", async () => {
  await enter("rest", "cyd@müller.example");
  await enter("rest", "bob@acme.example");
  const [cyd] = await people();
  const path = `PATCH /client/${token.clientId}/registrant/${encodeURIComponent("CYD@xn--mller-kva.example")}`;
  expect((await app.call(token, path, { form: { email: "BOB@acme.example\u200b" } })).statusCode).toBe(400);
  const moved = await app.call(token, path, { form: { email: "cyd@straße.example" } });
  expect(moved.json()).toEqual({ updatedregistrants: [cyd?.id] });
  expect(await findId("cyd@xn--strae-oqa.example")).toBe(cyd?.id);
  expect(await findId("cyd@müller.example")).toBeUndefined();
});
