import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { selectPresenting } from "./presenter-queries.ts";
import { selectViewings } from "./viewing-queries.ts";

const app = await withApp({ publicUrl: "https://webinars.example.com" });

afterEach(() => {
  delete app.clock.now;
});

type Room = Awaited<ReturnType<typeof liveRoom>>;

const at = (instant: string) => {
  app.clock.now = new Date(instant);
};

async function get({ token, clientId }: Pick<Room, "token" | "clientId">, path: string) {
  const answer = await app.call(token, `GET /client/${clientId}${path}`);
  return { status: answer.statusCode, body: answer.json() };
}

/** A session as it lies there, some time after. */
async function viewed({ clientId, eventId }: Room, registrantId: number, given: object) {
  const defaults = { tab: "t", kind: "live", isOpening: true, launchMode: "remote" };
  const session = { clientId, eventId, registrantId, ...defaults, ...(given as { startedAt: Date; lastSeenAt: Date }) };
  await app.database.db.insertInto("viewingSessions").values(session).execute();
}

test("a session is told from coming in to closing the page, by whom it was", async () => {
  at("2026-03-10T16:05:00Z");
  const room = await liveRoom(app);
  const ann = await room.person({
    firstname: "Ada",
    lastname: "Brown",
    email: "ada@example.com",
    exteventusercd: "0042",
  });
  const page = await room.enter({ registrantId: ann });
  at("2026-03-10T16:05:30.900Z");
  await page.say("room.alive", { player: "playing" });
  const sessionsOf = async () => (await get(room, `/event/${room.eventId}/attendeesession`)).body;
  expect(await sessionsOf()).toMatchObject({ totalattendeesessions: 1, pagecount: 1, currentpage: 0 });
  at("2026-03-10T16:05:50Z");
  await page.close();
  const times = { starttime: "2026-03-10T09:05:00-07:00", endtime: "2026-03-10T09:05:50-07:00", duration: "00:00:50" };
  await expect
    .poll(async () => (await sessionsOf()).attendeesession)
    .toEqual([
      {
        ...{ id: expect.any(Number), email: "ada@example.com", firstname: "Ada", lastname: "Brown" },
        ...{ ...times, usage: "Live", mediastream: "HTML5 Video", streamsource: "https", exteventusercd: "0042" },
        ...{ ipaddress: expect.any(String), launchmode: "Watching remote" },
      },
    ]);
});

test("kinds, pages and dates choose among sessions; a day that ends late is one length", async () => {
  const room = await liveRoom(app);
  const [ann, bob] = [await room.person(), await room.person()];
  const on = (day: string, hours: number, more: object = {}) => {
    const startedAt = new Date(`2026-03-${day}T06:30:00Z`);
    const lastSeenAt = new Date(startedAt.getTime() + hours * 3_600_000 + 59_999);
    return { startedAt, lastSeenAt, endedAt: lastSeenAt, ...more };
  };
  await viewed(room, ann, on("10", 26, { launchMode: "venue", os: "Windows 10", browser: "Firefox 140" }));
  await viewed(room, bob, on("11", 1, { kind: "archive" }));
  await viewed(room, bob, on("12", 0, { kind: "blocked" }));
  const list = async (query = "") => {
    const { body } = await get(room, `/event/${room.eventId}/attendeesession${query}`);
    return body.attendeesession.map((one: { usage: string; duration: string }) => `${one.usage} ${one.duration}`);
  };
  const [live, archived, blocked] = ["Live 26:00:59", "Archived 01:00:59", "Blocked 00:00:59"];
  expect(await list()).toEqual([live, archived, blocked]);
  expect(await list("?sessionType=ALL")).toEqual([live, archived, blocked]);
  expect(await list("?sessiontype=live")).toEqual([live]);
  expect(await list("?sessiontype=OnDemand")).toEqual([archived]);
  expect(await list("?sessiontype=blocked")).toEqual([blocked]);
  expect(await list("?itemsperpage=2&pageoffset=1")).toEqual([blocked]);
  // 06:30 UTC is the evening before, Pacific.
  expect(await list("?startdate=2026-03-10")).toEqual([archived, blocked]);
  // One that ends after midnight belongs to the next day.
  expect(await list("?startdate=2026-03-10&enddate=2026-03-10")).toEqual([]);
  expect(await list("?startdate=2026-03-10&enddate=2026-03-11T01:00:00")).toEqual([archived]);
  expect(await list("?enddate=2026-03-11")).toEqual([live, archived, blocked]);
  const { body } = await get(room, `/event/${room.eventId}/attendeesession?sessiontype=blocked`);
  expect(body.attendeesession[0]).not.toHaveProperty("mediastream");
  expect(await get(room, `/event/${room.eventId}/attendeesession?sessiontype=lost`)).toMatchObject({ status: 400 });
});

test("presenters are told by their sessions, practice and all, in the event and over clients", async () => {
  at("2026-03-10T16:05:00Z");
  const room = await liveRoom(app);
  const pat = await room.presenter("producer");
  const desk = await room.enter({ presenterId: pat });
  await desk.welcome();
  at("2026-03-10T16:15:07Z");
  await desk.close();
  const inEvent = {
    ...{ presenterid: pat, firstname: "Pat", lastname: expect.any(String), email: expect.any(String) },
    ...{ accessmode: "Producer", ispracticesession: "N" },
    ...{ starttime: "2026-03-10T09:05:00-07:00", endtime: "2026-03-10T09:15:07-07:00" },
  };
  await expect
    .poll(async () => (await get(room, `/event/${room.eventId}/presenter`)).body)
    .toEqual({ eventpresenters: [inEvent] });
  const { title } = await app.database.db
    .selectFrom("events")
    .select("title")
    .where("id", "=", room.eventId)
    .executeTakeFirstOrThrow();
  const place = { eventid: room.eventId, clientid: room.clientId, sessionid: expect.any(Number), eventtitle: title };
  expect((await get(room, "/presenter")).body).toEqual({ eventpresenters: [{ ...inEvent, ...place }] });
  expect((await get(room, "/presenter?startdate=2026-03-11")).body).toEqual({ eventpresenters: [] });
  expect((await get(room, "/presenter?startdate=2026-03-10&enddate=2026-03-10")).body.eventpresenters).toHaveLength(1);
  await app.build.changeEvent(room.eventId, { isApiExcluded: true });
  expect((await get(room, "/presenter")).body).toEqual({ eventpresenters: [] });
  expect((await get(room, `/event/${room.eventId}/presenter`)).body.eventpresenters).toHaveLength(1);
});

test("a parent's list of presenters has those of its sub-clients, unless they are left out", async () => {
  const { id: parentId } = await app.build.client();
  const token = await app.build.token(parentId);
  const { id: clientId } = await app.build.client({ parentId });
  const { id: eventId } = await app.build.event(clientId);
  const person = { firstName: "Kim", lastName: "Lee", email: "kim@example.com", role: "moderator" };
  const { id: presenterId } = await app.database.db
    .insertInto("presenters")
    .values({ clientId, eventId, ...person })
    .returning("id")
    .executeTakeFirstOrThrow();
  const now = new Date();
  await app.database.db
    .insertInto("presenterSessions")
    .values({
      clientId,
      eventId,
      presenterId,
      tab: "t",
      role: "moderator",
      isPractice: true,
      startedAt: now,
      lastSeenAt: now,
    })
    .execute();
  const list = async (query = "") =>
    (await get({ token, clientId: parentId }, `/presenter${query}`)).body.eventpresenters;
  expect(await list()).toMatchObject([{ clientid: clientId, accessmode: "Moderator", ispracticesession: "Y" }]);
  expect(await list("?excludesubaccounts=Y")).toEqual([]);
  expect(await list("?dateinterval=1&dateintervaltimezone=UTC")).toHaveLength(1);
});

test("pages of sessions are found by index", async () => {
  const room = await liveRoom(app);
  const { clientId, eventId } = room;
  const [ann, pat] = [await room.person(), await room.presenter()];
  const { db, pool } = app.database;
  await pool.query(
    `insert into viewing_sessions (client_id, event_id, registrant_id, tab, kind, is_opening, started_at, last_seen_at)
     select $1, $2, $3, 't', 'live', true, now() - n * interval '1 minute', now() from generate_series(1, 20000) n`,
    [clientId, eventId, ann],
  );
  await pool.query(
    `insert into presenter_sessions (client_id, event_id, presenter_id, tab, role, is_practice, started_at, last_seen_at)
     select $1, $2, $3, 't', 'presenter', false, now() - n * interval '1 minute', now() from generate_series(1, 20000) n`,
    [clientId, eventId, pat],
  );
  await pool.query("analyze viewing_sessions, presenter_sessions");
  const statements = [
    selectViewings({ clientId, eventId }, { limit: 100 }),
    selectPresenting({ clientIds: [clientId], eventId, isClientLevel: false }, { limit: 100 }),
    selectPresenting({ clientIds: [clientId], isClientLevel: true }, { limit: 100 }),
  ];
  for (const statement of statements) {
    const plan = JSON.stringify((await sql`explain ${statement}`.execute(db)).rows);
    expect(plan).not.toMatch(/Seq Scan on (viewing|presenter)_sessions/);
  }
});
