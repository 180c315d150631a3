import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { selectAttendees } from "./queries.ts";

const app = await withApp();

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

const idsOf = (body: { attendees: { eventuserid: number }[] }) => body.attendees.map(({ eventuserid }) => eventuserid);

/** Somebody who attended, with these figures. */
async function attended(
  { clientId, eventId }: Pick<Room, "clientId" | "eventId">,
  registrantId: number,
  given: object = {},
) {
  const times = { firstJoinedAt: new Date(), lastActivityAt: new Date() };
  await app.database.db
    .insertInto("attendees")
    .values({ clientId, eventId, registrantId, ...times, ...given })
    .execute();
}

/** Many who attended, several joining at a time. */
async function crowd({ clientId, eventId }: Room, people: number): Promise<void> {
  const { pool } = app.database;
  await pool.query(
    `insert into registrants (client_id, event_id, email, email_key)
     select $1, $2, 'p' || n || '@example.com', 'p' || n || '@example.com' from generate_series(1, $3::int) n`,
    [clientId, eventId, people],
  );
  // The check of each attendee's key is planned by it.
  await pool.query("analyze registrants");
  await pool.query(
    `insert into attendees (client_id, event_id, registrant_id, first_joined_at, last_activity_at)
     select $1, $2, id, at, at from registrants, lateral (select now() - id / 7 * interval '1 second' as at) joined
     where client_id = $1 and event_id = $2`,
    [clientId, eventId],
  );
}

test("what somebody does in a room is told of them a moment later, on two devices and on demand", async () => {
  at("2026-03-10T16:05:00Z");
  const room = await liveRoom(app);
  const ann = await room.person({ email: "ann@example.com", partnerref: "mail", exteventusercd: "007" });
  const laptop = await room.enter({ registrantId: ann });
  await laptop.say("room.alive", { player: "playing" });
  at("2026-03-10T16:05:30Z");
  const phone = await room.enter({ registrantId: ann });
  await laptop.say("room.alive", { player: "playing" });
  at("2026-03-10T16:06:00Z");
  await laptop.close();
  await phone.close();
  const list = async () => (await get(room, `/event/${room.eventId}/attendee`)).body;
  await expect.poll(list).toMatchObject({ eventid: room.eventId, totalattendees: 1, attendees: [{ liveminutes: 2 }] });
  const instants = { firstliveactivity: "2026-03-10T09:05:00-07:00", lastliveactivity: "2026-03-10T09:06:00-07:00" };
  expect((await list()).attendees).toEqual([
    {
      ...{ email: "ann@example.com", eventuserid: ann, exteventusercd: "007", userstatus: "active", isblocked: "N" },
      ...{ liveminutes: 2, liveviewed: 2, ...instants, cumulativeliveminutes: 1, livemediaplayerminutes: 1 },
      ...{ archiveminutes: 0, archiveviewed: 0, cumulativearchiveminutes: 0, archivemediaplayerminutes: 0 },
      ...{ engagementscore: 0.1, userprofileurl: `http://lectern.test/webcast/lead?c=${room.clientId}&p=${ann}` },
      ...{ askedquestions: 0, answeredsurveys: 0, answeredsurveyquestions: 0 },
      ...{ resourcesdownloaded: 0, answeredpolls: 0, launchmode: "Watching remote", partnerref: "mail" },
      attendeesessions: 2,
    },
  ]);
});

test.each([
  { ms: 0, minutes: 0 },
  { ms: 1, minutes: 1 },
  { ms: 89_999, minutes: 1 },
  { ms: 90_000, minutes: 2 },
  { ms: 3_600_000, minutes: 60 },
])("$ms ms are $minutes minutes", async ({ ms, minutes }) => {
  const room = await liveRoom(app);
  const person = await room.person();
  const live = { liveMs: ms, cumulativeLiveMs: ms, liveMediaMs: ms };
  await attended(room, person, { ...live, archiveMs: ms, cumulativeArchiveMs: ms, archiveMediaMs: ms });
  const { body } = await get(room, `/event/${room.eventId}/attendee`);
  expect(body.attendees).toMatchObject([
    {
      ...{ liveminutes: minutes, cumulativeliveminutes: minutes, livemediaplayerminutes: minutes },
      ...{ archiveminutes: minutes, cumulativearchiveminutes: minutes, archivemediaplayerminutes: minutes },
    },
  ]);
});

test("dates ask for any activity, or for the last, in the order of joining or of that", async () => {
  const room = await liveRoom(app);
  const [early, long, late, live] = [
    await room.person(),
    await room.person(),
    await room.person({ partnerref: "radio" }),
    await room.person(),
  ];
  const day = (number: number) => new Date(`2026-03-${String(number).padStart(2, "0")}T20:00:00Z`);
  await attended(room, early, { firstJoinedAt: day(2), lastActivityAt: day(3) });
  await attended(room, late, { firstJoinedAt: day(9), lastActivityAt: day(9) });
  await attended(room, long, { firstJoinedAt: day(4), lastActivityAt: day(12) });
  await attended(room, live, { firstJoinedAt: day(10), lastActivityAt: day(10), liveSessions: 1 });
  const inEvent = async (query: string) => idsOf((await get(room, `/event/${room.eventId}/attendee?${query}`)).body);
  expect(await inEvent("")).toEqual([early, long, late, live]);
  expect(await inEvent("startdate=2026-03-09&enddate=2026-03-09")).toEqual([long, late]);
  expect(await inEvent("startdate=2026-03-03&enddate=2026-03-09&datefiltermode=LastActivity")).toEqual([early, late]);
  expect(await inEvent("datefiltermode=lastactivity")).toEqual([early, late, live, long]);
  expect(await inEvent("partnerref=radio")).toEqual([late]);
  expect(await inEvent("itemsperpage=3&pageoffset=1")).toEqual([live]);
  const inClient = async (query: string) => idsOf((await get(room, `/attendee?startdate=2026-03-01&${query}`)).body);
  expect(await inClient("")).toEqual([early, long, late, live]);
  expect(await inClient("excludelive=Y")).toEqual([early, long, late]);
  expect(await inClient("itemsperpage=2&pageoffset=1")).toEqual([late, live]);
  // Without dates, the last thirty days.
  at("2026-04-10T20:00:00Z");
  expect(idsOf((await get(room, "/attendee")).body)).toEqual([long]);
  expect(await get(room, "/attendee?datefiltermode=joined")).toMatchObject({ status: 400 });
});

test("people who are gone are told when they are asked for, anonymous ones unless they are left out", async () => {
  const room = await liveRoom(app);
  const [active, deleted, forgotten, anonymous] = [
    await room.person(),
    await room.person(),
    await room.person(),
    await room.person(),
  ];
  for (const person of [active, deleted, forgotten, anonymous]) await attended(room, person);
  const { db } = app.database;
  await db.updateTable("registrants").set({ status: "deleted" }).where("id", "=", deleted).execute();
  await db.updateTable("registrants").set({ status: "forgotten" }).where("id", "=", forgotten).execute();
  await db.updateTable("registrants").set({ isAnonymous: true, isBlocked: true }).where("id", "=", anonymous).execute();
  const list = async (query: string) => (await get(room, `/event/${room.eventId}/attendee?${query}`)).body;
  expect((await list("")).attendees).toMatchObject([
    { eventuserid: active, isblocked: "N" },
    { eventuserid: anonymous, isblocked: "Y" },
  ]);
  expect(idsOf(await list("userstatus=any"))).toEqual([active, deleted, forgotten, anonymous]);
  expect(idsOf(await list("userstatus=deleted"))).toEqual([deleted]);
  expect(idsOf(await list("userstatus=forgotten"))).toEqual([forgotten]);
  expect(idsOf(await list("filterforgotten=Y"))).toEqual([forgotten]);
  expect(idsOf(await list("excludeanonymous=Y"))).toEqual([active]);
});

test("a client's list covers sub-clients, leaves out what is tagged APIEXCLUDE, and tells where each was", async () => {
  const { id: parentId } = await app.build.client();
  const parent = { token: await app.build.token(parentId), clientId: parentId };
  const { id: childId } = await app.build.client({ parentId });
  const people: Record<string, number> = {};
  for (const [name, clientId] of [
    ["own", parentId],
    ["childs", childId],
    ["hidden", parentId],
  ] as const) {
    const { id: eventId } = await app.build.event(clientId, name === "hidden" ? { campaignTags: ["ApiExclude"] } : {});
    const form = { email: "Ann@example.com", firstname: "A", lastname: "B", company: "C" };
    const answer = await app.call(parent.token, `POST /client/${clientId}/event/${eventId}/registrant`, { form });
    const minutes = Object.keys(people).length;
    people[name] = answer.json().eventuserid as number;
    const joined = new Date(Date.now() - (10 - minutes) * 60_000);
    await attended({ clientId, eventId }, people[name], { firstJoinedAt: joined, lastActivityAt: joined });
  }
  const { body } = await get(parent, "/attendee");
  expect(body).toMatchObject({ clientid: parentId, totalattendees: 2, pagecount: 1, currentpage: 0 });
  expect(body.attendees).toMatchObject([
    { eventuserid: people.own, clientid: parentId, eventid: expect.any(Number) },
    { eventuserid: people.childs, clientid: childId },
  ]);
  expect(body.attendees[0]).not.toHaveProperty("attendeesessions");
  expect(idsOf((await get(parent, "/attendee?excludesubaccounts=Y")).body)).toEqual([people.own]);
  expect(idsOf((await get(parent, `/attendee?subaccounts=${childId}`)).body)).toEqual([people.childs]);
  expect((await get(parent, "/attendee/ANN%40example.com")).body).toMatchObject({ eventuserid: people.childs });
  const { body: all } = await get(parent, "/attendee/ann@example.com/allevents");
  expect(idsOf(all)).toEqual([people.own, people.childs]);
  expect(idsOf((await get(parent, "/attendee/ann@example.com/allevents?excludesubaccounts=Y")).body)).toEqual([
    people.own,
  ]);
  const unknown = { status: 404, body: { message: "The attendant bob@example.com doesn't exist." } };
  expect(await get(parent, "/attendee/bob@example.com")).toEqual(unknown);
  expect(await get(parent, "/attendee/bob@example.com/allevents")).toEqual(unknown);
});

test("realtimeonly leaves out what is late at ON24, and nothing else", async () => {
  const room = await liveRoom(app);
  await attended(room, await room.person(), { liveSessions: 1, firstLiveAt: new Date(), lastLiveAt: new Date() });
  const [whole] = (await get(room, "/attendee")).body.attendees as [object];
  const [timely] = (await get(room, "/attendee?realtimeonly=Y")).body.attendees as [object];
  expect(Object.keys(whole).filter((key) => !(key in timely))).toEqual([
    ...["firstliveactivity", "lastliveactivity", "askedquestions", "resourcesdownloaded"],
    ...["answeredpolls", "answeredsurveys"],
    ...["cumulativeliveminutes", "cumulativearchiveminutes"],
  ]);
  expect(whole).toMatchObject(timely);
});

test("a long list is sent in slabs, each person once, in the order of joining; equal requests get equal bytes", async () => {
  const room = await liveRoom(app);
  const { clientId, eventId } = room;
  await crowd(room, 2500);
  const { body } = await get(room, `/event/${eventId}/attendee`);
  expect(body.totalattendees).toBe(2500);
  expect(new Set(idsOf(body)).size).toBe(2500);
  const pages: number[] = [];
  for (let page = 0; page < 3; page++)
    pages.push(...idsOf((await get(room, `/event/${eventId}/attendee?itemsperpage=1000&pageoffset=${page}`)).body));
  expect(pages).toEqual(idsOf(body));
  const again = await app.call(room.token, `GET /client/${clientId}/event/${eventId}/attendee`);
  expect(again.json()).toEqual(body);
});

test("pages are found by index, of an event, of clients, and of an address", async () => {
  const room = await liveRoom(app);
  const { clientId, eventId } = room;
  const { db, pool } = app.database;
  await crowd(room, 20_000);
  await pool.query("analyze registrants, attendees");
  const base = { clientIds: [clientId], dateMode: "joined", statuses: ["active"], isClientLevel: true } as const;
  const filters = [
    { ...base, eventId, isClientLevel: false },
    base,
    { ...base, dateMode: "lastActivity" as const, from: new Date(Date.now() - 60_000) },
    { ...base, email: "P7@example.com" },
  ];
  for (const filter of filters) {
    const { rows } = await sql`explain ${selectAttendees(filter, { limit: 100 })}`.execute(db);
    expect(JSON.stringify(rows)).not.toMatch(/Seq Scan on (attendees|registrants)/);
  }
});
