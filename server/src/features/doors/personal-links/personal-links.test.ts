import { directionOf, languages } from "@lectern/texts/languages";
import ical from "ical.js";
import type { Selectable } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createDoors, putGate, standing } from "../../../../test/admission-fixture.ts";
import { sealer, withApp } from "../../../../test/harness.ts";
import type { Events } from "../../../db/types.ts";
import type { Arrival, Door } from "../../admission/registration/gates/doors.ts";
import { personKeyOf } from "../../admission/registration/people/person-key.ts";
import { calendarUid } from "../../mail/compose/invite.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";

const app = await withApp();
const at = createDoors(app);
const { id: clientId } = await app.build.client({ name: "Northlight" });
let event: Selectable<Events>;

afterAll(() => at.drain());
beforeEach(async () => {
  delete app.clock.now;
  event = await app.build.event(clientId, { title: "Quiet machines" });
});

const pages = ["join", "calendar", "confirm", "cancel", "unsubscribe"] as const;
type PageName = (typeof pages)[number];

async function enter(email = "ada@acme.com", arrival: Arrival = {}, door: Door = "page"): Promise<number> {
  return (await at.enter(door, event.id, email, arrival)).id;
}
const pathOf = (id: number, page: PageName, of = event.id) => `/wcc/p/${of}/${personKeyOf(sealer, id)}/${page}`;
const get = (url: string, headers = {}) => app.app.server.inject({ url, headers });
const post = (url: string, form = "", headers: Record<string, string> = {}) =>
  app.app.server.inject({
    method: "POST",
    url,
    payload: form,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });
const setEvent = (values: Partial<Selectable<Events>>) => app.build.changeEvent(event.id, values);
const setPerson = (id: number, values: object) =>
  app.database.db.updateTable("registrants").set(values).where("id", "=", id).execute();
const statusOf = async (id: number) =>
  (await app.database.db.selectFrom("registrants").select("status").where("id", "=", id).executeTakeFirstOrThrow())
    .status;
const kindsOf = async (id: number) =>
  (
    await app.database.db
      .selectFrom("changes")
      .select(["kind", "actor"])
      .where("subjectId", "=", id)
      .orderBy("id")
      .execute()
  ).map(({ kind, actor }) => `${kind} by ${actor}`);
const h1 = (body: string) => /<h1>([^<]*)<\/h1>/.exec(body)?.[1];

describe("every link", () => {
  test("is kept secret, from search engines too", async () => {
    const id = await enter();
    for (const page of pages) {
      const { headers } = await get(pathOf(id, page));
      expect(headers).toMatchObject({
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "x-robots-tag": "noindex, nofollow",
      });
    }
  });

  test("opens nothing for whom it was not made, whatever is wrong with it, and all look alike", async () => {
    const id = await enter();
    const forgotten = await enter("gone@acme.com");
    await setPerson(forgotten, { status: "forgotten" });
    const elsewhere = await app.build.event(clientId);
    const foreign = await app.build.event((await app.build.client()).id);
    const pass = personKeyOf(sealer, id, "pass");
    const wrong = (page: PageName) => [
      pathOf(id, page, elsewhere.id),
      pathOf(id, page, foreign.id),
      pathOf(id, page, 999999999),
      pathOf(forgotten, page),
      pathOf(id + 1000, page),
      `/wcc/p/${event.id}/${pass}/${page}`,
      `/wcc/p/${event.id}/${personKeyOf(sealer, id).slice(0, -1)}/${page}`,
      `/wcc/p/1e6/${personKeyOf(sealer, id)}/${page}`,
    ];
    const bodies = new Set<string>();
    for (const page of pages)
      for (const url of wrong(page))
        for (const answer of [get(url), ...(page === "join" || page === "calendar" ? [] : [post(url)])]) {
          const { statusCode, body, headers } = await answer;
          expect({ url, statusCode }).toEqual({ url, statusCode: 404 });
          expect(headers["set-cookie"]).toBeUndefined();
          bodies.add(body);
        }
    bodies.add((await get("/wcc/p")).body);
    bodies.add((await get(`/wcc/p/${event.id}/x`)).body);
    expect(bodies.size).toBe(1);
    expect([...bodies][0]).toContain("This link does not work");
    expect(await statusOf(id)).toBe("active");
  });

  test("says that it does not work in the language of the browser", async () => {
    const german = await get("/wcc/p/1/x/join", { "accept-language": "qaa, de-AT;q=0.7, fr;q=0.3" });
    expect(german.body).toContain('<html lang="de" dir="ltr">');
    expect(h1(german.body)).toBe("Dieser Link funktioniert nicht");
    const hebrew = await get("/wcc/p/1/x/join", { "accept-language": "en;q=0.1,he" });
    expect(hebrew.body).toContain('<html lang="he" dir="rtl">');
    expect(h1((await get("/wcc/p/1/x/join", { "accept-language": "qaa;q=x,,;" })).body)).toBe(
      "This link does not work",
    );
  });

  test.each(languages)("is answered in the person's language, with dates in it ($code)", async ({ code: language }) => {
    const id = await enter("ada@acme.com", { languageCode: language });
    const { body } = await get(pathOf(id, "cancel"));
    expect(body).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
    const date = new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: event.timeZone });
    expect(body).toContain(date.format(event.startsAt));
    expect(body).not.toMatch(/[{}]/);
    if (language !== "en") expect(body).not.toContain("Cancel your registration");
  });

  test("is answered in the event's language where the person told none, in English where we know neither", async () => {
    const id = await enter();
    await setEvent({ languageCode: "fr", countryCode: "CA" });
    expect((await get(pathOf(id, "cancel"))).body).toContain('<html lang="fr-CA"');
    await setEvent({ languageCode: "qaa", countryCode: "SE" });
    const { body } = await get(pathOf(id, "cancel"));
    expect(body).toContain('<html lang="en" dir="ltr">');
    expect(body).toContain('<bdi lang="qaa-SE">Quiet machines');
  });

  test("tells what became of an event that is removed or closed", async () => {
    const id = await enter();
    for (const page of ["join", "calendar", "confirm"] as const) {
      await setEvent({ isActive: false });
      const closed = await get(pathOf(id, page));
      expect([closed.statusCode, h1(closed.body)]).toEqual([403, "This event is not open"]);
      await setEvent({ isActive: true, deletedAt: new Date() });
      const removed = await get(pathOf(id, page));
      expect([removed.statusCode, h1(removed.body)]).toEqual([410, "This event does not take place"]);
      await setEvent({ deletedAt: null });
    }
    await setEvent({ deletedAt: new Date() });
    expect((await post(pathOf(id, "cancel"))).statusCode).toBe(410);
    expect(await statusOf(id)).toBe("active");
  });

  test("refuses what is far too long to be a form", async () => {
    const id = await enter();
    const { statusCode, headers } = await post(pathOf(id, "unsubscribe"), `wish=${"x".repeat(20_000)}`);
    expect(statusCode).toBe(413);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  });
});

describe("join", () => {
  test("gives the pass and leads to the lobby", async () => {
    const id = await enter();
    const { statusCode, headers } = await get(pathOf(id, "join"));
    expect(statusCode).toBe(303);
    expect(headers.location).toBe(eventAddresses(event, "").lobby);
    expect(headers["set-cookie"]).toContain(`lectern_seat_${event.id}=${personKeyOf(sealer, id, "pass")}; `);
    expect(headers["set-cookie"]).toContain("HttpOnly");
  });

  test("keeps out who is blocked, cancelled or denied, and says so", async () => {
    const id = await enter();
    const look = async () => {
      const { statusCode, headers, body } = await get(pathOf(id, "join"));
      expect(headers["set-cookie"]).toBeUndefined();
      return [statusCode, h1(body)];
    };
    await setPerson(id, { isBlocked: true });
    expect(await look()).toEqual([403, "You can&#39;t join this event"]);
    await setPerson(id, { isBlocked: false, status: "deleted" });
    expect(await look()).toEqual([200, "Your registration is cancelled"]);
    await setPerson(id, { status: "denied" });
    expect(await look()).toEqual([403, "Your registration was not accepted"]);
  });

  test("tells who waits what for, and their place on the list", async () => {
    await putGate(app, event, "capacity", { seats: 1 });
    await enter("first@acme.com");
    await enter("second@acme.com");
    const third = await enter("third@acme.com");
    const { statusCode, headers, body } = await get(pathOf(third, "join"));
    expect([statusCode, h1(body)]).toEqual([200, "You are on the waiting list"]);
    expect(body).toContain("Your place on the list: <bdi>2</bdi>");
    expect(headers["set-cookie"]).toBeUndefined();
    await setPerson(third, { status: "pending" });
    expect(h1((await get(pathOf(third, "join"))).body)).toBe("Your registration is being looked at");
    await setPerson(third, { status: "unconfirmed" });
    expect(h1((await get(pathOf(third, "join"))).body)).toBe("Confirm your e‑mail address");
  });
});

describe("calendar", () => {
  test("is the entry of the person's own mails", async () => {
    await setEvent({ calendarSequence: 3 });
    const id = await enter();
    const { statusCode, headers, body } = await get(pathOf(id, "calendar"));
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("text/calendar; charset=utf-8; method=PUBLISH");
    expect(headers["content-disposition"]).toBe(`attachment; filename="event-${event.id}.ics"`);
    const calendar = new ical.Component(ical.parse(body));
    const entry = new ical.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
    expect(entry.uid).toBe(calendarUid(event, { id }));
    expect(entry.sequence).toBe(3);
    expect(entry.startDate.toJSDate()).toEqual(event.startsAt);
    expect(body.replace(/\r\n[ \t]/g, "")).toContain(`http://lectern.test${pathOf(id, "join")}`);
  });

  test("is for who is in only", async () => {
    await putGate(app, event, "approval");
    const { headers, body } = await get(pathOf(await enter(), "calendar"));
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(h1(body)).toBe("Your registration is being looked at");
  });
});

describe("confirm", () => {
  test("asks for a button: who only looks confirms nothing", async () => {
    await putGate(app, event, "confirmation");
    const id = await enter("ada.lovelace@acme.com");
    const { statusCode, headers, body } = await get(pathOf(id, "confirm"));
    expect([statusCode, h1(body)]).toEqual([200, "Confirm your e‑mail address"]);
    expect(headers["set-cookie"]).toBeUndefined();
    expect(body).toContain(`<form method="post" action="${pathOf(id, "confirm")}">`);
    expect(body).toContain("<bdi>a***@acme.com</bdi>");
    expect(body).not.toContain("ada.lovelace");
    expect(await statusOf(id)).toBe("unconfirmed");
  });

  test("lets in, with the pass and a link to the event; again it changes nothing", async () => {
    await putGate(app, event, "confirmation");
    const id = await enter();
    const { statusCode, headers, body } = await post(pathOf(id, "confirm"));
    expect([statusCode, h1(body)]).toEqual([200, "You are registered"]);
    expect(headers["set-cookie"]).toContain(`lectern_seat_${event.id}=${personKeyOf(sealer, id, "pass")}`);
    expect(body).toContain(`href="${pathOf(id, "join")}"`);
    expect(body).toContain(`href="${pathOf(id, "calendar")}"`);
    expect(await statusOf(id)).toBe("active");
    const kinds = await kindsOf(id);
    expect(kinds.at(-1)).toBe("registrant.confirmed by page:confirm");
    expect(h1((await post(pathOf(id, "confirm"))).body)).toBe("You are registered");
    expect(await kindsOf(id)).toEqual(kinds);
    expect(await standing(app, event.id)).toMatchObject({ active: 1, counted: 1 });
  });

  test("tells what comes next where there is another gate", async () => {
    await putGate(app, event, "confirmation");
    await putGate(app, event, "approval");
    const pending = await post(pathOf(await enter("a@acme.com"), "confirm"));
    expect(h1(pending.body)).toBe("Your registration is being looked at");
    expect(pending.headers["set-cookie"]).toBeUndefined();
  });

  test("tells of a full event, with a waiting list and without", async () => {
    await putGate(app, event, "confirmation");
    const first = await enter("first@acme.com");
    const second = await enter("second@acme.com");
    const third = await enter("third@acme.com");
    await putGate(app, event, "capacity", { seats: 1 });
    await post(pathOf(first, "confirm"));
    const listed = await post(pathOf(second, "confirm"));
    expect(h1(listed.body)).toBe("You are on the waiting list");
    expect(listed.body).toContain("Your place on the list: <bdi>1</bdi>");
    await putGate(app, event, "capacity", { seats: 1, hasWaitlist: false });
    const full = await post(pathOf(third, "confirm"));
    expect(h1(full.body)).toBe("The event is full");
    expect(full.headers["set-cookie"]).toBeUndefined();
    expect(await statusOf(third)).toBe("unconfirmed");
  });

  test("takes nobody on who cancelled, is blocked, or whose event is closed", async () => {
    await putGate(app, event, "confirmation");
    const id = await enter();
    await setPerson(id, { isBlocked: true });
    expect((await post(pathOf(id, "confirm"))).statusCode).toBe(403);
    await setPerson(id, { isBlocked: false });
    await setEvent({ isActive: false });
    expect((await post(pathOf(id, "confirm"))).statusCode).toBe(403);
    expect(await statusOf(id)).toBe("unconfirmed");
    await setEvent({ isActive: true });
    await setPerson(id, { status: "deleted" });
    expect(h1((await post(pathOf(id, "confirm"))).body)).toBe("Your registration is cancelled");
    expect(await statusOf(id)).toBe("deleted");
  });
});

describe("cancel", () => {
  test("asks for a button: who only looks cancels nothing", async () => {
    const id = await enter();
    const { statusCode, body } = await get(pathOf(id, "cancel"));
    expect([statusCode, h1(body)]).toEqual([200, "Cancel your registration?"]);
    expect(body).toContain(`<form method="post" action="${pathOf(id, "cancel")}">`);
    expect(await statusOf(id)).toBe("active");
  });

  test("takes out, ends the pass, promotes who waits, and offers to come back; again it changes nothing", async () => {
    await putGate(app, event, "capacity", { seats: 1 });
    const id = await enter();
    const waiting = await enter("next@acme.com");
    const cookie = `lectern_seat_${event.id}=${personKeyOf(sealer, id, "pass")}`;
    const { statusCode, headers, body } = await post(pathOf(id, "cancel"), "", { cookie });
    expect([statusCode, h1(body)]).toEqual([200, "Your registration is cancelled"]);
    expect(headers["set-cookie"]).toMatch(new RegExp(`^lectern_seat_${event.id}=; Max-Age=0; `));
    expect(body).toContain(`href="${eventAddresses(event, "").audience}"`);
    expect([await statusOf(id), await statusOf(waiting)]).toEqual(["deleted", "active"]);
    const kinds = await kindsOf(id);
    expect(kinds.at(-1)).toBe("registrant.deleted by page:cancel");
    expect(h1((await post(pathOf(id, "cancel"))).body)).toBe("Your registration is cancelled");
    expect(h1((await get(pathOf(id, "cancel"))).body)).toBe("Your registration is cancelled");
    expect(await kindsOf(id)).toEqual(kinds);
    expect(await standing(app, event.id)).toMatchObject({ active: 1, deleted: 1, counted: 1 });
  });

  test("leaves the pass of somebody else in the same browser", async () => {
    const id = await enter();
    const other = await enter("other@acme.com");
    const cookie = `lectern_seat_${event.id}=${personKeyOf(sealer, other, "pass")}`;
    expect((await post(pathOf(id, "cancel"), "", { cookie })).headers["set-cookie"]).toBeUndefined();
  });

  test("comes too late once the event has begun, save for who waits", async () => {
    await putGate(app, event, "capacity", { seats: 1 });
    const id = await enter();
    const waiting = await enter("next@acme.com");
    app.clock.now = event.liveStartsAt;
    expect(h1((await get(pathOf(id, "cancel"))).body)).toBe("It is too late to cancel");
    const { statusCode, body } = await post(pathOf(id, "cancel"));
    expect([statusCode, h1(body)]).toEqual([409, "It is too late to cancel"]);
    expect(await statusOf(id)).toBe("active");
    expect((await post(pathOf(waiting, "cancel"))).statusCode).toBe(200);
    expect(await statusOf(waiting)).toBe("deleted");
  });

  test("is of no use to who was denied", async () => {
    const id = await enter();
    await setPerson(id, { status: "denied" });
    expect((await post(pathOf(id, "cancel"))).statusCode).toBe(403);
    expect(await statusOf(id)).toBe("denied");
  });
});

describe("help", () => {
  const chrome =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Safari/537.36";
  const help = (userAgent: string, id: number | string = event.id, headers = {}) =>
    get(`/wcc/help/${id}`, { "user-agent": userAgent, ...headers });

  test("looks at the browser", async () => {
    expect((await help(chrome.replace("{v}", "141"))).body).toContain("<bdi>Chrome 141</bdi> is fine.");
    expect((await help(chrome.replace("{v}", "80"))).body).toContain("<bdi>Chrome 80</bdi> is too old.");
    const iphone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    expect((await help(iphone)).body).toContain("<bdi>Safari 17</bdi> is fine.");
    const explorer = "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko";
    expect((await help(explorer)).body).toContain("<bdi>Internet Explorer 11</bdi> is too old.");
    for (const strange of ["curl/8.5.0", ""])
      expect((await help(strange)).body).toContain("We can&#39;t tell which browser this is.");
  });

  test("names the event and its organiser, in the event's language, and nothing that is secret", async () => {
    await setEvent({ languageCode: "it" });
    const { statusCode, headers, body } = await help("");
    expect(statusCode).toBe(200);
    expect(headers["x-robots-tag"]).toBe("noindex, nofollow");
    expect(body).toContain('<html lang="it"');
    expect(body).toContain("Quiet machines");
    expect(body).toContain("L’organizzatore è <bdi>Northlight</bdi>.");
    expect(body).not.toContain(event.audienceKey);
    expect(body).not.toContain(event.presentKey);
  });

  test("does not tell whether there is an event that is not open", async () => {
    const answers = new Set<string>();
    for (const id of [1, 999999999, "x", "9".repeat(30)]) answers.add((await help("", id)).body);
    await setEvent({ isActive: false });
    answers.add((await help("")).body);
    await setEvent({ isActive: true, deletedAt: new Date() });
    answers.add((await help("")).body);
    expect(answers.size).toBe(1);
    expect([...answers][0]).not.toContain("Quiet machines");
    expect((await help("", 1, { "accept-language": "nl" })).body).toContain('<html lang="nl"');
  });
});
