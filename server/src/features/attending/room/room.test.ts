import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";

const app = await withApp();

afterEach(() => {
  delete app.clock.now;
});

const attendeeOf = (registrantId: number) =>
  app.database.db.selectFrom("attendees").selectAll().where("registrantId", "=", registrantId).executeTakeFirst();

test("whoever comes in while it is live is welcomed and becomes an attendee", async () => {
  const room = await liveRoom(app);
  const ann = await room.person({ firstname: "Ada" });
  const page = await room.enter({ registrantId: ann });
  const welcome = await page.welcome();
  expect(welcome).toMatchObject({
    seq: 0,
    you: { role: "audience", eventUserId: ann, firstName: "Ada" },
    state: { room: { phase: "live" } },
  });
  expect(await attendeeOf(ann)).toMatchObject({ liveSessions: 1, liveOpens: 1, archiveSessions: 0 });
  const totals = await app.database.db
    .selectFrom("eventTotals")
    .selectAll()
    .where("eventId", "=", room.eventId)
    .executeTakeFirst();
  expect(totals).toMatchObject({ attendees: 1, liveAttendees: 1, onDemandAttendees: 0 });
  await room.closeAll();
});

test("minutes run from coming in to closing the tab, and a second device counts once in the union", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const room = await liveRoom(app);
  const ann = await room.person();
  const at = (time: string) => {
    app.clock.now = new Date(`2026-03-10T${time}Z`);
  };
  const laptop = await room.enter({ registrantId: ann });
  await laptop.say("room.alive", { player: "playing" });
  at("16:05:30");
  await laptop.say("room.alive", { player: "playing" });
  const phone = await room.enter({ registrantId: ann });
  at("16:06:00");
  await laptop.say("room.alive", { player: "paused" });
  await phone.say("room.alive", { player: "playing" });
  at("16:06:30");
  await laptop.close();
  at("16:06:40");
  await phone.close();
  await expect
    .poll(() => attendeeOf(ann))
    .toMatchObject({
      liveSessions: 2,
      liveOpens: 2,
      liveMs: 90_000 + 70_000,
      cumulativeLiveMs: 100_000,
      // The laptop 60 s; the phone from its first sign of life on.
      liveMediaMs: 60_000 + 40_000,
    });
  const totals = await app.database.db
    .selectFrom("eventTotals")
    .selectAll()
    .where("eventId", "=", room.eventId)
    .executeTakeFirstOrThrow();
  expect(totals).toMatchObject({ attendees: 1, liveMs: 160_000, cumulativeLiveMs: 100_000, liveMediaMs: 100_000 });
});

test("somebody who is blocked has to go at once, in another process too, and leaves a blocked session when they try again", async () => {
  const other = await besideApp({ publicUrl: "http://other.test" });
  const room = await liveRoom(app);
  const [ann, bob] = [await room.person(), await room.person()];
  const page = await room.enter({ registrantId: ann });
  const bystander = await room.enter({ registrantId: bob });
  await other.database.db.updateTable("registrants").set({ isBlocked: true }).where("id", "=", ann).execute();
  expect(await page.told("room.goodbye")).toMatchObject({ reason: "blocked" });
  await page.closed();
  await expect(room.enter({ registrantId: ann })).rejects.toThrow("403");
  const sessions = await app.database.db
    .selectFrom("viewingSessions")
    .select(["kind"])
    .where("registrantId", "=", ann)
    .orderBy("id")
    .execute();
  expect(sessions.map(({ kind }) => kind)).toEqual(["live", "blocked"]);
  await bystander.say("room.alive", { player: "playing" });
  await room.closeAll();
});

test("strangers, others' events, broken seats and other sites do not get in", async () => {
  const room = await liveRoom(app);
  const elsewhere = await liveRoom(app);
  const ann = await room.person();
  const stranger = await elsewhere.person();
  await expect(room.enter({ registrantId: stranger })).rejects.toThrow("403");
  await expect(room.enter({ presenterId: 999_999 })).rejects.toThrow("404");
  const moderator = await elsewhere.presenter();
  await expect(room.enter({ presenterId: moderator })).rejects.toThrow("404");
  const answer = await fetch(`${room.base}/wcc/room/${room.eventId}?tab=x`);
  expect(answer.status).toBe(426);
  await expect(room.enter({ registrantId: ann })).resolves.toBeDefined();
  await room.closeAll();
});

test("whoever is let in slowly is welcomed, though the room is empty meanwhile", async () => {
  const room = await liveRoom(app);
  const ann = await room.person();
  let entering: ReturnType<typeof room.enter> | undefined;
  await app.database.db.transaction().execute(async (tx) => {
    await tx.selectFrom("registrants").select("id").where("id", "=", ann).forUpdate().execute();
    entering = room.enter({ registrantId: ann });
    // Rooms that nobody is in are given up every second.
    await sql`select pg_sleep(2.5)`.execute(tx);
  });
  const welcome = await (await entering)?.welcome();
  expect(welcome).toMatchObject({ you: { eventUserId: ann } });
  await room.closeAll();
});
