import type { Selectable } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { putGate } from "../../../../test/admission-fixture.ts";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { browser, cookiesOf, createCallers, leadsTo, wantsJson } from "../../../../test/seamless-fixture.ts";
import type { Events } from "../../../db/types.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";

const app = await withApp();
const { id: clientId } = await app.build.client({ name: "Northlight" });
await operated(app, `PUT /clients/${clientId}/redirect-hosts`, { redirectHosts: ["acme.example"] });
const call = createCallers(app);
let event: Selectable<Events>;

beforeEach(async () => {
  event = await app.build.event(clientId, { title: "Quiet machines" });
});

const named = (more: object = {}) => ({ eventid: event.id, key: event.audienceKey, email: "ada@acme.com", ...more });
const lobby = () => eventAddresses(event, "http://lectern.test").lobby;
const passName = () => `lectern_seat_${event.id}`;

describe("the unified door", () => {
  test("registers by GET with everything it takes, and the lobby knows who comes", async () => {
    const answer = await call.get(
      "/seamlessreg",
      named({
        firstname: " Ada ",
        lastname: "Okafor",
        company: "Acme & Söhne",
        jobfunction: "IT",
        jobtitle: "CTO",
        address1: "1 Road",
        address2: "Floor 2",
        city: "Berlin",
        state: "BE",
        zip: "01234",
        country: "Atlantis",
        workphone: "030 1234567",
        companyindustry: "Machines",
        companysize: "11-50",
        eventemail: "y",
        marketingemail: "N",
        partnerref: "mail",
        custom1: "one",
        custom10: "ten",
        exteventusercd: "crm-7",
        utm_campaign: "spring",
        utmsource: "web",
        fax: "1",
        unknown: "ignored",
      }),
      { ...browser, referer: "https://acme.com/form", "user-agent": "Mozilla/5.0 Firefox/130.0" },
    );
    expect(leadsTo(answer)).toBe(lobby());
    expect(await call.people(event.id)).toMatchObject([
      {
        email: "ada@acme.com",
        first_name: "Ada",
        last_name: "Okafor",
        company: "Acme & Söhne",
        job_function: "IT",
        job_title: "CTO",
        address_street1: "1 Road",
        address_street2: "Floor 2",
        city: "Berlin",
        state: "BE",
        zip: "01234",
        country: "Atlantis",
        work_phone: "(030)-123-4567",
        company_industry: "Machines",
        company_size: "11-50",
        event_email: "Y",
        marketing_email: "N",
        partner_ref: "mail",
        std1: "one",
        std10: "ten",
        ext_event_user_cd: "crm-7",
        utm_campaign: "spring",
        utm_source: "web",
        fax: "1",
        status: "active",
        door: "seamless",
        browser: "Firefox 130.0",
      },
    ]);
    const cookies = cookiesOf(answer);
    const shown = await app.app.server.inject({
      url: new URL(lobby()).pathname,
      headers: { cookie: `${passName()}=${cookies[passName()]}` },
    });
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain("Quiet machines");
  });

  test("takes forms, JSON and multipart, in any spelling, and updates whom it knows", async () => {
    expect(leadsTo(await call.post("/seamlessreg/", { ...named(), First_Name: "A", partnerref: "one" }))).toBe(lobby());
    const answer = await call.json("/seamlessreg", { ...named(), EMAIL: "ADA@acme.com", lastName: "B", std2: 7 });
    const [ada] = await call.people(event.id);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ eventid: event.id, eventuserid: ada?.id, status: "active", lobbyurl: lobby() });
    const multipart = await call.multipart("/seamlessreg", named({ company: "Acme", partnerref: "two" }));
    expect(leadsTo(multipart)).toBe(lobby());
    expect(await call.people(event.id)).toMatchObject([
      { first_name: "A", last_name: "B", std2: "7", company: "Acme", partner_ref: "one" },
    ]);
  });

  test("what stands in the address wins over the body", async () => {
    const other = await app.build.event(clientId);
    const path = `/seamlessreg?eventid=${event.id}&key=${event.audienceKey}`;
    await call.json(path, { eventId: other.id, key: "x", email: "ada@acme.com" });
    expect(await call.people(event.id)).toHaveLength(1);
    expect(await call.people(other.id)).toHaveLength(0);
  });

  test("cuts what is too long, names at 100, and drops half a phone number", async () => {
    const long = "😀".repeat(150);
    await call.post("/seamlessreg", named({ firstname: long, lastname: long, city: long, workphone: "12345" }));
    expect(await call.people(event.id)).toMatchObject([
      { first_name: "😀".repeat(100), last_name: "😀".repeat(100), city: "😀".repeat(100), work_phone: null },
    ]);
  });

  test.each([
    [{ email: "" }, 400, "registrant.fieldMissing", "The email parameter is missing."],
    [{ email: "nonsense" }, 400, "registrant.fieldInvalid", "Invalid value for the email parameter."],
    [
      { email: `${"a".repeat(100)}@b.example` },
      400,
      "registrant.fieldInvalid",
      "Invalid value for the email parameter.",
    ],
    [{ key: "" }, 404, "INVALID_EVENT_ID_AND_KEY", "There is no event with this eventid and key."],
    [{ key: "0".repeat(32) }, 404, "INVALID_EVENT_ID_AND_KEY", "There is no event with this eventid and key."],
    [{ eventid: "1" }, 404, "INVALID_EVENT_ID_AND_KEY", "There is no event with this eventid and key."],
    [{ eventid: "" }, 404, "INVALID_EVENT_ID_AND_KEY", "There is no event with this eventid and key."],
  ])("refuses %j", async (wrong, status, error, message) => {
    const answer = await call.post("/seamlessreg", named(wrong), wantsJson);
    expect([answer.statusCode, answer.json()]).toEqual([status, { error, message }]);
    const page = await call.get("/seamlessreg", named(wrong), browser);
    expect([page.statusCode, page.headers["content-type"]]).toEqual([status, "text/html; charset=utf-8"]);
    expect(await call.people(event.id)).toEqual([]);
  });

  test("a staff key, and the key of another client's event, open nothing", async () => {
    const stranger = await app.build.event((await app.build.client()).id);
    for (const key of [event.previewKey, stranger.audienceKey])
      expect((await call.post("/seamlessreg", named({ key }))).statusCode).toBe(404);
    expect(await call.people(event.id)).toEqual([]);
  });

  test("closed and deleted events say so, to those who have the key", async () => {
    await app.build.changeEvent(event.id, { isActive: false });
    expect((await call.post("/seamlessreg", named(), wantsJson)).json()).toMatchObject({ error: "event.inactive" });
    await app.build.changeEvent(event.id, { deletedAt: new Date() });
    app.app.caches.events.drop(event.id);
    expect((await call.post("/seamlessreg", named(), wantsJson)).statusCode).toBe(410);
    expect((await call.post("/seamlessreg", named({ key: "0".repeat(32) }), wantsJson)).statusCode).toBe(404);
  });

  test("bodies that cannot be read are told so", async () => {
    const broken = await app.app.server.inject({
      method: "POST",
      url: "/seamlessreg",
      headers: { "content-type": "application/json" },
      payload: '{"email": ',
    });
    expect([broken.statusCode, broken.json()]).toEqual([
      400,
      { error: "body.malformed", message: "The request body could not be read as JSON." },
    ]);
    expect((await call.json("/seamlessreg", { ...named(), city: "a\0b" })).json()).toEqual({
      error: "parameter.invalid",
      message: "Invalid value for the city parameter.",
    });
    expect((await call.post("/seamlessreg", named({ city: "x".repeat(300_000) }), wantsJson)).statusCode).toBe(413);
  });

  test("shows what people sent as text, never as HTML", async () => {
    const evil = `"><script>alert(1)</script>`;
    for (const wrong of [{ eventid: evil }, { email: evil }, { key: evil, lang: evil }]) {
      const answer = await call.get("/seamlessreg", named(wrong), browser);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.body).not.toContain("<script>alert");
    }
  });
});

describe("who has not come", () => {
  test.each([
    { purpose: "prefetch" },
    { "sec-purpose": "prefetch;prerender" },
    { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" },
    { "user-agent": "facebookexternalhit/1.1" },
  ])("%j is not registered", async (headers) => {
    const answer = await call.get("/seamlessreg", named(), headers as Record<string, string>);
    expect(answer.statusCode).toBe(403);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(await call.people(event.id)).toEqual([]);
  });

  test("neither is HEAD, at any door", async () => {
    for (const path of ["/seamlessreg", "/seamlessreg/marketo", "/utilApp/r", "/wcc/autoreg", "/wcc/login"]) {
      const query = `eventid=${event.id}&key=${event.audienceKey}&email=a@b.example`;
      const answer = await app.app.server.inject({ method: "HEAD", url: `${path}?${query}` });
      expect([answer.statusCode, answer.headers["set-cookie"]]).toEqual([204, undefined]);
    }
    expect(await call.people(event.id)).toEqual([]);
  });
});

describe("where a webinar's people go", () => {
  test.each([undefined, "", "https://acme.example/thanks"])("targeturl %j: to the lobby", async (targeturl) => {
    const form = named(targeturl === undefined ? {} : { targeturl });
    expect(leadsTo(await call.post("/seamlessreg", form, browser))).toBe(lobby());
    expect((await call.post("/seamlessreg", form, wantsJson)).json().lobbyurl).toBe(lobby());
  });

  test("so it is with forums", async () => {
    event = await app.build.event(clientId, { type: "forum" });
    expect(leadsTo(await call.get("/seamlessreg", named({ targeturl: "https://acme.example/" })))).toBe(lobby());
  });

  test("deletecookie leaves none, and shows the lobby at once", async () => {
    const answer = await call.post("/seamlessreg", named({ deletecookie: "true" }), browser);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("You are registered");
    expect(cookiesOf(answer)).toEqual({ [passName()]: "" });
    const program = await call.post("/seamlessreg", named({ deletecookie: "true" }), wantsJson);
    expect([program.json().status, cookiesOf(program)]).toEqual(["active", { [passName()]: "" }]);
  });

  test("at another host of ours the lobby's address carries the pass", async () => {
    const answer = await call.post("/seamlessreg", named(), { ...browser, host: "forms.lectern.test" });
    const target = new URL(leadsTo(answer) ?? "");
    expect(`${target.origin}${target.pathname}`).toBe(lobby());
    const taken = await app.app.server.inject({ url: target.pathname + target.search });
    const cookie = `${passName()}=${cookiesOf(taken)[passName()]}`;
    expect((await app.app.server.inject({ url: target.pathname, headers: { cookie } })).statusCode).toBe(200);
    expect([answer, taken].map(({ headers }) => headers["referrer-policy"])).toEqual(["no-referrer", "no-referrer"]);
  });

  test("our own host keeps its cookie when a proxy names its port", async () => {
    const answer = await call.post("/seamlessreg", named(), { ...browser, host: "lectern.test:80" });
    expect(leadsTo(answer)).toBe(lobby());
  });
});

describe("the older webinar doors", () => {
  const old = () => named({ first_name: "Ada", job_title: "CTO", address_street1: "1 Road", utm_campaign: "s" });

  test.each(["/utilApp/r", "/interface/registration/autoreg/index.html"])("%s registers by GET", async (path) => {
    expect(leadsTo(await call.get(path, { ...old(), attendee_type: "In-Person", event_email: "N" }))).toBe(lobby());
    expect(await call.people(event.id)).toMatchObject([
      {
        first_name: "Ada",
        job_title: "CTO",
        address_street1: "1 Road",
        utm_campaign: "s",
        attendee_type: "In-Person",
        event_email: "N",
      },
    ]);
  });

  test("utilApp/r takes forms, the other one does not", async () => {
    expect(leadsTo(await call.post("/utilApp/r", old()))).toBe(lobby());
    expect((await call.post("/interface/registration/autoreg/index.html", old())).statusCode).toBe(404);
  });

  test("lobby is a thank-you page of one's own, where the client allows it", async () => {
    const answer = await call.get("/utilApp/r", { ...old(), lobby: "https://acme.example/thanks?a=b" });
    expect(leadsTo(answer)).toBe("https://acme.example/thanks?a=b");
    expect(cookiesOf(answer)[passName()]).not.toBe("");
    // What another client allows is nothing to this one.
    const { id: otherId } = await app.build.client();
    await operated(app, `PUT /clients/${otherId}/redirect-hosts`, { redirectHosts: ["evil.example"] });
    for (const foreign of [
      "https://evil.example/",
      "//evil.example",
      "javascript:alert(1)",
      "https://acme.example@evil.example/",
    ])
      expect(leadsTo(await call.get("/utilApp/r", { ...old(), lobby: foreign }))).toBe(lobby());
    const noCookie = await call.get("/utilApp/r", { ...old(), lobby: "https://acme.example/", deletecookie: "true" });
    expect([leadsTo(noCookie), cookiesOf(noCookie)]).toEqual(["https://acme.example/", { [passName()]: "" }]);
  });
});

describe("gates", () => {
  test("guard this door only when told to, and refuse in the gate's own words", async () => {
    await putGate(app, event, "addresses", { blocked: ["acme.com"], ownText: "Sorry <b>no</b>." });
    expect(leadsTo(await call.post("/seamlessreg", named()))).toBe(lobby());
    await operated(app, `PATCH /clients/${clientId}/events/${event.id}/gates`, { guardsAllDoors: true });
    const form = named({ email: "ben@acme.com" });
    const answer = await call.post("/seamlessreg", form, wantsJson);
    expect([answer.statusCode, answer.json()]).toEqual([
      403,
      { error: "admission.address", message: "Sorry <b>no</b>." },
    ]);
    const page = await call.post("/seamlessreg", form, browser);
    expect(page.statusCode).toBe(403);
    expect(page.body).toContain("Sorry &#60;b&#62;no&#60;/b&#62;.");
    expect(page.headers["set-cookie"]).toBeUndefined();
    expect(await call.people(event.id)).toHaveLength(1);
  });

  test("ask for password and referrer where they guard this door", async () => {
    await putGate(app, event, "password", { password: "sesame", doors: ["seamless"] });
    await putGate(app, event, "referrers", { hosts: ["acme.com"], doors: ["seamless"] });
    const refused = async (more: object, headers = {}) =>
      (await call.post("/seamlessreg", named(more), { ...wantsJson, ...headers })).json().error;
    const referer = "https://acme.com/form";
    expect(await refused({})).toBe("admission.password");
    expect(await refused({ password: "sesame" })).toBe("admission.referrer");
    expect(await refused({ password: "Sesame" }, { referer })).toBe("admission.password");
    expect(await call.people(event.id)).toEqual([]);
    expect(await refused({ password: "sesame" }, { referer })).toBeUndefined();
  });

  test.each([
    ["confirmation", {}, "unconfirmed"],
    ["approval", {}, "pending"],
    ["capacity", { seats: 1 }, "waitlisted"],
  ])("%s: the person waits", async (gate, settings, status) => {
    if (gate === "capacity") await call.post("/seamlessreg", named({ email: "first@acme.com" }));
    await putGate(app, event, gate, { ...settings, doors: ["seamless"] });
    const answer = await call.post("/seamlessreg", named(), wantsJson);
    expect([answer.statusCode, answer.json()]).toEqual([202, { eventid: event.id, status }]);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    const page = await call.post("/seamlessreg", named(), { ...browser, "accept-language": "ar" });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('lang="ar" dir="rtl"');
    expect(page.headers["set-cookie"]).toBeUndefined();
  });

  test("a denied or blocked person is kept out", async () => {
    await call.post("/seamlessreg", named());
    const change = (changes: object) =>
      app.database.db.updateTable("registrants").set(changes).where("eventId", "=", event.id).execute();
    await change({ isBlocked: true });
    const blocked = await call.post("/seamlessreg", named(), wantsJson);
    expect([blocked.statusCode, blocked.json()]).toEqual([
      403,
      { error: "seamless.blocked", message: `This person is kept out of the event ${event.id}.` },
    ]);
    expect((await call.post("/seamlessreg", named(), browser)).statusCode).toBe(403);
    await change({ isBlocked: false, status: "denied" });
    await putGate(app, event, "approval", { doors: ["seamless"] });
    expect((await call.post("/seamlessreg", named(), wantsJson)).json().error).toBe("admission.denied");
    expect((await call.post("/seamlessreg", named(), browser)).statusCode).toBe(403);
  });
});

test("a host of their own leads to the doors", async () => {
  const own = await besideApp({ seamlessHost: "seamlessreg.lectern.test" });
  const { id } = await own.build.client();
  const { id: eventId, audienceKey } = await own.build.event(id);
  const at = createCallers(own);
  const form = { eventid: eventId, key: audienceKey, email: "ada@acme.com" };
  const headers = { host: "SeamlessReg.lectern.test:8024", ...wantsJson };
  expect((await at.get("/", form, headers)).json()).toMatchObject({ status: "active" });
  expect((await at.post("/marketo/", { ...form, title: "CTO" }, headers)).json()).toMatchObject({ status: "active" });
  expect(await at.people(eventId)).toMatchObject([{ job_title: "CTO" }]);
  expect((await at.get("/marketo", form, wantsJson)).statusCode).toBe(404);
  // Everything else of that host is where it always is.
  expect((await at.get("/seamlessreg", form, headers)).statusCode).toBe(200);
});
