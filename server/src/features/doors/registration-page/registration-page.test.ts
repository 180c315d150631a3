import type { Selectable } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { putGate, standing } from "../../../../test/admission-fixture.ts";
import { sealer, withApp } from "../../../../test/harness.ts";
import { ada, cookieOf, createPageVisitor } from "../../../../test/page-fixture.ts";
import type { Events } from "../../../db/types.ts";
import { personKeyOf } from "../../admission/registration/people/person-key.ts";

const app = await withApp();
const { id: clientId } = await app.build.client({ name: "Northlight" });
let event: Selectable<Events>;
const { addresses, get, people, post, register } = createPageVisitor(app, () => event);

beforeEach(async () => {
  delete app.clock.now;
  event = await app.build.event(clientId, { title: "Quiet machines" });
});

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
    expect(lobby.body).toContain("Sie sind angemeldet");
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

  test("tells nobody what another visitor's address told, however often it is shown", async () => {
    const plain = (await get(addresses().audience)).body;
    const told = "email=ada%40acme.com&country=France&partnerref=p1&lang=en&utm_source=<b>";
    const filled = (await get(`${addresses().audience}?${told}`)).body;
    expect(filled).toMatch(/name="email" value="ada@acme.com"/);
    expect(filled).toContain('<option value="France" selected>');
    expect(filled).toContain('<input type="hidden" name="utmsource" value="&#60;b&#62;">');
    expect((await get(addresses().audience)).body).toBe(plain);
    expect(plain).not.toMatch(/ada@acme|selected|\0/);
  });

  test("is drawn anew when what it shows changes: event, phase, client and ways to sign in", async () => {
    const shown = async () => (await get(addresses().audience)).body;
    const change = async (sql: string, value: string) => {
      await app.database.pool.query(sql, [clientId, value]);
      // The database tells of it a moment later.
      await expect.poll(shown).toContain(value);
    };
    await shown();
    await change("update events set title = $2 where client_id = $1", "Louder machines");
    await change("update clients set name = $2 where id = $1", "Southlight");
    await change(
      `insert into identity_providers (client_id, name, purposes, entity_id, sso_url, certificates)
       values ($1, $2, '{audience}', 'https://idp.example', 'https://idp.example/sso', '{x}')`,
      "Analytical Engines",
    );
    await app.database.pool.query("delete from identity_providers where client_id = $1", [clientId]);
    await expect.poll(shown).not.toContain("Analytical Engines");
    app.clock.now = new Date(event.startsAt.getTime() + 10 * 60_000);
    expect(await shown()).toContain("Live now");
  });

  test("leaves no cookie behind where that is asked for", async () => {
    const shown = await get(`${addresses().audience}?deletecookie=true`, {
      cookie: `lectern_seat_${event.id}=${personKeyOf(sealer, 1, "pass")}`,
    });
    expect(shown.statusCode).toBe(200);
    expect(shown.headers["set-cookie"]).toMatch(/Max-Age=0/);
    expect(shown.body).toContain('<input type="hidden" name="deletecookie" value="true">');
    const answer = await register({ deletecookie: "true" });
    expect([answer.statusCode, answer.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(answer.body).toContain("You are registered");
    // What only the cookie would open is not offered.
    expect(answer.body).toContain("calendar.google.com");
    expect(answer.body).not.toMatch(/\.ics|signout/);
  });

  test("takes nothing from other sites, from programs that fill in everything, or that is no form", async () => {
    expect((await register({}, { origin: "https://evil.example" })).statusCode).toBe(403);
    expect((await register({}, { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await register({ website: "https://spam.example" })).statusCode).toBe(400);
    const again = await register({}, { "sec-fetch-site": "cross-site" });
    expect(again.body).toContain("Please look over the form and send it once more.");
    expect(again.body).toMatch(/name="email" value="ada@acme.com"/);
    const server = app.app.server;
    const huge = await server.inject({ method: "POST", url: addresses().audience, payload: "x".repeat(100_000) });
    expect(huge.statusCode).toBe(413);
    const odd = await server.inject({ method: "POST", url: addresses().audience, payload: "email=%00&firstname=%FF" });
    expect(odd.statusCode).toBe(400);
    expect(await people()).toEqual([]);
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
    const refused = await post(login, { email: ada.email, password: "nope" });
    expect(refused.statusCode).toBe(403);
    // The log-in stands open, with the address in it; the form is not blamed.
    expect(refused.body).toMatch(
      /<details class="known" open>[\s\S]*value="ada@acme.com"[\s\S]*id="known-password"[^>]* aria-invalid="true"/,
    );
    expect(refused.body).not.toMatch(/id="password"[^>]* aria-invalid/);
    expect((await post(login, { email: ada.email, password: "open sesame" })).statusCode).toBe(200);
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
  ])("%s tells what comes next, and gives no pass", async (gate, heading, status) => {
    if (gate === "capacity") {
      await putGate(app, event, gate, { seats: 1 });
      await register({ email: "first@acme.com" });
    } else await putGate(app, event, gate);
    const answer = await register();
    expect([answer.statusCode, answer.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(answer.body).toContain(`<h1>${heading}</h1>`);
    expect(await standing(app, event.id)).toMatchObject({ [status]: 1 });
    expect(answer.body.includes("Your place on the list: <bdi>1</bdi>")).toBe(status === "waitlisted");
  });
});

test.each([
  ["unknown", 404, "Dieser Link"],
  ["inactive", 403, "Diese Veranstaltung ist nicht"],
  ["deleted", 410, "Diese Veranstaltung"],
])("what is %s says so in the visitor's language", async (why, status, beginning) => {
  const change = { inactive: "is_active = false", deleted: "deleted_at = now()", unknown: "audience_key = $2" }[why];
  const values = why === "unknown" ? [event.id, "0".repeat(32)] : [event.id];
  await app.database.pool.query(`update events set ${change} where id = $1`, values);
  // The database tells of it too, a moment later.
  app.app.caches.events.drop(event.id);
  for (const url of [addresses().audience, addresses().lobby, addresses().audience.replace("/wcc/r/", "/wcc/embed/")]) {
    const german = await get(url, { "accept-language": "de" });
    expect([german.statusCode, /<h1>([^<]+)</.exec(german.body)?.[1]?.startsWith(beginning)]).toEqual([status, true]);
    expect(german.body).toContain('<html lang="de"');
    expect((await register()).statusCode).toBe(status);
  }
});
