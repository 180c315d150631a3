import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { countActivity, countInEvents } from "./count-activity.ts";

const app = await withApp();

test("activities of one person in a group add up, and whoever has not come in is not counted", async () => {
  const room = await liveRoom(app);
  const [ann, bob] = [await room.person(), await room.person()];
  await (await room.enter({ registrantId: ann })).welcome();
  const at = new Date("2030-01-01T00:00:00Z");
  const { clientId, eventId } = room;
  const attending = await countActivity(app.database.db, [
    { clientId, registrantId: ann, at, counts: { liveOpens: 1 } },
    { clientId, registrantId: bob, at },
    { clientId, registrantId: ann, at: new Date("2029-01-01T00:00:00Z"), counts: { liveOpens: 2, archiveOpens: 1 } },
  ]);
  expect([...attending]).toEqual([ann]);
  const attendee = await app.database.db
    .selectFrom("attendees")
    .selectAll()
    .where("registrantId", "=", ann)
    .executeTakeFirst();
  expect(attendee).toMatchObject({ liveOpens: 4, archiveOpens: 1, lastActivityAt: at });
  await countInEvents(app.database.db, [
    { clientId, eventId, counts: { chatMessages: 2 } },
    { clientId, eventId, counts: { chatMessages: 1, ctaClicks: 5 } },
  ]);
  const totals = await app.database.db
    .selectFrom("eventTotals")
    .selectAll()
    .where("eventId", "=", eventId)
    .executeTakeFirst();
  expect(totals).toMatchObject({ chatMessages: 3, ctaClicks: 5, attendees: 1 });
  await room.closeAll();
});
