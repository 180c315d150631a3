import type { Selectable } from "kysely";
import { DateTime } from "luxon";
import { beforeEach, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { ada, cookieOf, createPageVisitor } from "../../../../test/page-fixture.ts";
import type { Events } from "../../../db/types.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";

const app = await withApp();
const { id: clientId } = await app.build.client({ name: "Northlight" });
let event: Selectable<Events>;
const { addresses, get, people, post, register } = createPageVisitor(app, () => event);

beforeEach(async () => {
  delete app.clock.now;
  event = await app.build.event(clientId, { title: "Quiet machines" });
});

describe("who is known", () => {
  test("gets no more than a pass", async () => {
    const pass = cookieOf(await register()).split("=")[1] ?? "";
    expect((await get(`/wcc/p/${event.id}/${pass}/cancel`)).statusCode).toBe(404);
  });

  test("loses the pass when blocked, cancelled or forgotten", async () => {
    const cookie = cookieOf(await register());
    for (const change of ["is_blocked = true", "is_blocked = false, status = 'deleted'", "status = 'forgotten'"]) {
      await app.database.pool.query(`update registrants set ${change} where event_id = $1`, [event.id]);
      const answer = await get(addresses().lobby, { cookie });
      expect([answer.statusCode, answer.headers["set-cookie"]]).toEqual([303, expect.stringMatching("Max-Age=0")]);
      expect((await get(`${addresses().lobby}/calendar.ics`, { cookie })).statusCode).toBe(303);
    }
    await app.database.pool.query("update registrants set is_blocked = true, status = 'active' where event_id = $1", [
      event.id,
    ]);
    expect((await register()).statusCode).toBe(403);
  });

  test("gets the event for the calendar, without the links that only mails hold", async () => {
    const cookie = cookieOf(await register());
    const answer = await get(`${addresses().lobby}/calendar.ics`, { cookie });
    expect(answer.headers["content-type"]).toMatch("text/calendar");
    expect(answer.body).toContain("SUMMARY:");
    expect(answer.body).not.toContain("/wcc/p/");
  });

  test("is not let in to another event by the same cookie", async () => {
    const value = cookieOf(await register()).split("=")[1];
    const other = await app.build.event(clientId);
    const cookie = `lectern_seat_${other.id}=${value}`;
    expect((await get(eventAddresses(other, "").lobby, { cookie })).statusCode).toBe(303);
    const forged = `lectern_seat_${event.id}=${value?.replace(/.$/, "")}`;
    expect((await get(addresses().lobby, { cookie: forged })).statusCode).toBe(303);
  });
});

describe("the lobby", () => {
  test("says where the event stands, and leads on as long as its room is open", async () => {
    const cookie = cookieOf(await register());
    const visitAfter = (minutes: number) => {
      app.clock.now = DateTime.fromJSDate(event.startsAt).plus({ minutes }).toJSDate();
      return get(addresses().lobby, { cookie });
    };
    const said = ({ body }: Awaited<ReturnType<typeof get>>) => [
      /<span class="badge[^>]*>([^<]+)</.exec(body)?.[1],
      body.includes("data-countdown"),
      body.includes(".ics"),
    ];
    expect(said(await visitAfter(-90))).toEqual(["Upcoming", true, true]);
    for (const minutes of [-10, 10, 70, 120])
      expect((await visitAfter(minutes)).headers.location, `${minutes}`).toBe(addresses().console);
    expect(said(await visitAfter(60 * 24 * 400))).toEqual(["Over", false, false]);
  });

  test("an event that is over takes nobody new", async () => {
    app.clock.now = DateTime.fromJSDate(event.startsAt).plus({ days: 400 }).toJSDate();
    const { body } = await get(addresses().audience);
    expect(body).toContain("This event is over.");
    expect(body).not.toContain("data-registration");
    const late = await register();
    expect([late.statusCode, late.body.includes("This event is over.")]).toEqual([403, true]);
    expect(await people()).toEqual([]);
  });

  test("speaks the language the person registered in, whatever browser comes", async () => {
    const cookie = cookieOf(await register({ lang: "he" }));
    const lobby = await get(addresses().lobby, { cookie, "accept-language": "de" });
    expect(lobby.body).toContain('<html lang="he" dir="rtl">');
    expect((await get(`${addresses().lobby}?lang=fr`, { cookie })).body).toContain('<html lang="fr"');
    const back = await get(`${addresses().audience}?lang=fr`, { cookie });
    expect([back.statusCode, back.headers.location]).toEqual([303, `${addresses().lobby}?lang=fr`]);
  });

  test("what is on demand can be registered for while it is there", async () => {
    app.clock.now = DateTime.fromJSDate(event.startsAt).plus({ days: 30 }).toJSDate();
    expect((await register()).statusCode).toBe(303);
  });
});

describe("on other sites", () => {
  test("the form stands in the frames of allowed sites only, and hands the pass over in the address", async () => {
    await operated(app, `PUT /clients/${clientId}/events/${event.id}/registration-page`, {
      embedOrigins: ["https://www.acme.example"],
    });
    const framed = addresses().audience.replace("/wcc/r/", "/wcc/embed/");
    const shown = await get(`${framed}?utm_source=site`);
    expect(shown.headers["content-security-policy"]).toContain(
      "frame-ancestors 'self' https://www.acme.example;".slice(0, -1),
    );
    expect(shown.body).toContain(`action="${framed}"`);
    expect((await get(addresses().audience)).headers["content-security-policy"]).toMatch(/frame-ancestors 'self'$/);
    const done = await post(framed, ada, { "sec-fetch-site": "same-origin" });
    expect([done.statusCode, done.headers["set-cookie"]]).toEqual([200, undefined]);
    const lobby = /target="_top" href="([^"]+)"/.exec(done.body)?.[1] ?? "";
    const entered = await get(lobby);
    expect([entered.statusCode, entered.headers.location]).toEqual([303, addresses().lobby]);
    expect(entered.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
    expect((await get(addresses().lobby, { cookie: cookieOf(entered) })).statusCode).toBe(200);
    const shared = await post(framed, { ...ada, deletecookie: "true" });
    expect(shared.body).toContain("You are registered");
    expect(shared.body).not.toContain("seat=");
    const script = await get("/wcc/embed.js");
    expect([script.statusCode, script.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
  });

  test("the address that hands a pass over is good for minutes, and holds nothing that the cookie does", async () => {
    app.clock.now = new Date(event.startsAt.getTime() - 86_400_000);
    const done = await post(addresses().audience.replace("/wcc/r/", "/wcc/embed/"), ada);
    const lobby = /target="_top" href="([^"]+)"/.exec(done.body)?.[1] ?? "";
    const after = async (minutes: number, url = lobby) => {
      app.clock.now = new Date(event.startsAt.getTime() - 86_400_000 + minutes * 60_000);
      const answer = await get(url);
      return [answer.headers.location, cookieOf(answer) !== ""];
    };
    expect(await after(14)).toEqual([addresses().lobby, true]);
    expect(await after(16)).toEqual([addresses().audience, false]);
    const forged = lobby.replace(/-[\da-z]+-(?=[\w-]{22}$)/, "-zzzzzzzzz-");
    expect(forged).not.toBe(lobby);
    expect(await after(1, forged)).toEqual([addresses().audience, false]);
    const pass = cookieOf(await register()).split("=")[1] ?? "";
    expect(await after(1, `${addresses().lobby}?seat=${pass}`)).toEqual([addresses().audience, false]);
    const cookie = `lectern_seat_${event.id}=${new URL(lobby, "http://any").searchParams.get("seat")}`;
    expect((await get(addresses().lobby, { cookie })).statusCode).toBe(303);
  });
});
