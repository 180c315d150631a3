import { afterEach, expect, test } from "vitest";
import { attendeeOf, openingsOf, totalsOf } from "../../../../test/attending-figures.ts";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { RoomClient } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { addResource } from "../../webinars/console/add-resource.ts";

const app = await withApp();

afterEach(() => {
  delete app.clock.now;
});

type Room = Awaited<ReturnType<typeof liveRoom>>;

function addLink({ clientId, eventId }: Room, name: string): Promise<number> {
  const { db } = app.database;
  const place = { clientId, eventId, actor: "operator" };
  const content = { url: `https://example.com/${encodeURIComponent(name)}` };
  return addResource({ db, files: app.jobContext.files }, place, { name, widgetName: "Related Content 1", content });
}

test("opening a resource counts each time for it, once for whoever opened it, and lasts when it is deleted", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const room = await liveRoom(app);
  const [keys, frost] = [await addLink(room, "5 keys to webcasting"), await addLink(room, "Frost")];
  const [ann, bob] = [await room.person(), await room.person()];
  const page = await room.enter({ registrantId: ann });
  const bobs = await room.enter({ registrantId: bob });
  app.clock.now = new Date("2026-03-10T16:06:00Z");
  await page.say("resources.open", { resourceId: keys });
  app.clock.now = new Date("2026-03-10T16:11:00Z");
  await page.say("resources.open", { resourceId: keys });
  await page.say("resources.open", { resourceId: frost });
  await bobs.say("resources.open", { resourceId: keys });

  expect(await openingsOf(app, ann)).toMatchObject([
    {
      ...{ kind: "resource", thingId: keys, name: "5 keys to webcasting", opens: 2 },
      ...{ address: "https://example.com/5%20keys%20to%20webcasting" },
      firstOpenedAt: new Date("2026-03-10T16:06:00Z"),
      lastOpenedAt: new Date("2026-03-10T16:11:00Z"),
    },
    { thingId: frost, name: "Frost", opens: 1 },
  ]);
  const lastActivityAt = new Date("2026-03-10T16:11:00Z");
  expect(await attendeeOf(app, ann)).toMatchObject({ resourcesDownloaded: 2, lastActivityAt });
  expect(await attendeeOf(app, bob)).toMatchObject({ resourcesDownloaded: 1 });
  const totals = { resourceDownloaders: 2, resourceDownloads: 3 };
  expect(await totalsOf(app, room.eventId)).toMatchObject({ ...totals, resourcesAvailable: 2 });

  await operated(app, `DELETE /clients/${room.clientId}/events/${room.eventId}/resources/${keys}`);
  expect(await page.ask("resources.open", { resourceId: keys })).toMatchObject({ code: "resource.unknown" });
  expect(await openingsOf(app, ann)).toHaveLength(2);
  expect(await totalsOf(app, room.eventId)).toMatchObject({ ...totals, resourcesAvailable: 1 });
  await room.closeAll();
});

test("what somebody has opened is told when they come back, and only to them", async () => {
  const room = await liveRoom(app);
  const link = await addLink(room, "Link");
  const [ann, bob] = [await room.person(), await room.person()];
  const page = await room.enter({ registrantId: ann });
  expect((await page.welcome()).mine).not.toHaveProperty("resources");
  await page.say("resources.open", { resourceId: link });
  const [again, bobs] = [await room.enter({ registrantId: ann }), await room.enter({ registrantId: bob })];
  expect((await again.welcome()).mine).toMatchObject({ resources: { opened: [link] } });
  expect((await bobs.welcome()).mine).not.toHaveProperty("resources");
  const { widgets } = (await bobs.welcome()).state.widgets as { widgets: { kind: string; resources: object[] }[] };
  expect(widgets.find(({ kind }) => kind === "related-content")?.resources).toMatchObject([{ id: link, name: "Link" }]);
  await room.closeAll();
});

test("nobody opens another event's resources, the team opens none, and before the beginning nothing counts", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const early = await liveRoom(app, { minutesAgo: -10 });
  const [link, others, earlyLink] = [
    await addLink(room, "a"),
    await addLink(elsewhere, "b"),
    await addLink(early, "c"),
  ];
  const page = await room.enter({ registrantId: await room.person() });
  expect(await page.ask("resources.open", { resourceId: others })).toMatchObject({ code: "resource.unknown" });
  expect(await page.ask("resources.open", { resourceId: 1 })).toMatchObject({ code: "resource.unknown" });
  expect(await page.ask("resources.open", { resourceId: 0 })).toMatchObject({ code: "say.malformed" });
  const desk = await room.enter({ presenterId: await room.presenter("producer") });
  expect(await desk.ask("resources.open", { resourceId: link })).toMatchObject({ code: "say.notYours" });
  const lobby = await early.enter({ registrantId: await early.person() });
  expect(await lobby.ask("resources.open", { resourceId: earlyLink })).toMatchObject({ code: "room.notAttending" });
  for (const { eventId } of [room, elsewhere, early])
    expect(await totalsOf(app, eventId)).toMatchObject({ resourceDownloaders: 0, resourceDownloads: 0 });
  expect(
    await app.database.db
      .selectFrom("openings")
      .select("thingId")
      .where("thingId", "in", [link, others, earlyLink])
      .execute(),
  ).toEqual([]);
  await room.closeAll();
  await early.closeAll();
});

test("two hundred at once, over two processes and two devices each, add up", async () => {
  const other = await besideApp({ publicUrl: "http://other.test" });
  const room = await liveRoom(app);
  const [one, two] = [await addLink(room, "one"), await addLink(room, "two")];
  const people: number[] = [];
  for (let n = 0; n < 100; n++) people.push(await room.person());
  const base = await other.listen();
  const pages = await Promise.all(
    people.flatMap((registrantId) => [
      room.enter({ registrantId }),
      RoomClient.connect(base, room.eventId, { registrantId }),
    ]),
  );
  await Promise.all(pages.map((page, n) => page.say("resources.open", { resourceId: n % 2 === 0 ? one : two })));
  await Promise.all(pages.map((page) => page.say("resources.open", { resourceId: one })));
  expect(await totalsOf(app, room.eventId)).toMatchObject({ resourceDownloaders: 100, resourceDownloads: 200 });
  const counted = await app.database.db
    .selectFrom("attendees")
    .select(["resourcesDownloaded"])
    .where("eventId", "=", room.eventId)
    .execute();
  expect(new Set(counted.map(({ resourcesDownloaded }) => resourcesDownloaded))).toEqual(new Set([2]));
  const opened = await app.database.db
    .selectFrom("openings")
    .select((is) => [is.fn.sum<number>("opens").as("opens"), is.fn.countAll<number>().as("rows")])
    .where("eventId", "=", room.eventId)
    .executeTakeFirstOrThrow();
  expect([Number(opened.opens), Number(opened.rows)]).toEqual([400, 200]);
  await room.closeAll();
});
