import { randomBytes } from "node:crypto";
import { DateTime } from "luxon";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TestToken } from "../../../../../test/builders.ts";
import { withApp } from "../../../../../test/harness.ts";
import { liveRoom } from "../../../../../test/room-fixture.ts";
import { hashSecret } from "../../../../lib/secrets.ts";

const app = await withApp();
const { db } = app.database;
let clientId: number;
let token: TestToken;

beforeEach(async () => {
  clientId = (await app.build.client()).id;
  token = await app.build.token(clientId);
});

afterEach(() => {
  delete app.clock.now;
});

const daysAgo = (days: number) => DateTime.now().minus({ days }).startOf("minute").toJSDate();
const webinar = async (title: string, days: number, given: object = {}) =>
  (await app.build.event(clientId, { title, startsAt: daysAgo(days), ...given })).id;

async function register(eventId: number, email: string, given: Record<string, string> = {}): Promise<number> {
  const form = { email, firstname: "Ann", lastname: "Brown", company: "Acme", ...given };
  const answer = await app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, { form });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json().eventuserid;
}

/** Somebody who watched for as many minutes, which is a tenth of a score each; when they did. */
async function attend(eventId: number, email: string, minutes: number, at = new Date()): Promise<number> {
  const registrantId = await register(eventId, email);
  const watched = { liveMs: minutes * 60_000, cumulativeLiveMs: minutes * 60_000, liveSessions: 1, liveOpens: 1 };
  await db
    .insertInto("attendees")
    .values({ clientId, eventId, registrantId, firstJoinedAt: at, lastActivityAt: at, ...watched })
    .execute();
  return registrantId;
}

async function get(path: string) {
  const answer = await app.call(token, `GET /client/${clientId}${path}`);
  return { status: answer.statusCode, body: answer.json() };
}

describe("what is expected of a registrant", () => {
  const predicted = async (eventId: number) => {
    const { body } = await get(`/event/${eventId}/registrant`);
    return body.registrants.map((one: { engagementprediction?: string }) => one.engagementprediction);
  };

  test("MEDIUM of whom nothing is known, and nothing of who has come", async () => {
    const next = await webinar("Next", -1);
    await webinar("Coming too", -2).then((other) => register(other, "ann@acme.com"));
    await register(next, "ann@acme.com");
    await attend(next, "ben@acme.com", 50);
    expect(await predicted(next)).toEqual(["MEDIUM", undefined]);
  });

  test.each([
    ["LOW who came to none", [undefined], "LOW"],
    ["MEDIUM who came and did little", [49], "MEDIUM"],
    ["HIGH who did much", [50], "HIGH"],
    ["HIGH who came to half", [50, undefined], "HIGH"],
    ["MEDIUM who came to less than half", [50, undefined, undefined], "MEDIUM"],
    ["HIGH by the mean", [50, 50, 50], "HIGH"],
    ["MEDIUM by the mean", [50, 50, 49], "MEDIUM"],
  ])("%s", async (_, past, level) => {
    for (const [index, minutes] of past.entries()) {
      const eventId = await webinar(`Past ${index}`, index + 1);
      if (minutes === undefined) await register(eventId, "Ann@ACME.com");
      else await attend(eventId, "Ann@ACME.com", minutes);
    }
    const next = await webinar("Next", -1);
    await register(next, "ann@acme.com");
    expect(await predicted(next)).toEqual([level]);
    const { body } = await get("/registrant/ann@acme.com/allevents");
    expect(body.registrants.at(-1)).toMatchObject({ eventid: next, engagementprediction: level });
  });

  test("by the last ten webinars that are over, and no content", async () => {
    await attend(await webinar("Long ago", 11), "ann@acme.com", 50);
    for (let days = 1; days <= 10; days += 1) await register(await webinar(`Missed ${days}`, days), "ann@acme.com");
    const next = await webinar("Next", -1);
    await register(next, "ann@acme.com");
    expect(await predicted(next)).toEqual(["LOW"]);
    const content = await app.build.event(clientId, { title: "A paper", type: "pdf", startsAt: daysAgo(3) });
    await db
      .insertInto("registrants")
      .values({ clientId, eventId: content.id, email: "ben@acme.com", emailKey: "ben@acme.com" })
      .execute();
    await register(next, "ben@acme.com");
    expect(await predicted(next)).toEqual(["LOW", "MEDIUM"]);
  });
});

describe("leads", () => {
  test("are addresses, each once, with what they are interested in and how engaged they are", async () => {
    const clouds = await webinar("Clouds for everybody", 3);
    const hats = await webinar("Hats", 2);
    await attend(clouds, "Gina@Acme.com", 30, daysAgo(3));
    const gina = await register(hats, "gina@acme.com");
    const ida = await register(hats, "ida@acme.com");
    const { body } = await get("/lead");
    const url = (id: number) => `http://lectern.test/webcast/lead?c=${clientId}&p=${id}`;
    expect(body).toEqual({
      ...{ clientid: clientId, totalleads: 2, pagecount: 1, currentpage: 0 },
      leads: [
        {
          ...{ email: "gina@acme.com", businessinterests: ["Clouds", "Everybody", "Hats"], engagementlevel: "MEDIUM" },
          ...{ userprofileurl: url(gina), segments: [] },
        },
        {
          ...{ email: "ida@acme.com", businessinterests: ["Hats"], engagementprediction: "LOW" },
          ...{ userprofileurl: url(ida), segments: [] },
        },
      ],
    });
  });

  test("of the last thirty days unless told otherwise, by registration or by what they did", async () => {
    const long = await webinar("Long ago", 60);
    const registered = async (email: string, at: Date, activeAt?: Date) => {
      const id = await (activeAt ? attend(long, email, 1, activeAt) : register(long, email));
      await db.updateTable("registrants").set({ createdAt: at }).where("id", "=", id).execute();
    };
    await registered("old@acme.com", daysAgo(60));
    await registered("back@acme.com", daysAgo(60), daysAgo(10));
    await registered("gone@acme.com", daysAgo(60), daysAgo(50));
    await registered("new@acme.com", daysAgo(5));
    const emails = async (query: string) =>
      (await get(`/lead${query}`)).body.leads.map(({ email }: { email: string }) => email.split("@")[0]);
    expect(await emails("")).toEqual(["back", "new"]);
    expect(await emails("?dateinterval=90")).toEqual(["old", "gone", "back", "new"]);
    const day = (days: number) => DateTime.now().minus({ days }).toISODate();
    expect(await emails(`?startdate=${day(55)}&enddate=${day(45)}`)).toEqual(["gone"]);
    expect(await emails("?dateinterval=90&itemsperpage=3&pageoffset=1")).toEqual(["new"]);
    const tooLong = await get(`/lead?startdate=${day(367)}&enddate=${day(0)}`);
    expect([tooLong.status, tooLong.body.message]).toEqual([
      400,
      "startDate and endDate can't be more than 365 days apart.",
    ]);
  });

  test("leave out deleted, forgotten and waiting people, and events that are deleted or kept out of the API", async () => {
    const open = await webinar("Open", 1);
    const hidden = await webinar("Hidden", 1);
    for (const status of ["deleted", "forgotten", "unconfirmed"]) {
      const id = await register(open, `${status}@acme.com`);
      await db.updateTable("registrants").set({ status }).where("id", "=", id).execute();
    }
    await register(hidden, "hidden@acme.com");
    await app.build.changeEvent(hidden, { isApiExcluded: true });
    expect((await get("/lead")).body).toMatchObject({ totalleads: 0, leads: [] });
    expect((await get("/lead/hidden@acme.com")).status).toBe(404);
  });

  test("nothing of an event that is deleted or kept out of the API is told of whom another made a lead", async () => {
    const ann = await attend(await webinar("Open", 3), "ann@acme.com", 12);
    const hidden = await webinar("Hidden", 2);
    const deleted = await webinar("Deleted", 1);
    for (const [eventId, company] of [
      [hidden, "Hidden"],
      [deleted, "Deleted"],
    ] as const) {
      const id = await attend(eventId, "ann@acme.com", 50);
      await db.updateTable("registrants").set({ company }).where("id", "=", id).execute();
    }
    await app.build.changeEvent(hidden, { isApiExcluded: true });
    await app.build.changeEvent(deleted, { deletedAt: new Date() });
    const { body } = await get("/lead");
    expect(body.leads).toMatchObject([{ businessinterests: ["Open"], engagementlevel: "LOW" }]);
    expect(body.leads[0].userprofileurl).toMatch(new RegExp(`p=${ann}$`));
    expect((await get("/lead/ann@acme.com")).body).toMatchObject({
      company: "Acme",
      lifetimeactivity: { webinarsattended: 1, totalengagementminutes: 12, engagementlevel: "LOW" },
      businessinterests: { keywords: ["Open"] },
      recentactivities: [{ eventtitle: "Open" }],
    });
  });
});

describe("the profile of an address", () => {
  test("tells what it did in the webinars it attended, and all of it together", async () => {
    app.clock.now = new Date("2026-03-10T16:05:00Z");
    const room = await liveRoom(app);
    [clientId, token] = [room.clientId, room.token];
    await app.build.changeEvent(room.eventId, { title: "Quiet machines" });
    const ann = await room.person({
      email: "ann@example.com",
      ...{ jobtitle: "Engineer", workphone: "4155550101", notes: "Met in Paris", exteventusercd: "1521" },
    });
    const page = await room.enter({ registrantId: ann });
    await page.say("questions.ask", { text: "Why?" });
    await page.say("room.alive", { player: "playing" });
    app.clock.now = new Date("2026-03-10T16:05:15Z");
    await page.say("room.alive", { player: "playing" });
    app.clock.now = new Date("2026-03-10T16:05:30Z");
    await page.close();
    await expect
      .poll(async () => (await get("/lead/ann@example.com")).body.lifetimeactivity?.totalengagementseconds)
      .toBe(30);
    const { body } = await get("/lead/ANN@example.com");
    expect(body).toMatchObject({
      ...{ company: "Acme", email: "ann@example.com", firstname: "Ann" },
      lifetimeactivity: {
        ...{ resources: 0, engagementlevel: "LOW", totalengagementminutes: 1, totaltouches: 1, webinarsattended: 1 },
        ...{ videoswatched: 0, documentsread: 0, webpagesviewed: 0 },
      },
      businessinterests: { keywords: ["Machines", "Quiet"] },
      ...{ jobtitle: "Engineer", workphone: "(415)-555-0101", notes: "Met in Paris" },
      recentactivities: [
        {
          ...{ eventid: room.eventId, eventtitle: "Quiet machines", eventuserid: ann, exteventusercd: "1521" },
          ...{
            liveseconds: 30,
            livetime: 1,
            ondemandtime: 0,
            ondemandseconds: 0,
            attendedarchive: "N",
            attendedlive: "Y",
          },
          ...{ lastactivity: "2026-03-10T09:05:00-07:00", totalpages: 0, resourcesdownloaded: 0, askedquestions: 1 },
          ...{ answeredpolls: 0, answeredsurveys: 0, ctasaccessed: 0, resources: [], polls: [], surveys: [] },
          ...{ calltoactions: [], questions: [{ question: "Why?", answer: "Unanswered" }] },
        },
      ],
    });
  });

  test("of who has attended nothing has no activities, and what is expected; who is unknown has none", async () => {
    await register(await webinar("Next", -1), "ben@acme.com");
    const { body } = await get("/lead/ben@acme.com");
    expect(body).toMatchObject({
      lifetimeactivity: {
        engagementprediction: "MEDIUM",
        totaltouches: 0,
        webinarsattended: 0,
        totalengagementminutes: 0,
      },
      recentactivities: [],
    });
    expect(body.lifetimeactivity).not.toHaveProperty("engagementlevel");
    expect(await get("/lead/nobody@acme.com")).toEqual({
      status: 404,
      body: { message: "No lead data was found for that email address" },
    });
  });
});

describe("engaged accounts", () => {
  test("are companies by their people's scores of the last 90 days, without mail providers", async () => {
    const event = await webinar("Clouds", 1);
    await attend(event, "ann@acme.com", 10);
    await attend(event, "ben@mail.acme.com", 20);
    await attend(event, "cleo@ibm.com", 25);
    await attend(event, "dan@gmail.com", 50);
    await attend(event, "eve@idle.com", 0);
    await attend(event, "finn@old.com", 50, daysAgo(91));
    await register(event, "gus@away.com");
    const url = (domain: string) => `http://lectern.test/webcast/company?c=${clientId}&d=${domain}`;
    expect((await get("/engagedaccount")).body).toEqual({
      accounts: [
        { name: "Acme", domains: ["acme.com"], profileurl: url("acme.com") },
        { name: "Ibm", domains: ["ibm.com"], profileurl: url("ibm.com") },
      ],
    });
  });

  test("none where nobody came", async () => {
    expect((await get("/engagedaccount")).body).toEqual({ accounts: [] });
  });
});

describe("the pages that profiles lead to", () => {
  /** The cookie of a member of a client's staff who is signed in. */
  async function signIn(ofClient: number, permissions?: string[]): Promise<string> {
    const user = await app.build.user(ofClient, { ...(permissions && { permissions }) });
    const secret = randomBytes(32).toString("base64url");
    const expiresAt = DateTime.now().plus({ hours: 12 }).toJSDate();
    const session = { clientId: ofClient, userId: user.id, tokenHash: hashSecret(secret), expiresAt };
    await db.insertInto("staffSessions").values(session).execute();
    return `lectern_session=${secret}`;
  }

  const open = async (url: string, cookie = "") => app.app.server.inject({ url, headers: { cookie } });

  test("open for staff of the client who are signed in, and for nobody else", async () => {
    const event = await webinar("Quiet clouds", 1);
    const ann = await attend(event, "ann@acme.com", 12);
    const pages = [`/webcast/lead?c=${clientId}&p=${ann}`, `/webcast/company?c=${clientId}&d=acme.com`];
    const ours = await signIn(clientId);
    const others = await signIn((await app.build.client()).id);
    const mayNothing = await signIn(clientId, []);
    for (const url of pages) {
      const shown = await open(url, ours);
      expect([shown.statusCode, shown.body.includes("ann@acme.com"), shown.body.includes("1.2")]).toEqual([
        200,
        true,
        true,
      ]);
      for (const cookie of [others, mayNothing]) {
        const refused = await open(url, cookie);
        expect([refused.statusCode, refused.body.includes("ann@acme.com")]).toEqual([404, false]);
      }
      const { statusCode, headers } = await open(url);
      expect([statusCode, headers.location]).toEqual([303, `/webcast/login?${new URLSearchParams({ page: url })}`]);
    }
    for (const url of [
      `/webcast/lead?c=${clientId}&p=1`,
      "/webcast/lead",
      `/webcast/company?c=${clientId}&d=cme.com`,
      "/webcast/company?d=%25",
    ])
      expect((await open(url, ours)).statusCode, url).toBe(404);
  });
});
