import { afterAll, describe, expect, test } from "vitest";
import { createDoors, putGate, standing } from "../../../../test/admission-fixture.ts";
import { withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { doors } from "./gates/doors.ts";

const app = await withApp();
const clientId = (await app.build.client()).id;
const token = await app.build.token(clientId);
const at = createDoors(app);

afterAll(() => at.drain());

const newEvent = () => app.build.event(clientId);

/** Each gate that refuses, an arrival that it stops, and one that passes. */
const refusing = [
  {
    gate: "closed",
    settings: {},
    stopped: { email: "new@acme.com", arrival: {} },
    code: "registration.closed",
    message: (id: number) => `Registration for the event ${id} is closed.`,
  },
  {
    gate: "login-only",
    settings: {},
    stopped: { email: "new@acme.com", arrival: {} },
    code: "admission.loginOnly",
    message: (id: number) => `Only people who are registered already can log in to the event ${id}.`,
  },
  {
    gate: "password",
    settings: { password: "open sesame" },
    stopped: { email: "new@acme.com", arrival: { password: "Open Sesame" } },
    passes: { email: "new@acme.com", arrival: { password: "open sesame" } },
    code: "admission.password",
    message: (id: number) => `The password of the event ${id} is missing or wrong.`,
  },
  {
    gate: "referrers",
    settings: { hosts: ["*.acme.com", "intra.example"] },
    stopped: { email: "new@acme.com", arrival: { referrer: "https://acme.com.evil.example/" } },
    passes: { email: "new@acme.com", arrival: { referrer: "https://www.acme.com/events?x=1" } },
    code: "admission.referrer",
    message: (id: number) => `Registration for the event ${id} is not open to visitors of this site.`,
  },
  {
    gate: "origin",
    settings: { allowedCountries: ["de"], blockedAddresses: ["193.99.144.0/24"] },
    stopped: { email: "new@acme.com", arrival: { ipAddress: "8.8.8.8" } },
    passes: { email: "new@acme.com", arrival: { ipAddress: "::ffff:193.99.145.1" } },
    code: "admission.origin",
    message: (id: number) => `Registration for the event ${id} is not open at this place.`,
  },
  {
    gate: "addresses",
    settings: { blocked: ["gmail.com"], exceptions: ["boss@gmail.com"] },
    stopped: { email: "new@mail.GMAIL.com", arrival: {} },
    passes: { email: "Boss@gmail.com", arrival: {} },
    code: "admission.address",
    message: (id: number) => `This e-mail address can't be used to register for the event ${id}.`,
  },
];

describe.each(refusing)("the gate $gate", ({ gate, settings, stopped, passes, code, message }) => {
  test("stops people at our form only, until it is told to guard more", async () => {
    const event = await newEvent();
    await putGate(app, event, gate, settings);
    await expect(at.enter("page", event.id, stopped.email, stopped.arrival)).rejects.toMatchObject({
      code,
      status: 403,
      message: message(event.id),
    });
    expect(await standing(app, event.id)).toEqual({ counted: 0, partners: 0, mails: {} });
    await at.enter("rest", event.id, stopped.email, stopped.arrival);
    expect(await standing(app, event.id)).toMatchObject({ active: 1, counted: 1 });
  });

  test("stops them at every door by the one switch", async () => {
    const event = await newEvent();
    await putGate(app, event, gate, settings);
    await operated(app, `PATCH /clients/${clientId}/events/${event.id}/gates`, { guardsAllDoors: true });
    for (const door of doors)
      await expect(at.enter(door, event.id, stopped.email, stopped.arrival)).rejects.toMatchObject({ code });
    const answer = await app.call(token, `POST /client/${clientId}/event/${event.id}/registrant`, {
      form: { email: stopped.email, firstname: "Ada", lastname: "Lovelace", company: "Engines" },
    });
    expect([answer.statusCode, answer.json()]).toEqual([403, { message: message(event.id) }]);
    expect(await standing(app, event.id)).toEqual({ counted: 0, partners: 0, mails: {} });
    if (passes) {
      for (const door of doors) await at.enter(door, event.id, passes.email, passes.arrival);
      expect(await standing(app, event.id)).toMatchObject({ active: 1, counted: 1, mails: { confirmation: 1 } });
    }
  });

  test("says what the producer wrote instead", async () => {
    const event = await newEvent();
    await putGate(app, event, gate, { ...settings, doors: ["seamless"], ownText: "Members only, sorry." });
    await expect(at.enter("seamless", event.id, stopped.email, stopped.arrival)).rejects.toThrow(
      "Members only, sorry.",
    );
    if (passes) await at.enter("seamless", event.id, passes.email, passes.arrival);
  });
});

test("who is registered already passes a closed door, and who has cancelled does not", async () => {
  const event = await newEvent();
  await at.enter("rest", event.id, "known@acme.com");
  const path = `POST /client/${clientId}/event/${event.id}/registrant`;
  await app.call(token, path, { form: { email: "gone@acme.com", firstname: "G", lastname: "O", company: "N" } });
  await app.call(token, path, { form: { email: "gone@acme.com", isdeleted: "Y" } });
  await putGate(app, event, "closed");
  expect(await at.enter("page", event.id, "known@acme.com")).toMatchObject({ status: "active", isNew: false });
  await expect(at.enter("page", event.id, "gone@acme.com")).rejects.toMatchObject({ code: "registration.closed" });
});

test("an allow list lets in nobody else, and whoever cannot be placed fails a list of countries", async () => {
  const event = await newEvent();
  await putGate(app, event, "addresses", { allowed: ["@acme.com", "*.partner.example", "one@else.example"] });
  for (const email of ["a@acme.com", "b@eu.partner.example", "ONE@else.example"])
    expect((await at.enter("page", event.id, email)).status).toBe("active");
  for (const email of ["a@notacme.com", "two@else.example"])
    await expect(at.enter("page", event.id, email)).rejects.toMatchObject({ code: "admission.address" });
  await putGate(app, event, "origin", { allowedCountries: ["US"], allowedAddresses: ["10.0.0.0/8"] });
  await expect(at.enter("page", event.id, "c@acme.com", {})).rejects.toMatchObject({ code: "admission.origin" });
  await expect(at.enter("page", event.id, "c@acme.com", { ipAddress: "192.168.0.1" })).rejects.toMatchObject({
    code: "admission.origin",
  });
  await at.enter("page", event.id, "c@acme.com", { ipAddress: "10.1.2.3" });
});

test("gates are told by our API without the password, and taken away again", async () => {
  const event = await newEvent();
  await putGate(app, event, "password", { password: "open sesame", doors: ["page", "import"] });
  const path = `/clients/${clientId}/events/${event.id}/gates`;
  expect(await operated(app, `GET ${path}`)).toEqual({
    guardsAllDoors: false,
    gates: [{ gate: "password", doors: ["page", "import"], settings: {} }],
  });
  const { rows } = await app.database.pool.query("select settings from event_gates where event_id = $1", [event.id]);
  expect(JSON.stringify(rows)).not.toContain("open sesame");
  expect(await operated(app, `DELETE ${path}/password`)).toEqual({ guardsAllDoors: false, gates: [] });
  expect((await operate(app, `DELETE ${path}/password`)).json()).toMatchObject({ status: 404, title: "gate.unknown" });
  expect((await at.enter("page", event.id, "a@acme.com")).status).toBe("active");
});

test("gates that make no sense are refused and change nothing", async () => {
  const event = await newEvent();
  const path = `/clients/${clientId}/events/${event.id}/gates`;
  for (const [gate, settings] of [
    ["capacity", { seats: 0 }],
    ["capacity", {}],
    ["password", { password: "" }],
    ["origin", { blockedAddresses: ["10.0.0.0/33"] }],
    ["referrers", { hosts: [] }],
    ["closed", { doors: ["window"] }],
    ["closed", { surprise: 1 }],
  ] as const)
    expect([gate, (await operate(app, `PUT ${path}/${gate}`, settings)).statusCode]).toEqual([gate, 400]);
  expect((await operate(app, `PUT ${path}/moat`, {})).statusCode).toBe(404);
  const other = (await app.build.client()).id;
  expect((await operate(app, `PUT /clients/${other}/events/${event.id}/gates/closed`, {})).statusCode).toBe(404);
  expect((await operate(app, `GET /clients/${other}/events/${event.id}/gates`)).statusCode).toBe(404);
  expect(await operated(app, `GET ${path}`)).toEqual({ guardsAllDoors: false, gates: [] });
});
