import type { Selectable } from "kysely";
import { DateTime } from "luxon";
import { beforeEach, describe, expect, test } from "vitest";
import { OPERATOR_KEY, sealer, withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { buildApp } from "../../../build-app.ts";
import { connect } from "../../../db/database.ts";
import type { Events } from "../../../db/types.ts";
import { addWidget } from "../../webinars/console/add-widget.ts";
import { updateWidget } from "../../webinars/console/queries.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";

const app = await withApp();
const { id: clientId } = await app.build.client({ name: "Northlight" });
let event: Selectable<Events>;
beforeEach(async () => {
  delete app.clock.now;
  event = await app.build.event(clientId, { title: "Quiet machines" });
});

const get = (url: string) => app.app.server.inject({ url });
const addresses = () => eventAddresses(event, "");
const setEvent = (values: Partial<Selectable<Events>>) =>
  app.build
    .changeEvent(event.id, values)
    // The database tells of it too, a moment later.
    .then(() => app.app.caches.events.drop(event.id));
const staffPages = ["preview", "present", "report"] as const;

describe("doors", () => {
  test("a page of the audience says what it is and allows nothing but our own files", async () => {
    const { statusCode, headers, body } = await get(addresses().audience);
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'self'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(body).toContain("<title>Quiet machines</title>");
    expect(body).toContain("Northlight");
    for (const key of [event.previewKey, event.presentKey, event.reportKey]) expect(body).not.toContain(key);
    expect(body).not.toContain('content="noindex"');
  });

  test.each(staffPages)("the address of a page of the staff is kept secret (%s)", async (name) => {
    const { statusCode, headers, body } = await get(addresses()[name]);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
    });
    expect(body).toContain('<meta name="robots" content="noindex">');
  });

  test("a key counts in any letter case, but it has to be the right one of the right door", async () => {
    const other = await app.build.event(clientId);
    const { id, audienceKey, previewKey, presentKey, reportKey } = event;
    expect((await get(`/wcc/r/${id}/${audienceKey.toLowerCase()}`)).statusCode).toBe(200);
    const wrong = [
      ...[`/wcc/r/${id}/${previewKey}`, `/wcc/r/${id}/${other.audienceKey}`, `/wcc/r/${id}/${audienceKey.slice(1)}`],
      ...[`/wcc/r/999999999/${audienceKey}`, `/wcc/r/1e6/${audienceKey}`, `/wcc/r/${"9".repeat(40)}/${audienceKey}`],
      ...[`/wcc/r/${id}`, "/wcc/r/", `/wcc/r/${id}/${audienceKey}/more`],
    ];
    for (const [page, key, others] of [
      ["previewlobby", previewKey, [presentKey, reportKey]],
      ["present", presentKey, [previewKey, reportKey]],
      ["report", reportKey, [previewKey, presentKey]],
    ] as const)
      wrong.push(
        ...[`/webcast/${page}`, `/webcast/${page}?e=${id}`, `/webcast/${page}?e=${other.id}&k=${key}`],
        ...[audienceKey, `${audienceKey}&k=${key}`, ...others].map((one) => `/webcast/${page}?e=${id}&k=${one}`),
      );
    for (const url of wrong) {
      const { statusCode, headers, body } = await get(url);
      expect([statusCode, headers["content-type"]], url).toEqual([404, "text/html; charset=utf-8"]);
      expect(body).toContain("This link does not work");
    }
  });

  test("what was deleted is gone for good, but only those with the key hear of it", async () => {
    await setEvent({ deletedAt: new Date() });
    for (const name of ["audience", ...staffPages] as const) {
      const { statusCode, body } = await get(addresses()[name]);
      expect([statusCode, body.includes("This event does not take place")], name).toEqual([410, true]);
    }
    expect((await get(`/wcc/r/${event.id}/${"0".repeat(32)}`)).statusCode).toBe(404);
  });

  test("an inactive event is closed to the audience and open to its staff; one of a closed client is closed to all", async () => {
    await setEvent({ isActive: false });
    expect((await get(addresses().audience)).statusCode).toBe(403);
    expect((await get(addresses().preview)).body).toContain("This event is inactive");
    await setEvent({ isActive: true });
    const closed = await app.build.client();
    event = await app.build.event(closed.id);
    await app.build.changeClient(closed.id, { isActive: false });
    const { statusCode, body } = await get(addresses().audience);
    expect([statusCode, body.includes("This event is not open")]).toEqual([403, true]);
    for (const name of staffPages) expect((await get(addresses()[name])).statusCode, name).toBe(404);
  });

  test("a page that cannot be made is a page too", async () => {
    const { server } = await buildApp({
      ...{
        storage: app.jobContext,
        config: { ...app.jobContext.config, logLevel: "silent" as const },
        operatorKey: OPERATOR_KEY,
        sealer,
        now: () => new Date(),
      },
      database: connect("postgres://nobody@127.0.0.1:1/none", { poolSize: 2 }),
    });
    const { statusCode, headers, body } = await server.inject({ url: addresses().audience });
    expect([statusCode, headers["content-type"]]).toEqual([503, "text/html; charset=utf-8"]);
    expect(body).toContain("Please try again.");
    expect(headers["content-security-policy"]).toBeDefined();
  });
});

describe("the audience's page", () => {
  test("says when in the event's zone and language", async () => {
    const startsAt = new Date("2030-03-05T15:00:00Z");
    event = await app.build.event(clientId, { startsAt, timeZone: "Europe/Berlin", languageCode: "de" });
    const { body } = await get(addresses().audience);
    expect(body).toContain('<html lang="de" dir="ltr">');
    expect(body).toContain("Dienstag, 5. März 2030");
    expect(body).toContain("16:00 CET");
    expect(body).toContain("60 Minuten");
    expect(body).toContain('data-zone="Europe/Berlin"');
  });

  test("shows the speakers, and texts of people as text", async () => {
    const token = await app.build.token(clientId);
    event = await app.build.event(clientId, {
      title: '<script>alert("1")</script>',
      abstract: 'First & <b onclick="x()">bold</b><script>alert(2)</script>',
      promotionalSummary: "<i>In short</i>",
    });
    const metadata = JSON.stringify({ name: "Ada <b>", title: "Head", company: "N&N", email: "a@example.com" });
    const created = await app.call(token, `POST /client/${clientId}/event/${event.id}/speakerbio`, {
      form: { metadata },
    });
    expect(created.statusCode).toBe(200);
    const { body } = await get(addresses().audience);
    expect(body).not.toMatch(/<script(?! type="(module" src="\/assets\/|application\/ld\+json"))|onclick/);
    expect(body).toContain("&#60;script&#62;");
    expect(body).toContain("First &amp; <b>bold</b>");
    expect(body).toContain("Ada &#60;b&#62;");
    expect(body).toContain("Head, N&#38;N");
    expect(body).toContain('<meta name="description" content="In short">');
  });

  test.each([
    ["ar", "rtl", "الموعد"],
    ["he", "rtl", "מתי"],
    ["ja", "ltr", "日時"],
  ])("is written in the event's language and direction (%s)", async (languageCode, dir, when) => {
    event = await app.build.event(clientId, { languageCode });
    const { body } = await get(addresses().audience);
    expect(body).toContain(`<html lang="${languageCode}" dir="${dir}">`);
    expect(body).toContain(when);
  });

  test("a hybrid event has its place, a test event is not for search engines", async () => {
    event = await app.build.event(clientId, { isHybrid: true, isTest: true, venue: "Harbour Hall", address: "Pier 3" });
    const { body } = await get(addresses().audience);
    expect(body).toContain("Harbour Hall\nPier 3");
    expect(body).toContain('content="noindex"');
  });

  test("stays small", async () => {
    event = await app.build.event(clientId, { abstract: "Long ".repeat(2000) });
    expect((await get(addresses().audience)).body.length).toBeLessThan(40_000);
  });
});

describe("the preview", () => {
  test("shows every kind of widget, in its area, without what the audience must not see", async () => {
    const place = { clientId, eventId: event.id, actor: "operator" };
    const add = (widget: Parameters<typeof addWidget>[2]) => addWidget(app.database.db, place, widget);
    await add({
      kind: "test",
      content: {
        title: "Exam",
        passPercent: 70,
        questions: [
          {
            question: "Which?",
            answers: [
              { answer: "Blue", isCorrect: true },
              { answer: "Red", isCorrect: false },
            ],
          },
        ],
      },
    });
    await add({ kind: "poll", content: { introduction: "Take part" } });
    const options = [{ answer: "Red", isRight: true }, { answer: "Blue" }];
    const question = { type: "multioption", text: "Colours?", options };
    await operated(app, `POST /clients/${clientId}/events/${event.id}/polls`, { question });
    await add({ kind: "call-to-action", content: { label: "Book a demo", url: "https://example.com/demo" } });
    const conditions = { title: "Certificate", minimumMinutes: 45, isTestRequired: true, credits: 1.5 };
    await add({ kind: "certification", content: conditions });
    await add({ kind: "group-chat", content: { introduction: "Say hello" } });
    await add({ kind: "share-idea" });
    const { statusCode, body, headers } = await get(addresses().preview);
    expect(statusCode).toBe(200);
    for (const text of [
      "Exam",
      "Passed with 70 % right answers",
      "Book a demo",
      "45 minutes watched",
      "Credits: 1.5",
      "Colours?",
    ])
      expect(body).toContain(text);
    for (const text of ["Say hello", "share ideas here", "ask its questions here", "No speakers yet."])
      expect(body).toContain(text);
    expect(body).toContain("No video is ready yet.");
    expect(body).toContain("No slides are ready yet.");
    expect(body).not.toMatch(/isCorrect|isRight|checked/);
    expect(headers["content-security-policy"]).toContain("img-src 'self' data: https: http:");
  });

  test("a widget without content, and a banner that leads somewhere", async () => {
    const { db } = app.database;
    const empty = await addWidget(db, { clientId, eventId: event.id, actor: "operator" }, { kind: "text-with-banner" });
    expect((await get(addresses().preview)).body).toContain("No text yet.");
    const banner = { imageUrl: "https://example.com/a.png", linkUrl: "https://example.com/", alternativeText: "Sale" };
    await updateWidget(db, clientId, empty, { content: { banner, text: "Line 1\nLine 2" } });
    const { body } = await get(addresses().preview);
    expect(body).toMatch(
      /<a href="https:\/\/example.com\/" [^>]*><img class="banner" src="https:\/\/example.com\/a.png"/,
    );
    expect(body).toContain("Line 1\nLine 2");
  });
});

describe("the presenters' page", () => {
  const press = (action: string, headers: Record<string, string> = {}) =>
    app.app.server.inject({
      method: "POST",
      url: addresses().present.replace("/present", `/present/${action}`),
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      payload: "",
    });
  const stateOf = () => app.database.db.selectFrom("events").selectAll().where("id", "=", event.id).executeTakeFirst();

  test("starts and ends the event by buttons", async () => {
    app.clock.now = DateTime.fromJSDate(event.startsAt).minus({ minutes: 5 }).toJSDate();
    expect((await get(addresses().present)).body).toContain("Start the event");
    const started = await press("start", { "sec-fetch-site": "same-origin" });
    expect([started.statusCode, started.headers.location]).toEqual([303, addresses().present]);
    expect(started.headers["referrer-policy"]).toBe("no-referrer");
    expect((await stateOf())?.startedAt).toEqual(app.clock.now);
    const live = (await get(addresses().present)).body;
    expect([live.includes("Start the event"), live.includes("End the event")]).toEqual([false, true]);
    expect((await press("end")).statusCode).toBe(303);
    expect((await stateOf())?.endedAt).toEqual(app.clock.now);
  });

  test("what cannot be done is refused in words, with the refusal's status", async () => {
    app.clock.now = DateTime.fromJSDate(event.startsAt).minus({ hours: 3 }).toJSDate();
    const early = await press("start");
    expect(early.statusCode).toBeGreaterThanOrEqual(400);
    expect(early.body).toContain('role="alert"');
    const ended = await press("end");
    expect(ended.body).toContain('role="alert"');
    expect(await stateOf()).toMatchObject({ startedAt: null, endedAt: null });
  });

  test("takes no orders from other sites, nor with a wrong key", async () => {
    app.clock.now = event.startsAt;
    const foreign = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.test" },
    ];
    for (const headers of foreign) {
      const answer = await press("start", headers as Record<string, string>);
      expect([answer.statusCode, answer.body.includes("That came from another site")]).toEqual([403, true]);
    }
    const wrongKey = await app.app.server.inject({
      method: "POST",
      url: `/webcast/present/start?e=${event.id}&k=${event.audienceKey}`,
    });
    expect(wrongKey.statusCode).toBe(404);
    expect((await stateOf())?.startedAt).toBeNull();
  });

  test("lists uploads by their states, and where encoders of a broadcast send", async () => {
    const token = await app.build.token(clientId);
    event = await app.build.event(clientId, { type: "encodeonsite" });
    const upload = `POST /client/${clientId}/event/${event.id}/slides`;
    const broken = { name: "broken.pdf", content: "%PDF-1.7\nnothing" };
    expect((await app.call(token, upload, { file: broken })).statusCode).toBe(200);
    expect((await get(addresses().present)).body).toMatch(/broken\.pdf[\s\S]*Waiting/);
    await app.runJobs();
    expect((await get(addresses().present)).body).toMatch(/broken\.pdf[\s\S]*class="fault"[\s\S]*Failed/);
    const { body } = await get(addresses().present);
    expect(body).toContain("rtmp://lectern.test/live");
    expect(body).toContain(`${event.id}_${event.streamKey}_B`);
  });
});

describe("the report", () => {
  test("an event without people says so, with the address to invite with", async () => {
    const { body } = await get(addresses().report);
    expect(body).toContain("Nobody has registered yet");
    expect(body).toContain(`http://lectern.test/wcc/r/${event.id}/${event.audienceKey}`);
  });

  test("shows figures, and registrations by day of the event's zone", async () => {
    const token = await app.build.token(clientId);
    const register = (email: string, partnerref: string) =>
      app.call(token, `POST /client/${clientId}/event/${event.id}/registrant`, {
        form: { email, firstname: "A", lastname: "B", company: "C", partnerref },
      });
    for (const email of ["a@example.com", "b@example.com", "c@example.com"])
      expect((await register(email, "mailing")).statusCode).toBe(200);
    // 23:30 and 00:30 of Los Angeles, a month apart from a third.
    for (const [email, at] of [
      ["a@example.com", "2030-01-10T07:30:00Z"],
      ["b@example.com", "2030-01-10T08:30:00Z"],
      ["c@example.com", "2030-04-20T20:00:00Z"],
    ])
      await app.database.pool.query("update registrants set created_at = $2 where event_id = $3 and email = $1", [
        email,
        at,
        event.id,
      ]);
    const { body } = await get(addresses().report);
    expect(body).toContain("<dt>Registrants</dt><dd>3</dd>");
    expect(body).toContain('<td>Jan 9, 2030</td><td class="number">1</td>');
    expect(body).toContain('<td>Jan 10, 2030</td><td class="number">1</td>');
    expect(body).toContain('<td>Apr 20, 2030</td><td class="number">1</td>');
    // 102 days are too many bars: two days each.
    expect(body.match(/<rect /g)).toHaveLength(51);
    expect(body).toMatch(/mailing<\/td><td class="number">3</);
    expect(body).toContain("Nobody has attended yet");
  });
});
