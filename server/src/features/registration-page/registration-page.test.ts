import type { Selectable } from "kysely";
import { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { putGate, standing } from "../../../test/admission-fixture.ts";
import { sealer, startTestApp, type TestApp } from "../../../test/harness.ts";
import { operated } from "../../../test/operator-api.ts";
import type { Events } from "../../db/types.ts";
import { eventAddresses } from "../events/addresses.ts";
import { personKeyOf } from "../registration/person-key.ts";

let app: TestApp;
let clientId: number;
let event: Selectable<Events>;

beforeAll(async () => {
  app = await startTestApp();
  ({ id: clientId } = await app.build.client({ name: "Northlight" }));
});
afterAll(() => app.close());
beforeEach(async () => {
  delete app.clock.now;
  event = await app.build.event(clientId, { title: "Quiet machines" });
});

const addresses = () => eventAddresses(event, "");
const ada = { firstname: "Ada", lastname: "Okafor", email: "ada@acme.com", company: "Acme", country: "France" };

function get(url: string, headers: Record<string, string> = {}) {
  return app.app.server.inject({ url, headers: { host: "lectern.test", ...headers } });
}

function post(url: string, form: Record<string, string | string[]>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  return app.app.server.inject({
    method: "POST",
    url,
    headers: { host: "lectern.test", "content-type": "application/x-www-form-urlencoded", ...headers },
    payload: body.toString(),
  });
}

const register = (form: Record<string, string | string[]> = {}, headers = {}) =>
  post(addresses().audience, { ...ada, ...form }, headers);

async function people() {
  const { rows } = await app.database.pool.query("select * from registrants where event_id = $1 order by id", [
    event.id,
  ]);
  return rows;
}

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String([answer.headers["set-cookie"]].flat()[0] ?? "").split(";")[0] ?? "";

describe("the form", () => {
  test("registers somebody and leads to the lobby, which greets them and nobody else", async () => {
    const answer = await register(
      { partnerref: "newsletter", utm_source: "mail", jobtitle: " CTO " },
      {
        "user-agent": "Mozilla/5.0 (X11; Linux x64) Gecko/20100101 Firefox/140.0",
        "accept-language": "de-CH,en;q=0.5",
      },
    );
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${addresses().lobby}?lang=de`]);
    expect(answer.headers["set-cookie"]).toMatch(
      /^lectern_seat_\d+=[\w-]+; Max-Age=\d+; Path=\/wcc; HttpOnly; SameSite=Lax$/,
    );
    expect(await people()).toMatchObject([
      {
        email: "ada@acme.com",
        first_name: "Ada",
        job_title: "CTO",
        partner_ref: "newsletter",
        utm_source: "mail",
        door: "page",
        language_code: "de",
        ip_address: "127.0.0.1",
        browser: "Firefox 140.0",
        os: "Linux",
        status: "active",
      },
    ]);
    const lobby = await get(addresses().lobby, { cookie: cookieOf(answer) });
    expect(lobby.statusCode).toBe(200);
    expect(lobby.headers["cache-control"]).toBe("no-store");
    expect(lobby.body).toContain("You are registered");
    expect(lobby.body).not.toContain("ada@acme.com");
    const stranger = await get(addresses().lobby);
    expect([stranger.statusCode, stranger.headers.location]).toEqual([303, addresses().audience]);
    const back = await get(addresses().audience, { cookie: cookieOf(answer) });
    expect([back.statusCode, back.headers.location]).toEqual([303, addresses().lobby]);
  });

  test("tells everything that is wrong at once, beside each field, and keeps what was typed", async () => {
    const { statusCode, body } = await register({
      firstname: " ",
      email: "ada@",
      country: "Atlantis",
      company: '"><b>',
    });
    expect(statusCode).toBe(400);
    expect(body).toContain('<a href="#field-firstname">First Name: Please fill this in.</a>');
    expect(body).toMatch(
      /id="field-email" name="email" value="ada@"[^>]* aria-invalid="true" aria-describedby="field-email-fault"/,
    );
    expect(body).toMatch(/id="field-country-fault" data-fault>Please choose from the list\.</);
    expect(body).toContain('value="&#34;&#62;&#60;b&#62;"');
    expect(await people()).toEqual([]);
  });

  test("asks only for what the page asks: nothing else can be put in", async () => {
    await register({ isblocked: "Y", status: "active", std1: "sneaked in", userid: "1" });
    expect(await people()).toMatchObject([{ is_blocked: false, std1: null }]);
  });

  test("fills in what the address tells, and carries where people came from", async () => {
    const { body } = await get(
      `${addresses().audience}?firstname=Ada&EMAIL=a%2Bb@acme.com&partnerref=p%221&utm_campaign=x&evil=1`,
    );
    expect(body).toMatch(/name="firstname" value="Ada"/);
    expect(body).toMatch(/name="email" value="a\+b@acme.com"/);
    expect(body).toContain('<input type="hidden" name="partnerref" value="p&#34;1">');
    expect(body).toContain('<input type="hidden" name="utmcampaign" value="x">');
    expect(body).not.toContain("evil");
  });

  test("comes in each of the twelve languages, by address, browser or event", async () => {
    for (const [lang, button, dir] of [
      ["en", "Register", "ltr"],
      ["de", "Anmelden", "ltr"],
      ["fr", "S’inscrire", "ltr"],
      ["es", "Inscribirse", "ltr"],
      ["it", "Iscriviti", "ltr"],
      ["pt", "Inscrever-se", "ltr"],
      ["nl", "Aanmelden", "ltr"],
      ["ja", "登録する", "ltr"],
      ["ko", "등록하기", "ltr"],
      ["zh", "立即报名", "ltr"],
      ["ar", "سجّل الآن", "rtl"],
      ["he", "הרשמה", "rtl"],
    ] as const) {
      const { body } = await get(`${addresses().audience}?lang=${lang}`);
      expect(body).toMatch(new RegExp(`<html lang="${lang}" dir="${dir}">`));
      expect(body).toContain(`<button class="button">${button}</button>`);
      expect(body.length).toBeLessThan(40_000);
    }
    expect((await get(addresses().audience, { "accept-language": "xx, ja;q=0.8, en;q=0.3" })).body).toContain(
      "登録する",
    );
    event = await app.build.event(clientId, { languageCode: "fr" });
    expect((await get(addresses().audience)).body).toContain("S’inscrire");
    expect((await get(`${addresses().audience}?lang=de`)).body).toContain('<option value="France">Frankreich</option>');
  });

  test("knows every kind of field, consents too", async () => {
    const text = { validation: "none", options: null };
    await operated(app, `PUT /clients/${clientId}/events/${event.id}/registration-page`, {
      intro: "Seats are few.",
      banner: "https://pictures.example.com/wide.jpg",
      bannerText: "A quiet machine",
      fields: [
        { field: "email", caption: "Email", type: "textbox", isRequired: true, validation: "email" },
        { ...text, field: "notes", caption: "Anything else?", type: "textarea", isRequired: false },
        { ...text, field: "std1", caption: "Size", type: "listbox", isRequired: true, options: ["S", "M"] },
        {
          ...text,
          field: "std2",
          caption: "Days",
          type: "multiselect",
          isRequired: false,
          options: ["Mon", "Tue", "Wed"],
        },
        { ...text, field: "std3", caption: "Vegetarian", type: "checkbox", isRequired: false },
        { ...text, field: "std4", caption: "", type: "hidden", isRequired: false },
        { ...text, field: "marketingEmail", caption: "I agree to the <terms>", type: "consent", isRequired: true },
      ],
    });
    const shown = await get(`${addresses().audience}?std4=booth-7`);
    expect(shown.headers["content-security-policy"]).toContain("img-src 'self' data: https:");
    for (const part of [
      "Seats are few.",
      '<img class="banner" src="https://pictures.example.com/wide.jpg" alt="A quiet machine">',
      '<meta property="og:image" content="https://pictures.example.com/wide.jpg">',
      '<textarea id="field-notes"',
      '<option value="M">M</option>',
      '<input type="checkbox" id="field-std2-1" name="std2" value="Tue">',
      '<input type="hidden" name="std4" value="booth-7">',
      "I agree to the &#60;terms&#62;",
    ])
      expect(shown.body).toContain(part);
    const form = { email: "b@acme.com", std1: "M", std2: ["Mon", "Wed"], std4: "booth-7" };
    const unticked = await post(addresses().audience, form);
    expect(unticked.statusCode).toBe(400);
    expect(unticked.body).toMatch(/id="field-std2" name="std2" value="Mon" checked/);
    const ticked = await post(addresses().audience, { ...form, marketingemail: "Y" });
    expect(ticked.statusCode).toBe(303);
    expect(await people()).toMatchObject([
      { std1: "M", std2: "Mon, Wed", std3: "N", std4: "booth-7", marketing_email: "Y", notes: null },
    ]);
  });

  test("leaves no cookie behind where that is asked for", async () => {
    const shown = await get(`${addresses().audience}?deletecookie=true`, {
      cookie: `lectern_seat_${event.id}=${personKeyOf(sealer, 1, "seat")}`,
    });
    expect(shown.statusCode).toBe(200);
    expect(shown.headers["set-cookie"]).toMatch(/Max-Age=0/);
    expect(shown.body).toContain('<input type="hidden" name="deletecookie" value="true">');
    const answer = await register({ deletecookie: "true" });
    expect([answer.statusCode, answer.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(answer.body).toContain("You are registered");
  });

  test("takes nothing from other sites, from programs that fill in everything, or that is no form", async () => {
    expect((await register({}, { origin: "https://evil.example" })).statusCode).toBe(403);
    expect((await register({}, { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await register({ website: "https://spam.example" })).statusCode).toBe(400);
    const server = app.app.server;
    const huge = await server.inject({ method: "POST", url: addresses().audience, payload: "x".repeat(100_000) });
    expect(huge.statusCode).toBe(413);
    const odd = await server.inject({ method: "POST", url: addresses().audience, payload: "email=%00&firstname=%FF" });
    expect(odd.statusCode).toBe(400);
    expect(await people()).toEqual([]);
  });
});

describe("who is known", () => {
  test("logs in by the address alone, and gets no more than a seat", async () => {
    await register();
    const answer = await post(`${addresses().audience}/login`, { email: "ADA@acme.com" });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${addresses().lobby}?lang=en`]);
    const seat = cookieOf(answer).split("=")[1] ?? "";
    expect((await get(`/wcc/p/${event.id}/${seat}/cancel`)).statusCode).toBe(404);
    const unknown = await post(`${addresses().audience}/login`, { email: "nobody@acme.com" });
    expect(unknown.statusCode).toBe(404);
    expect(unknown.body).toContain("Nobody is registered with this e-mail address.");
  });

  test("loses the seat when blocked, cancelled or forgotten", async () => {
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
    expect((await post(`${addresses().audience}/login`, { email: ada.email })).statusCode).toBe(403);
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

describe("gates at the form", () => {
  test.each([
    ["addresses", { blocked: ["acme.com"] }, "This e-mail address can&#39;t be used to register."],
    ["origin", { blockedAddresses: ["127.0.0.0/8"] }, "Registration is not open from where you are."],
    ["referrers", { hosts: ["intra.example"] }, "Registration is not open from where you are."],
    ["addresses", { blocked: ["acme.com"], ownText: "Members <only>." }, "Members &#60;only&#62;."],
  ])("%s say why in the visitor's words", async (gate, settings, sentence) => {
    await putGate(app, event, gate, settings);
    const { statusCode, body } = await register();
    expect([statusCode, body.includes(sentence)]).toEqual([403, true]);
    expect(await people()).toEqual([]);
  });

  test("a password is asked for with the form and with the log-in", async () => {
    await putGate(app, event, "password", { password: "open sesame" });
    const wrong = await register({ password: "nope" });
    expect([wrong.statusCode, wrong.body.includes("This is not the event&#39;s password.")]).toEqual([403, true]);
    expect((await register({ password: "open sesame" })).statusCode).toBe(303);
    const login = `${addresses().audience}/login`;
    expect((await post(login, { email: ada.email })).statusCode).toBe(403);
    expect((await post(login, { email: ada.email, password: "open sesame" })).statusCode).toBe(303);
  });

  test("a list of sites counts the page that led to the form, which nobody can make up", async () => {
    await putGate(app, event, "referrers", { hosts: ["intra.example"] });
    const shown = await get(addresses().audience, { referer: "https://intra.example/events/7" });
    const camefrom = /name="camefrom" value="([^"]+)"/.exec(shown.body)?.[1] ?? "";
    expect((await register({ camefrom: `${camefrom.split(".")[0]}.https://evil.example` })).statusCode).toBe(403);
    expect((await register({ camefrom })).statusCode).toBe(303);
  });

  test.each([
    ["closed", "Registration for this event is closed."],
    ["login-only", "This event is for people who have been registered by the organiser."],
  ])("%s leaves only the log-in", async (gate, sentence) => {
    await putGate(app, event, gate);
    const { body } = await get(addresses().audience);
    expect(body).toContain(sentence);
    expect(body).not.toContain("data-registration");
    expect(body).toContain('name="email"');
  });

  test.each([
    ["confirmation", "Please check your e-mail", "unconfirmed"],
    ["approval", "Your registration is being looked at", "pending"],
    ["capacity", "You are on the waiting list", "waitlisted"],
  ])("%s tells what comes next, and gives no seat", async (gate, heading, status) => {
    if (gate === "capacity") {
      await putGate(app, event, gate, { seats: 1 });
      await register({ email: "first@acme.com" });
    } else await putGate(app, event, gate);
    const answer = await register();
    expect([answer.statusCode, answer.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(answer.body).toContain(`<h1>${heading}</h1>`);
    expect(await standing(app, event.id)).toMatchObject({ [status]: 1 });
    const again = await post(`${addresses().audience}/login`, { email: ada.email });
    expect(again.body).toContain(`<h1>${heading}</h1>`);
  });
});

describe("the lobby", () => {
  test("says where the event stands", async () => {
    const cookie = cookieOf(await register());
    const said = async (minutes: number) => {
      app.clock.now = DateTime.fromJSDate(event.startsAt).plus({ minutes }).toJSDate();
      const { body } = await get(addresses().lobby, { cookie });
      return [
        /<span class="badge[^>]*>([^<]+)</.exec(body)?.[1],
        body.includes("data-countdown"),
        body.includes(".ics"),
      ];
    };
    expect(await said(-90)).toEqual(["Upcoming", true, true]);
    expect(await said(-10)).toEqual(["Starting soon", true, false]);
    expect(await said(10)).toEqual(["Live now", false, false]);
    expect(await said(70)).toEqual(["Ended", false, false]);
    expect(await said(120)).toEqual(["On demand", false, false]);
    expect(await said(60 * 24 * 400)).toEqual(["Over", false, false]);
  });

  test("an event that is over takes nobody new", async () => {
    app.clock.now = DateTime.fromJSDate(event.startsAt).plus({ days: 400 }).toJSDate();
    const { body } = await get(addresses().audience);
    expect(body).toContain("This event is over.");
    expect(body).not.toContain("data-registration");
  });
});

describe("on other sites", () => {
  test("the form stands in the frames of allowed sites only, and hands the seat over in the address", async () => {
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
    expect((await get(addresses().lobby, { cookie: cookieOf(entered) })).statusCode).toBe(200);
    const script = await get("/wcc/embed.js");
    expect([script.statusCode, script.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
  });
});
