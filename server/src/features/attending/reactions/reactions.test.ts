import { afterEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { RoomClient } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";

const app = await withApp();
const { db } = app.database;
let room: Awaited<ReturnType<typeof liveRoom>>;

afterEach(async () => {
  delete app.clock.now;
  await room.closeAll();
});

async function openRoom(given: { minutesAgo?: number } = {}) {
  room = await liveRoom(app, given);
  const [annId, bobId, patId] = [await room.person({ firstname: "Ada" }), await room.person(), await room.presenter()];
  const ann = await room.enter({ registrantId: annId });
  const bob = await room.enter({ registrantId: bobId });
  const pat = await room.enter({ presenterId: patId });
  for (const page of [ann, bob, pat]) await page.welcome();
  return { annId, bobId, patId, ann, bob, pat };
}

const reactionsOf = (registrantId: number) =>
  db
    .selectFrom("reactions")
    .select(["type", "reactedAt", "secondsFromStart"])
    .where("registrantId", "=", registrantId)
    .orderBy("id")
    .execute();
const counted = (registrantId: number) =>
  db.selectFrom("attendees").select("reactions").where("registrantId", "=", registrantId).executeTakeFirst();
const handsOf = (registrantId: number) =>
  db
    .selectFrom("raisedHands")
    .select(["raisedAt", "loweredAt", "loweredBy"])
    .where("registrantId", "=", registrantId)
    .orderBy("id")
    .execute();

test("a reaction is kept with its second of the webinar, counted, and shown to all as it comes", async () => {
  app.clock.now = new Date("2026-03-10T16:05:09.900Z");
  const { ann, bob, pat, annId } = await openRoom();
  app.clock.now = new Date("2026-03-10T16:05:12.500Z");
  await ann.say("reactions.react", { type: "celebrate", position: 99 });
  await ann.say("reactions.react", { type: "heart" });
  expect(await reactionsOf(annId)).toEqual([
    { type: "celebrate", reactedAt: app.clock.now, secondsFromStart: 302 },
    { type: "heart", reactedAt: app.clock.now, secondsFromStart: 302 },
  ]);
  expect(await counted(annId)).toEqual({ reactions: 2 });
  for (const page of [bob, pat]) {
    await page.told("reactions.burst", ({ counts }) => counts.celebrate === 1);
    await page.told("reactions.burst", ({ counts }) => counts.heart === 1);
  }
  expect(await ann.ask("reactions.react", { type: "boo" as "like" })).toMatchObject({ code: "say.malformed" });
  expect(await pat.ask("reactions.react", { type: "like" })).toMatchObject({ code: "say.notYours" });
});

test("of a recording the player tells the second", async () => {
  room = await liveRoom(app);
  const annId = await room.person();
  app.clock.now = new Date(Date.now() + 24 * 3_600_000);
  const ann = await room.enter({ registrantId: annId });
  expect((await ann.welcome()).state).toMatchObject({ room: { phase: "on-demand" } });
  await ann.say("reactions.react", { type: "laugh", position: 17.9 });
  expect(await reactionsOf(annId)).toMatchObject([{ type: "laugh", secondsFromStart: 17 }]);
  expect(await ann.ask("hands.raise", {})).toMatchObject({ code: "hand.notLive" });
});

test("whoever waits for the beginning, or is faster than anybody claps, is refused", async () => {
  const { ann, annId } = await openRoom({ minutesAgo: -5 });
  expect(await ann.ask("reactions.react", { type: "like" })).toMatchObject({ code: "room.notAttending" });
  expect(await ann.ask("hands.raise", {})).toMatchObject({ code: "hand.notLive" });
  expect(await reactionsOf(annId)).toEqual([]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => ann.ask("reactions.react", { type: "like" })));
  expect(answers.at(-1)).toMatchObject({ code: "say.tooFast", retryAfterMs: expect.any(Number) });
});

test("what two hundred show at once adds up exactly", async () => {
  const { pat } = await openRoom();
  const people = await Promise.all(Array.from({ length: 200 }, () => room.person()));
  const pages = await Promise.all(people.map((registrantId) => room.enter({ registrantId })));
  await Promise.all(pages.map((page) => page.say("reactions.react", { type: "like" })));
  const { likes } = await db
    .selectFrom("reactions")
    .select(({ fn }) => fn.countAll<number>().as("likes"))
    .where("eventId", "=", room.eventId)
    .executeTakeFirstOrThrow();
  expect(likes).toBe(200);
  const told = () =>
    pat.heard.reduce((sum, heard) => sum + (heard.kind === "reactions.burst" ? (heard.counts.like ?? 0) : 0), 0);
  await expect.poll(told, { timeout: 10_000 }).toBe(200);
});

test("raised hands reach the team alone, in the order of time, and go down by either side", async () => {
  const { ann, bob, pat, annId, bobId, patId } = await openRoom();
  await bob.say("hands.raise", {});
  await ann.say("hands.raise", {});
  await ann.say("hands.raise", {});
  expect(await pat.told("hands.hand", ({ eventUserId }) => eventUserId === annId)).toMatchObject({ isRaised: true });
  expect(await ann.told("hands.own")).toMatchObject({ isRaised: true });
  const beside = await (await besideApp({ publicUrl: "http://other.test" })).listen();
  const late = await RoomClient.connect(beside, room.eventId, { presenterId: patId });
  const { hands } = (await late.welcome()).state as { hands: { raised: object[] } };
  expect(hands.raised).toMatchObject([{ eventUserId: bobId }, { eventUserId: annId }]);
  const again = await (await room.enter({ registrantId: annId })).welcome();
  expect(again.mine).toMatchObject({ hands: { isRaised: true } });
  expect(again.state).not.toHaveProperty("hands");
  await bob.say("hands.lower", {});
  await pat.say("hands.lowerFor", { eventUserId: annId });
  await ann.told("hands.own", ({ isRaised }) => !isRaised);
  await late.told("hands.hand", ({ eventUserId, isRaised }) => eventUserId === annId && !isRaised);
  expect(await handsOf(annId)).toMatchObject([{ loweredAt: expect.any(Date), loweredBy: patId }]);
  expect(await handsOf(bobId)).toMatchObject([{ loweredAt: expect.any(Date), loweredBy: null }]);
  expect(bob.heard.some(({ kind }) => kind === "hands.hand")).toBe(false);
  await ann.say("hands.raise", {});
  expect(await handsOf(annId)).toHaveLength(2);
  await late.close();
});

test("another event's team reaches nobody's hand", async () => {
  const { ann, annId } = await openRoom();
  await ann.say("hands.raise", {});
  const elsewhere = await liveRoom(app);
  const stranger = await elsewhere.enter({ presenterId: await elsewhere.presenter() });
  await stranger.say("hands.lowerFor", { eventUserId: annId });
  expect(await handsOf(annId)).toMatchObject([{ loweredAt: null }]);
  await elsewhere.closeAll();
});

test("the hand of whoever left for good goes down, that of whoever is there stays up", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const { ann, bob, pat, annId, bobId } = await openRoom();
  await ann.say("hands.raise", {});
  await bob.say("hands.raise", {});
  await ann.close();
  app.clock.now = new Date("2026-03-10T16:06:00Z");
  await bob.say("room.alive", { player: "playing" });
  await expect
    .poll(() =>
      db
        .selectFrom("viewingSessions")
        .select("lastSeenAt")
        .where("registrantId", "=", bobId)
        .where("endedAt", "is", null)
        .execute(),
    )
    .toContainEqual({ lastSeenAt: app.clock.now });
  await app.runJob("lower-left-hands");
  expect(await handsOf(annId)).toMatchObject([{ loweredAt: app.clock.now, loweredBy: null }]);
  expect(await handsOf(bobId)).toMatchObject([{ loweredAt: null }]);
  await pat.told("hands.hand", ({ eventUserId, isRaised }) => eventUserId === annId && !isRaised);
});
