import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { listDriftedTotals } from "./drifts.ts";

const app = await withApp();
const { db } = app.database;

const driftOf = async (eventId: number) =>
  (await listDriftedTotals(db))
    .filter((drift) => drift.eventId === eventId)
    .map(({ counter, claimed, counted }) => ({ counter, claimed, counted }))
    .sort((one, other) => (one.counter < other.counter ? -1 : 1));

test("totals of who came and how long are what counting gives, and a difference is told by its name", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const room = await liveRoom(app);
  const { eventId } = room;
  const [ann, bob] = [await room.person(), await room.person()];
  await room.person();
  const pages = [
    await room.enter({ registrantId: ann }),
    await room.enter({ registrantId: ann }),
    await room.enter({ registrantId: bob }),
  ];
  for (const page of pages) await page.say("room.alive", { player: "playing" });
  app.clock.now = new Date("2026-03-10T16:05:40Z");
  await room.closeAll();
  const totals = () => db.selectFrom("eventTotals").selectAll().where("eventId", "=", eventId).executeTakeFirst();
  await expect.poll(totals).toMatchObject({ liveMs: 120_000, cumulativeLiveMs: 80_000, liveMediaMs: 120_000 });
  expect(await driftOf(eventId)).toEqual([]);
  const claim = { registrants: 4, attendees: 3, liveAttendees: 1, onDemandAttendees: 1, liveMs: 1, archiveMs: 5 };
  await db.updateTable("eventTotals").set(claim).where("eventId", "=", eventId).execute();
  expect(await driftOf(eventId)).toEqual([
    { counter: "archive_ms", claimed: 5, counted: 0 },
    { counter: "attendees", claimed: 3, counted: 2 },
    { counter: "live_attendees", claimed: 1, counted: 2 },
    { counter: "live_ms", claimed: 1, counted: 120_000 },
    { counter: "on_demand_attendees", claimed: 1, counted: 0 },
    { counter: "registrants", claimed: 4, counted: 3 },
  ]);
});
