import type { Selectable } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Events } from "../src/db/types.ts";
import { personKeyOf } from "../src/features/admission/registration/people/person-key.ts";
import { eventAddresses } from "../src/features/webinars/events/addresses.ts";
import { putGate } from "./admission-fixture.ts";
import { besideApp, OPERATOR_KEY, sealer, withApp } from "./harness.ts";
import { addPerson } from "./mail-fixture.ts";
import { operated } from "./operator-api.ts";
import { ada, createVisitor } from "./page-fixture.ts";

// Strangers at the public pages: a real office gets in, a program that sends mails to strangers or guesses does not.

const app = await withApp({ visitLimits: 1, trustProxy: 1 });
const client = await app.build.client();
const { post, people } = createVisitor(app);
let event: Selectable<Events>;
let hour = 0;

beforeEach(async () => {
  await app.database.pool.query("truncate visit_counts");
  // What a process remembers to refuse it forgets when the time is over.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 * ++hour });
  event = await app.build.event(client.id);
});
afterEach(() => void vi.useRealTimers());

const by = (address: string, headers: Record<string, string> = {}) => ({ "x-forwarded-for": address, ...headers });
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const audience = () => eventAddresses(event, "").audience;
const register = (n: number, address: string, more: Record<string, string> = {}) =>
  post(audience(), { ...ada, email: `person.${n}@acme.com`, ...more }, by(address));
const mailsOf = async () =>
  (await app.database.pool.query("select from mails where event_id = $1", [event.id])).rowCount;
const statuses = (answers: readonly { statusCode: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { statusCode } of answers) counts[statusCode] = (counts[statusCode] ?? 0) + 1;
  return counts;
};

describe("registration", () => {
  test("of 300 strangers' addresses in five seconds sends a handful of mails", async () => {
    const answers = [];
    for (let second = 0; second < 5; second++) {
      answers.push(...(await Promise.all(times(60, (n) => register(60 * second + n, "192.0.2.1")))));
      pass(1000);
    }
    expect(statuses(answers)).toEqual({ 303: 30, 429: 270 });
    expect([(await people(event.id)).length, await mailsOf()]).toEqual([30, 30]);
  });

  test("lets in an office of 300 people behind one address in ten minutes", async () => {
    const answers = [];
    // A hundred of them in the first minute, as somebody says "register now".
    for (let n = 0; n < 300; n++) {
      answers.push(await register(n, "192.0.2.1"));
      pass(n < 100 ? 600 : 2650);
    }
    expect(statuses(answers)).toEqual({ 303: 300 });
  });

  test("by a form elsewhere is the same door, and its callers are told in JSON", async () => {
    const seamless = (n: number) =>
      app.app.server.inject({
        method: "POST",
        url: "/seamlessreg",
        headers: by("192.0.2.1", { "content-type": "application/json", accept: "application/json" }),
        payload: { eventid: event.id, key: event.audienceKey, email: `p${n}@acme.com` },
      });
    for (const answer of await Promise.all(times(15, (n) => register(n, "192.0.2.1"))))
      expect(answer.statusCode).toBe(303);
    const answers = await Promise.all(times(40, (n) => seamless(100 + n)));
    expect(statuses(answers)).toEqual({ 200: 15, 429: 25 });
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(refused?.headers["retry-after"]).toMatch(/^(10|[1-9])$/);
    expect(refused?.json()).toEqual({
      error: "visit.tooMany",
      message: expect.stringMatching(/^There were too many requests from here\. Try again in \d+ seconds\.$/),
    });
  });

  test("by tokens is not limited here", async () => {
    const token = await app.build.token(client.id);
    const path = `POST /client/${client.id}/event/${event.id}/registrant`;
    const answers = await Promise.all(
      times(80, (n) => app.call(token, path, { form: { ...ada, email: `p${n}@a.com` } })),
    );
    expect(statuses(answers)).toEqual({ 200: 80 });
  });
});

test("who has to wait is told for how long, on a page in their language", async () => {
  await Promise.all(times(30, (n) => register(n, "192.0.2.1")));
  const { statusCode, headers, body } = await post(audience(), ada, by("192.0.2.1", { "accept-language": "de" }));
  expect([statusCode, headers["retry-after"]]).toEqual([429, "10"]);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(body).toContain("<h1>Zu viele Anfragen von hier</h1>");
  // Looking at the form is free.
  expect((await app.app.server.inject({ url: audience(), headers: by("192.0.2.1") })).statusCode).toBe(200);
});

describe("the password of an event", () => {
  let guesses = 0;
  const guess = (password: string, address: string, path = audience()) =>
    post(path, { ...ada, email: `guess.${++guesses}@acme.com`, password }, by(address));

  test.each(["", "/login"])(
    "is guessed thirty times, and then not even the right one is looked at (%s)",
    async (below) => {
      const entered = below === "" ? 303 : 200;
      await putGate(app, event, "password", { password: "correct horse" });
      const answers = [];
      for (let n = 0; n < 40; n++) {
        answers.push(await guess(`guess ${n}`, "192.0.2.1", `${audience()}${below}`));
        pass(500);
      }
      expect(statuses(answers)).toEqual({ 403: 30, 429: 10 });
      expect((await guess("correct horse", "192.0.2.1")).statusCode).toBe(429);
      // Others get in meanwhile, and so does whoever waits.
      const right = (address: string) => guess("correct horse", address, `${audience()}${below}`);
      expect((await right("192.0.2.2")).statusCode).toBe(entered);
      pass(600_000);
      expect((await right("192.0.2.1")).statusCode).toBe(entered);
    },
  );

  test("is guessed no more often from many addresses", async () => {
    const strict = createVisitor(await besideApp({ visitLimits: 0.1, trustProxy: 1 }));
    await putGate(app, event, "password", { password: "correct horse" });
    const guessFrom = (n: number, password: string) =>
      strict.post(audience(), { ...ada, email: `guess.${n}@acme.com`, password }, by(`10.${n}.0.1`));
    const answers = [];
    for (let n = 0; n < 40; n++) answers.push(await guessFrom(n, `guess ${n}`));
    expect(statuses(answers)).toEqual({ 403: 30, 429: 10 });
    expect((await guessFrom(99, "correct horse")).statusCode).toBe(429);
  });

  test("is not found among guesses that come all at once", async () => {
    const strict = createVisitor(await besideApp({ visitLimits: 0.1, trustProxy: 1 }));
    await putGate(app, event, "password", { password: "correct horse" });
    const guessFrom = (n: number, password: string) =>
      strict.post(audience(), { ...ada, email: `guess.${n}@acme.com`, password }, by(`10.${n}.0.1`));
    const guessed = times(80, (n) => guessFrom(n, `guess ${n}`));
    const right = guessFrom(99, "correct horse");
    expect(statuses(await Promise.all(guessed))).toEqual({ 403: 30, 429: 50 });
    expect((await right).statusCode).toBe(429);
    expect(await people(event.id)).toEqual([]);
  });

  test("that is right is not counted", async () => {
    await putGate(app, event, "password", { password: "correct horse" });
    for (let n = 0; n < 60; n++) {
      expect((await register(n, "192.0.2.1", { password: "correct horse" })).statusCode).toBe(303);
      pass(1000);
    }
  });
});

describe.each(["page", "seamless"])("where nobody new is let in (%s)", (door) => {
  const come = (email: string, address: string) =>
    door === "page"
      ? post(audience(), { ...ada, email }, by(address))
      : post("/seamlessreg", { email, eventid: String(event.id), key: event.audienceKey }, by(address));

  test("who tries whether strangers are registered is soon told nothing, and others get in meanwhile", async () => {
    await register(1, "192.0.2.1");
    await putGate(app, event, "closed", { doors: ["page", "seamless"] });
    const answers = [];
    for (let n = 0; n < 70; n++) {
      answers.push(await come(`stranger.${n}@acme.com`, "192.0.2.7"));
      pass(1000);
    }
    expect(statuses(answers)).toEqual({ 403: 60, 429: 10 });
    expect((await come("person.1@acme.com", "192.0.2.7")).statusCode).toBe(429);
    for (let n = 0; n < 70; n++) {
      expect((await come("person.1@acme.com", "192.0.2.8")).statusCode).toBe(303);
      pass(1000);
    }
  });
});

describe("other limits", () => {
  const often = async (count: number, call: () => Promise<{ statusCode: number }>) =>
    statuses(await Promise.all(times(count, call)))[429] ?? 0;

  test("logging in, on the page and by a form elsewhere", async () => {
    const form = { email: "nobody@acme.com" };
    expect(await often(40, () => post(`${audience()}/login`, form, by("192.0.2.1")))).toBe(10);
    const query = { ...form, eventid: String(event.id), key: event.audienceKey };
    expect(await often(40, () => post("/wcc/login", query, by("192.0.2.9")))).toBe(10);
  });

  test("what visitors of a hub say of its contents", async () => {
    const ours = { ...by("192.0.2.1"), "sec-fetch-site": "same-origin" };
    expect(await often(210, () => post("/wcc/gateway/no-hub/1/like", {}, ours))).toBe(10);
    const { body } = await app.app.server.inject({ url: "/wcc/gateway/no-hub", headers: ours });
    expect(body).not.toContain("Too many requests");
  });

  test("contents of a hub that are opened, each by a visitor who is new", async () => {
    const hub = await operated<{ id: number; slug: string }>(app, `POST /clients/${client.id}/hubs`, { title: "Hub" });
    const path = `POST /clients/${client.id}/hubs/${hub.id}/contents`;
    const { contentId } = await operated<{ contentId: number }>(app, path, {
      text: "<p>Read this</p>",
      title: "Article",
    });
    await operated(app, `${path}/${contentId}/publish`);
    const open = () =>
      app.app.server.inject({ url: `/wcc/gateway/${hub.slug}/${contentId}`, headers: by("192.0.2.1") });
    expect(await often(210, open)).toBe(10);
    const { rows } = await app.database.pool.query("select count(*)::int as views from hub_views");
    expect(rows).toEqual([{ views: 200 }]);
  });

  test.each(["/webcast/login?client=1", "/webcast/enter?e=1&k=guessed"])("where staff come in: %s", async (url) => {
    const come = () => app.app.server.inject({ url, headers: by("192.0.2.1") });
    expect(await often(70, come)).toBe(10);
  });

  test("answers of identity providers, before they are read", async () => {
    const url = `/saml/${client.id}/acs`;
    expect(await often(70, () => post(url, { SAMLResponse: "PGEvPg==" }, by("192.0.2.1")))).toBe(10);
    const { headers, body } = await post(url, {}, by("192.0.2.1"));
    expect(headers["retry-after"]).toBe("10");
    expect(body).toContain("Too many requests from here");
  });

  test("unsubscribing, which webmails do for many people from one address", async () => {
    const { registrantId } = await addPerson(app, event, { email: "ada@acme.com" });
    const url = `/wcc/p/${event.id}/${personKeyOf(sealer, registrantId)}/unsubscribe`;
    expect(await often(210, () => post(url, { "List-Unsubscribe": "One-Click" }, by("192.0.2.1")))).toBe(10);
  });
});

test("refusals are counted for whoever watches", async () => {
  await Promise.all(times(31, (n) => register(n, "192.0.2.1")));
  const headers = { authorization: `Bearer ${OPERATOR_KEY}` };
  const { body } = await app.app.server.inject({ url: "/metrics", headers });
  expect(body).toMatch(/^lectern_visits_refused_total\{limit="registration",counted="address"\} \d+$/m);
});
