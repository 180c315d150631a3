import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { roomRequest } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { listen, ROOM_CHANNEL } from "../../../db/listen.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { type Hearers, tell } from "./room-log.ts";

const app = await withApp();

afterEach(() => {
  delete app.clock.now;
});

type Room = Awaited<ReturnType<typeof liveRoom>>;

/** Numbered messages are told apart by the number of people they claim. */
const tellRoom = ({ clientId, eventId }: Room, here: number, to: Hearers = "everybody", through = app) =>
  inTransaction(through.database.db, (tx) =>
    tell(tx, [{ room: { clientId, eventId }, to, kind: "room.people", body: { here } }]),
  );

const sessionsOf = (registrantId: number) =>
  app.database.db
    .selectFrom("viewingSessions")
    .select(["kind", "isOpening", "startedAt", "lastSeenAt", "endedAt"])
    .where("registrantId", "=", registrantId)
    .orderBy("id")
    .execute();

test("whoever was cut off hears what was told meanwhile, once and in its order", async () => {
  const room = await liveRoom(app);
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann, tab: "laptop" });
  await page.welcome();
  await tellRoom(room, 101);
  expect(await page.told("room.people", ({ here }) => here === 101)).toMatchObject({ seq: 1 });
  await page.cut();
  for (const here of [102, 103, 104]) await tellRoom(room, here);
  await tellRoom(room, 900, "team");
  await tellRoom(room, 901, `person:${ann + 1000}`);
  await tellRoom(room, 105, `person:${ann}`);
  const back = await room.enter({ registrantId: ann, tab: "laptop", since: 1 });
  await back.told("room.people", ({ here }) => here === 105);
  expect(back.heard[0]).toMatchObject({ kind: "resumed" });
  expect(back.numbered.map(({ seq }) => seq)).toEqual([2, 3, 4, 7]);
  await room.closeAll();
});

test("whoever was away too long, or names a number that never was, gets a fresh snapshot", async () => {
  const room = await liveRoom(app);
  const ann = await room.person();
  const holder = await room.enter({ registrantId: await room.person() });
  await holder.welcome();
  for (let here = 1; here <= 3; here++)
    await inTransaction(app.database.db, (tx) =>
      tell(
        tx,
        Array.from({ length: 500 }, () => ({
          ...{ room, to: "everybody" as const, kind: "room.people" as const, body: { here } },
        })),
      ),
    );
  await holder.told("room.people", ({ seq }) => seq === 1500);
  for (const since of [1, 99_999]) {
    const back = await room.enter({ registrantId: ann, since });
    expect(await back.welcome()).toMatchObject({ seq: 1500 });
  }
  const recent = await room.enter({ registrantId: ann, since: 1400 });
  await recent.told("room.people", ({ seq }) => seq === 1500);
  expect(recent.numbered).toHaveLength(100);
  await room.closeAll();
});

test("a cut of 20 seconds is one session; one of a minute another, which nobody has opened", async () => {
  app.clock.now = new Date("2026-11-01T09:10:00Z");
  const room = await liveRoom(app);
  const ann = await room.person();
  const after = (seconds: number) => {
    app.clock.now = new Date(Date.UTC(2026, 10, 1, 9, 10, seconds));
  };
  const enter = () => room.enter({ registrantId: ann, tab: "train" });
  const first = await enter();
  await first.say("room.alive", { player: "playing" });
  after(10);
  await first.say("room.alive", { player: "playing" });
  await first.cut();
  after(30);
  const second = await enter();
  await second.say("room.alive", { player: "playing" });
  after(40);
  await second.say("room.alive", { player: "playing" });
  await second.cut();
  after(100);
  const third = await enter();
  await third.say("room.alive", { player: "playing" });
  after(110);
  await third.close();
  await expect
    .poll(() => app.database.db.selectFrom("attendees").selectAll().where("registrantId", "=", ann).executeTakeFirst())
    .toMatchObject({ liveMs: 50_000, cumulativeLiveMs: 50_000, liveSessions: 2, liveOpens: 1 });
  const sessions = await sessionsOf(ann);
  expect(sessions.map(({ isOpening }) => isOpening)).toEqual([true, false]);
  await expect
    .poll(async () => (await sessionsOf(ann)).map(({ endedAt }) => endedAt?.toISOString()))
    .toEqual(["2026-11-01T09:10:40.000Z", "2026-11-01T09:11:50.000Z"]);
});

test("whoever waits in the lobby is let in when it starts, and watches on when it is on demand", async () => {
  app.clock.now = new Date("2026-05-05T10:00:00Z");
  const room = await liveRoom(app, { minutesAgo: -1 });
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  expect(await page.welcome()).toMatchObject({ state: { room: { phase: "lobby" } } });
  expect(await sessionsOf(ann)).toEqual([]);
  app.clock.now = new Date("2026-05-05T10:01:00Z");
  await page.told("room.phase", ({ phase }) => phase === "live");
  await expect.poll(() => sessionsOf(ann)).toMatchObject([{ kind: "live", isOpening: true }]);
  await page.say("room.alive", { player: "playing" });
  app.clock.now = new Date("2026-05-05T10:01:40Z");
  await page.say("room.alive", { player: "playing" });
  await app.build.changeEvent(room.eventId, {
    endedAt: app.clock.now,
    archiveStartsAt: app.clock.now,
    liveEndsAt: app.clock.now,
  });
  await page.told("room.phase", ({ phase }) => phase === "on-demand");
  await expect
    .poll(() => sessionsOf(ann))
    .toMatchObject([
      { kind: "live", endedAt: new Date("2026-05-05T10:01:40Z") },
      { kind: "archive", isOpening: true, endedAt: null },
    ]);
  await room.closeAll();
});

test("where sockets are blocked, the same messages go by long-poll", async () => {
  const room = await liveRoom(app);
  const ann = await room.person();
  const { url, headers } = roomRequest(room.base, room.eventId, { registrantId: ann });
  const messages = url.replace("?", "/messages?");
  const fetchList = async (since?: number) => {
    const answer = await fetch(since === undefined ? messages : `${messages}&since=${since}`, { headers });
    return answer.json() as Promise<{ kind: string; seq?: number }[]>;
  };
  expect(await fetchList()).toMatchObject([{ kind: "welcome", seq: 0, you: { eventUserId: ann } }]);
  const waiting = fetchList(0);
  await tellRoom(room, 7);
  expect(await waiting).toMatchObject([{ kind: "room.people", here: 7, seq: 1 }]);
  // The answer was lost on its way: the page still names what it heard before.
  expect(await fetchList(0)).toMatchObject([
    { kind: "resumed" },
    { kind: "room.phase" },
    { kind: "room.people", here: 7, seq: 1 },
  ]);
  const post = async (body: unknown) => {
    const json = { "content-type": "application/json" };
    return fetch(messages, { method: "POST", headers: { ...headers, ...json }, body: JSON.stringify(body) });
  };
  const said = await post([
    { kind: "room.alive", id: 1, player: "playing" },
    { kind: "room.alive", id: 2, player: "dancing" },
  ]);
  expect(await said.json()).toMatchObject([
    { kind: "done", re: 1 },
    { kind: "refused", re: 2, code: "say.malformed" },
  ]);
  expect((await post({ kind: "room.alive" })).status).toBe(400);
  expect((await fetch(messages)).status).toBe(401);
});

test("two processes tell every message once and in order, whoever causes it", async () => {
  const other = await besideApp({ publicUrl: "http://other.test" });
  const room = await liveRoom(app);
  const otherBase = await other.listen();
  const pages = [
    await room.enter({ registrantId: await room.person() }),
    await room.enter({ registrantId: await room.person() }, otherBase),
  ];
  for (const page of pages) await page.welcome();
  await Promise.all(
    Array.from({ length: 60 }, (_, number) => tellRoom(room, number, "everybody", number % 2 ? app : other)),
  );
  for (const page of pages) {
    await page.told("room.people", ({ seq }) => seq === 60);
    expect(page.numbered.map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  }
  const heard = pages.map((page) => JSON.stringify(page.numbered));
  expect(heard[0]).toBe(heard[1]);
  await room.closeAll();
});

/** Lets somebody in while a table is locked that is read last, and does something before they are in. */
async function whileEntering(room: Room, registrantId: number, act: () => Promise<void>) {
  let entering: ReturnType<typeof room.enter> | undefined;
  await app.database.db.transaction().execute(async (tx) => {
    await sql`lock table poll_answers in access exclusive mode`.execute(tx);
    entering = room.enter({ registrantId });
    const waiting = sql<{ count: number }>`
      select count(*)::int as count from pg_locks l where not granted and l.relation = 'poll_answers'::regclass`;
    await expect.poll(async () => (await waiting.execute(app.database.db)).rows[0]?.count).toBeGreaterThan(0);
    await act();
  });
  return entering as ReturnType<typeof room.enter>;
}

test("whoever comes in while it starts watches from then on, before their page gives a sign of life", async () => {
  app.clock.now = new Date("2026-05-05T10:00:00Z");
  const room = await liveRoom(app, { minutesAgo: -1 });
  const holder = await room.enter({ registrantId: await room.person() });
  await holder.welcome();
  const ann = await room.person();
  const page = await whileEntering(room, ann, async () => {
    app.clock.now = new Date("2026-05-05T10:01:00Z");
    await holder.told("room.phase", ({ phase }) => phase === "live");
  });
  expect(await page.welcome()).toMatchObject({ state: { room: { phase: "live" } } });
  await expect.poll(() => sessionsOf(ann)).toMatchObject([{ kind: "live", isOpening: true }]);
  await page.say("room.alive", { player: "playing" });
  expect(await sessionsOf(ann)).toHaveLength(1);
  await room.closeAll();
});

test("whoever comes in while the event goes is told so", async () => {
  const room = await liveRoom(app);
  const holder = await room.enter({ registrantId: await room.person() });
  await holder.welcome();
  const page = await whileEntering(room, await room.person(), async () => {
    await app.build.changeEvent(room.eventId, { isActive: false });
    await holder.told("room.goodbye");
  });
  expect(await page.told("room.goodbye")).toMatchObject({ reason: "over" });
});

test("whoever comes back is not told what a person said who was forgotten meanwhile", async () => {
  const room = await liveRoom(app);
  const ann = await room.person({ email: "ann.forgotten@example.com" });
  const holder = await room.enter({ registrantId: await room.person() });
  await holder.welcome();
  const anns = await room.enter({ registrantId: ann });
  await tellRoom(room, 1);
  await anns.say("chat.say", { text: "My name is Ann" });
  await tellRoom(room, 2);
  await holder.told("room.people", ({ here }) => here === 2);
  const form = { email: "ann.forgotten@example.com" };
  expect((await app.call(room.token, `POST /client/${room.clientId}/forget`, { form })).statusCode).toBe(200);
  await app.runJobs();
  await tellRoom(room, 3);
  await holder.told("room.people", ({ here }) => here === 3);
  const bob = await room.person();
  await expect
    .poll(async () => {
      const back = await room.enter({ registrantId: bob, since: 0 });
      await back.told("room.people", ({ here }) => here === 3);
      return JSON.stringify(back.heard);
    })
    .not.toContain("My name is Ann");
  await room.closeAll();
});

test("processes tell each other how many are here when that changes, and else only that they live", async () => {
  const other = await besideApp({ publicUrl: "http://other.test" });
  const heard: { from?: string; here?: number; isAlive?: true }[] = [];
  const onMessage = { [ROOM_CHANNEL]: (text: string) => heard.push(JSON.parse(text)) };
  const listener = await listen(app.databaseUrl, { onMessage, onGap: () => {} });
  const rooms = [await liveRoom(app), await liveRoom(app), await liveRoom(app)];
  const pages = [];
  for (const room of rooms)
    pages.push([
      await room.enter({ registrantId: await room.person() }),
      await room.enter({ registrantId: await room.person() }, await other.listen()),
    ]);
  for (const page of pages.flat()) await page.told("room.people", ({ here }) => here === 2);
  heard.length = 0;
  const lives = () => heard.filter(({ isAlive }) => isAlive).map(({ from }) => from);
  await expect.poll(() => lives().length).toBeGreaterThanOrEqual(4);
  expect(new Set(lives()).size).toBe(2);
  expect(heard.filter(({ here }) => here !== undefined)).toEqual([]);
  await pages[0]?.[1]?.close();
  await pages[0]?.[0]?.told("room.people", ({ here }) => here === 1);
  await listener.close();
  for (const room of rooms) await room.closeAll();
});
