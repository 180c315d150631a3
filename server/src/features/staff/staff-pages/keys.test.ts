import { randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import { DateTime } from "luxon";
import { beforeEach, describe, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { addPerson } from "../../../../test/mail-fixture.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { createStaffBrowser, PASSWORD } from "../../../../test/staff-browser.ts";
import { staffCookie, staffLink } from "../../../../test/staff-link.ts";
import type { Events } from "../../../db/types.ts";
import { hashSecret } from "../../../lib/secrets.ts";
import { queueMails } from "../../base/outbox/queue-mails.ts";
import { eventAddresses, signedInAddresses } from "../../webinars/events/addresses.ts";

// Who gets to the pages of an event's staff: a key opens its own page; mails and people are for those who are signed in.

const app = await withApp();
const { id: clientId } = await app.build.client();
let event: Selectable<Events>;

beforeEach(async () => {
  delete app.clock.now;
  event = await app.build.event(clientId, { title: "Quiet machines" });
  const person = await addPerson(app, event, { email: "gina@acme.com" });
  await queueMails(app.database.db, [{ ...person, kind: "confirmation" }]);
  await app.sendMails();
});

const get = (url: string, cookie = "") => app.app.server.inject({ url, headers: { cookie } });
const post = (url: string, cookie = "") => app.app.server.inject({ method: "POST", url, headers: { cookie } });
const addresses = () => eventAddresses(event, "");
const keyed = ["preview", "present", "report"] as const;
const people = ["door", "mailbox"] as const;
const path = () => `/clients/${clientId}/events/${event.id}`;
const setClient = (isActive: boolean, id = clientId) => app.build.changeClient(id, { isActive });

/** The cookie of a member of a client's staff who is signed in. */
async function signIn(ofClient: number, permissions?: string[]): Promise<string> {
  const user = await app.build.user(ofClient, { ...(permissions && { permissions }) });
  const token = randomBytes(32).toString("base64url");
  const expiresAt = DateTime.fromJSDate(app.clock.now ?? new Date())
    .plus({ hours: 12 })
    .toJSDate();
  const session = { clientId: ofClient, userId: user.id, tokenHash: hashSecret(token), expiresAt };
  await app.database.db.insertInto("staffSessions").values(session).execute();
  return `lectern_session=${token}`;
}

/** Whether a page shows what it is about to the bearer of a cookie. */
async function opens(url: string, cookie = ""): Promise<boolean> {
  const { statusCode, body } = await get(url, cookie);
  const isOpen = statusCode === 200 && body.includes("Quiet machines");
  if (!isOpen) expect(body).not.toContain("gina@acme.com");
  return isOpen;
}

describe("a token that lists events", () => {
  test("is told what opens no mails, no people and no start", async () => {
    const token = await app.build.token(clientId, ["Event Listing", "Metadata & Usage"]);
    const listed = (await app.call(token, `GET /client/${clientId}/event`)).json().events.at(-1);
    const answers = [listed, (await app.call(token, `GET /client/${clientId}/event/${event.id}`)).json()];
    expect(listed.pmurl).toBe(`http://lectern.test/webcast/present?e=${event.id}`);
    for (const { pmurl, previewurl, reporturl } of answers) {
      expect(await opens(pmurl)).toBe(false);
      expect((await post(pmurl.replace("/present", "/present/start"))).statusCode).toBe(404);
      expect(await opens(previewurl)).toBe(true);
      expect(await opens(reporturl)).toBe(true);
      for (const told of [pmurl, previewurl, reporturl])
        for (const page of ["door", "mailbox", "mailbox/mail", "present"]) {
          const tried = told.replace(/webcast\/\w+/, `webcast/${page}`);
          expect(await opens(tried), tried).toBe(false);
        }
    }
    expect(JSON.stringify(answers)).not.toContain(event.presentKey);
  });

  test.each([
    [["Event Listing"], false],
    [["Event Listing", "Create a Webinar", "Delete a Webinar"], false],
    [["Event Listing", "Update a Webinar"], true],
    [["all"], true],
  ] as const)("gets the presenters' key only with the right to change webinars: %j", async (rights, isTold) => {
    const token = await app.build.token(clientId, rights);
    const { body } = await app.call(token, `GET /client/${clientId}/event`);
    expect(body.includes(event.presentKey)).toBe(isTold);
  });

  test("who creates or changes a webinar is told its presenters' address", async () => {
    const token = await app.build.token(clientId, ["Update a Webinar"]);
    const updated = await app.call(token, `PUT /client/${clientId}/event/${event.id}`, { form: { title: "New" } });
    expect(updated.json().wccevent.pmurl).toContain(event.presentKey);
  });
});

describe("keys", () => {
  test("open their own page, and lead only where they open", async () => {
    for (const name of keyed) expect(await opens(addresses()[name]), name).toBe(true);
    const preview = (await get(addresses().preview)).body;
    const report = (await get(addresses().report)).body;
    const present = (await get(addresses().present)).body;
    for (const page of [preview, report]) expect(page).not.toContain(event.presentKey);
    for (const page of [preview, present]) expect(page).not.toContain(event.reportKey);
    expect(present).toContain(event.previewKey);
  });

  test("open neither mails nor people", async () => {
    for (const page of [...people, "mailbox/mail"])
      for (const key of [event.previewKey, event.presentKey, event.reportKey, event.audienceKey]) {
        const { statusCode, headers } = await get(`/webcast/${page}?e=${event.id}&k=${key}&m=1`);
        expect([statusCode, headers.location?.startsWith("/webcast/login?page=")]).toEqual([303, true]);
      }
    const pressed = await post(`/webcast/door/accept?e=${event.id}&k=${event.presentKey}&r=1`);
    expect(pressed.statusCode).toBe(303);
    expect(pressed.headers.location).toMatch(/^\/webcast\/login/);
  });

  test.each(keyed)("are changed by the operator, and the old address ends in every process (%s)", async (name) => {
    const beside = await besideApp({ mailFrom: "beside@acme.com" });
    const old = addresses()[name];
    const { presentKey, previewKey, reportKey } = event;
    expect((await beside.app.server.inject(old)).statusCode).toBe(200);
    const answer = await operated<{ addresses: Record<string, string> }>(app, `POST ${path()}/keys`, { purpose: name });
    for (const { app: one } of [app, beside]) {
      expect((await one.server.inject(old)).statusCode).toBe(404);
      expect((await one.server.inject(answer.addresses[name] ?? "")).statusCode).toBe(200);
    }
    const now = await app.database.db.selectFrom("events").selectAll().where("id", "=", event.id).executeTakeFirst();
    const kept = { presentKey, previewKey, reportKey, [`${name}Key`]: expect.stringMatching(/^[0-9A-F]{32}$/) };
    expect(now).toMatchObject(kept);
    const changes = await app.database.db
      .selectFrom("changes")
      .select(["kind", "fields", "actor"])
      .where("eventId", "=", event.id)
      .where("kind", "=", "event.key-changed")
      .execute();
    expect(changes).toEqual([{ kind: "event.key-changed", fields: [`${name}Key`], actor: "operator" }]);
  });

  test("are changed for a purpose that there is", async () => {
    for (const purpose of ["mailbox", "audience", "", null])
      expect((await operate(app, `POST ${path()}/keys`, { purpose })).statusCode).toBe(400);
  });

  test("end while the client is closed", async () => {
    await setClient(false);
    for (const name of keyed) expect((await get(addresses()[name])).statusCode, name).toBe(404);
    expect((await post(addresses().present.replace("/present", "/present/start"))).statusCode).toBe(404);
    await setClient(true);
    for (const name of keyed) expect(await opens(addresses()[name]), name).toBe(true);
  });
});

describe("the operator's link", () => {
  test("lets a browser in to all pages of one event for an hour, and leaves no key in the address", async () => {
    const url = new URL(await staffLink(app, event));
    const { statusCode, headers } = await get(url.pathname + url.search);
    expect([statusCode, headers.location]).toEqual([303, `/webcast/door?e=${event.id}`]);
    expect(headers).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "no-store" });
    expect(headers["set-cookie"]).toMatch(
      new RegExp(`^lectern_event_${event.id}=[\\w-]+; Max-Age=3600; Path=/webcast; HttpOnly; SameSite=Lax$`),
    );
    const cookie = await staffCookie(app, event);
    const places = signedInAddresses(event, "");
    for (const name of [...keyed, ...people]) expect(await opens(places[name], cookie), name).toBe(true);
    expect((await get(places.mailbox, cookie)).body).toContain("gina@acme.com");
  });

  test("and its cookie end an hour after it was made", async () => {
    const made = DateTime.now();
    app.clock.now = made.toJSDate();
    const { pathname, search } = new URL(await staffLink(app, event));
    const cookie = await staffCookie(app, event);
    app.clock.now = made.plus({ minutes: 59 }).toJSDate();
    expect((await get(pathname + search)).headers["set-cookie"]).toContain("Max-Age=60;");
    expect(await opens(addresses().mailbox, cookie)).toBe(true);
    app.clock.now = made.plus({ hours: 1 }).toJSDate();
    expect((await get(pathname + search)).statusCode).toBe(404);
    expect(await opens(addresses().mailbox, cookie)).toBe(false);
    // Nobody makes it last longer.
    const later = cookie.replace(/=[\da-z]+-/, `=${made.plus({ days: 9 }).toMillis().toString(36)}-`);
    expect(await opens(addresses().mailbox, later)).toBe(false);
  });

  test("opens no other event, under no name of a cookie", async () => {
    const other = await app.build.event(clientId, { title: "Quiet machines" });
    const cookie = await staffCookie(app, other);
    const renamed = cookie.replace(`event_${other.id}`, `event_${event.id}`);
    for (const name of people)
      for (const tried of [cookie, renamed]) expect(await opens(addresses()[name], tried)).toBe(false);
    const { pathname, search } = new URL(await staffLink(app, other));
    expect((await get(pathname + search.replace(String(other.id), String(event.id)))).statusCode).toBe(404);
  });

  test("is made for those with the operator's key, and not after the client is closed", async () => {
    const url = `/api/clients/${clientId}/events/${event.id}/staff-links`;
    expect((await post(url)).statusCode).toBe(401);
    // It opens more than any right to see or change people: who may make one is told apart.
    const { paths } = app.app.server.swagger() as unknown as {
      paths: Record<string, { post?: Record<string, string> }>;
    };
    const ways = Object.values(paths).flatMap(({ post: way }) =>
      way?.["x-right"] === "staff-pages.open" ? [way] : [],
    );
    expect(ways.map(({ operationId }) => operationId)).toEqual(["createStaffLink"]);
    const cookie = await staffCookie(app, event);
    await setClient(false);
    expect(await opens(addresses().mailbox, cookie)).toBe(false);
    await setClient(true);
  });
});

describe("staff who are signed in", () => {
  test("see all pages of their client's events, and no other client's", async () => {
    const ours = await signIn(clientId);
    const { id: otherId } = await app.build.client();
    const theirs = await signIn(otherId);
    const child = await signIn((await app.build.client({ parentId: clientId })).id);
    const places = signedInAddresses(event, "");
    for (const name of [...keyed, ...people]) {
      expect(await opens(places[name], ours), name).toBe(true);
      for (const cookie of [theirs, child]) expect(await opens(places[name], cookie), name).toBe(false);
    }
    const pressed = await post(`/webcast/door/accept?e=${event.id}&r=1`, theirs);
    expect(pressed.headers.location).toMatch(/^\/webcast\/login/);
  });

  test("see those of the clients below theirs, too", async () => {
    const { id: above } = await app.build.client();
    const { id } = await app.build.client({ parentId: above });
    const places = signedInAddresses(await app.build.event(id, { title: "Quiet machines" }), "");
    const cookie = await signIn(above);
    for (const name of [...keyed, ...people]) expect(await opens(places[name], cookie), name).toBe(true);
    const home = (await get(`/webcast/home?client=${id}`, cookie)).body;
    expect(home).toContain("Quiet machines");
    expect((await get("/webcast/home", cookie)).body).not.toContain("Quiet machines");
    expect((await get(`/webcast/home?client=${above}`, await signIn(id))).body).toContain("Quiet machines");
  });

  test.each([
    [["Manage Go Live"], ["preview", "present", "report"]],
    [["Event Analytics"], ["preview", "report"]],
    [["Manage Users", "Manage Integrations"], []],
  ] as const)("open the pages that their rights reach: %j", async (permissions, open) => {
    const cookie = await signIn(clientId, [...permissions]);
    const places = signedInAddresses(event, "");
    const opened = [];
    for (const name of [...keyed, ...people]) if (await opens(places[name], cookie)) opened.push(name);
    expect(opened.sort()).toEqual([...open].sort());
    const home = (await get("/webcast/home", cookie)).body;
    expect(home.includes(`/webcast/door?e=${event.id}`)).toBe(false);
    for (const shown of ["/webcast/preview", "Quiet machines"]) expect(home.includes(shown)).toBe(open.length > 0);
  });

  test("are named by what they change; whoever comes by a key alone is not", async () => {
    const user = await app.build.user(clientId, { password: PASSWORD });
    const browser = createStaffBrowser(app);
    await browser.signIn(user.userName);
    const { present } = signedInAddresses(event, "");
    app.clock.now = event.startsAt;
    await browser.post(present.replace("present?", "present/start?"));
    await post(addresses().present.replace("present?", "present/end?"));
    const changes = app.database.db.selectFrom("changes").select(["kind", "actor"]).where("eventId", "=", event.id);
    expect(await changes.where("kind", "in", ["event.started", "event.ended"]).orderBy("id").execute()).toEqual([
      { kind: "event.started", actor: `user:${user.id}` },
      { kind: "event.ended", actor: "page:present" },
    ]);
  });

  test("need the permission for all events", async () => {
    expect(await opens(addresses().mailbox, await signIn(clientId, []))).toBe(false);
    expect(await opens(addresses().mailbox, await signIn(clientId, ["Event Analytics"]))).toBe(false);
    const permission = "Workgroup Access (View and Edit all events)";
    expect(await opens(addresses().mailbox, await signIn(clientId, [permission]))).toBe(true);
  });

  test("who is not is led to sign in and from there to the page, whether there is such an event or not", async () => {
    const { headers } = await get(addresses().door);
    expect(headers.location).toBe(`/webcast/login?page=${encodeURIComponent(`/webcast/door?e=${event.id}`)}`);
    expect((await get("/webcast/door?e=999999999")).statusCode).toBe(303);
    const entrance = (await get(`${headers.location}`)).body;
    expect(entrance).toContain(`<input type="hidden" name="page" value="/webcast/door?e=${event.id}">`);
    expect((await get("/webcast/login?page=https%3A%2F%2Fevil.example")).body).not.toContain("evil");
  });
});
