import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { attendeeOf } from "../../../../test/attending-figures.ts";
import { withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { getListedEvent } from "../analytics/queries.ts";
import { foldGains, scoreNext } from "./queries.ts";
import { signals } from "./signals.ts";

const app = await withApp();

afterEach(() => {
  delete app.clock.now;
});

type Room = Awaited<ReturnType<typeof liveRoom>>;

/** Somebody who attended, with these figures; answers their eventuserid. */
async function attended({ clientId, eventId, person }: Room, counts: object): Promise<number> {
  const registrantId = await person();
  const times = { firstJoinedAt: new Date(), lastActivityAt: new Date() };
  await app.database.db
    .insertInto("attendees")
    .values({ clientId, eventId, registrantId, ...times, ...counts })
    .execute();
  return registrantId;
}

const scoreOf = async (registrantId: number) => (await attendeeOf(app, registrantId)).engagementTenths / 10;
const modelOf = ({ clientId }: Room) => operated<Model>(app, `GET /clients/${clientId}/engagement-model`);

interface Model {
  version: number;
  weights: Record<string, { points: number; most: number }>;
  scoring?: { total: number; done: number; finishedAt?: string };
}

const minutes = (count: number) => ({ cumulativeLiveMs: count * 60_000 });

test.each([
  [{}, 0],
  [{ cumulativeLiveMs: 1 }, 0.1], // more than none is a minute
  [minutes(29), 2.9],
  [{ cumulativeLiveMs: 89_999, cumulativeArchiveMs: 1 }, 0.2], // a minute and a half is two
  [minutes(49), 4.9],
  [minutes(51), 5],
  [{ questionsAsked: 1 }, 1],
  [{ questionsAsked: 9 }, 2],
  [{ answeredPolls: 2 }, 1],
  [{ answeredPolls: 4 }, 1.5],
  [{ answeredSurveys: 3 }, 1],
  [{ resourcesDownloaded: 2 }, 1],
  [{ ctaClicks: 1 }, 0.5],
  [{ ctaClicks: 3 }, 1],
  [{ widgetsOpened: 3 }, 0.3],
  [{ chatMessages: 6 }, 0.5],
  [{ reactions: 4 }, 0.4],
  [{ conversions: 1 }, 1.5],
  [{ ...minutes(20), questionsAsked: 1, answeredPolls: 3, resourcesDownloaded: 1 }, 5], // 2 + 1 + 1.5 + 0.5
  [{ ...minutes(60), questionsAsked: 5, answeredPolls: 5, answeredSurveys: 1, conversions: 2 }, 10], // 12.5
])("%j scores %d", async (counts, score) => {
  const room = await liveRoom(app);
  const registrantId = await attended(room, counts);
  expect(await scoreOf(registrantId)).toBe(score);
  // What comes bit by bit comes to the same.
  const slowly = await attended(room, {});
  for (const [name, count] of Object.entries(counts))
    await app.database.db
      .updateTable("attendees")
      .set({ [name]: count })
      .where("registrantId", "=", slowly)
      .execute();
  expect(await scoreOf(slowly)).toBe(score);
});

test("the weights of the house are those that are documented, signal by signal", async () => {
  const text = readFileSync(new URL("../../../../../docs/metrics.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| `(\w+)` \| [^|]+ \| ([\d.]+) \| ([\d.]+) \|$/gm)];
  const documented = rows.map(([, signal, points, most]) => [signal, { points: Number(points), most: Number(most) }]);
  const { weights } = await modelOf(await liveRoom(app));
  expect(Object.fromEntries(documented)).toEqual(weights);
  expect(Object.keys(weights).sort()).toEqual(Object.keys(signals).sort());
});

test("a score is told of an attendee, its mean of the event, and how it comes about", async () => {
  const room = await liveRoom(app);
  const ann = await attended(room, { ...minutes(31), questionsAsked: 3 });
  await attended(room, { reactions: 2 });
  await attended(room, {});
  const place = `/client/${room.clientId}/event/${room.eventId}`;
  const { attendees } = (await app.call(room.token, `GET ${place}/attendee`)).json();
  expect(attendees.map((one: { engagementscore: number }) => one.engagementscore)).toEqual([5.1, 0.2, 0]);
  const metadata = async () => (await app.call(room.token, `GET ${place}`)).json().eventanalytics.eventengagementscore;
  expect(await app.database.db.updateTable("eventTotals").set({ attendees: 3 }).executeTakeFirst()).toBeDefined();
  expect(await metadata()).toBe(1.8); // 5.3 / 3
  // What has been gained is told before it is folded into the sum, and only once after.
  await foldGains(app.database.db);
  expect(await metadata()).toBe(1.8);
  expect(await app.database.db.selectFrom("engagementGains").selectAll().execute()).toEqual([]);
  expect(await getListedEvent(app.database.db, room.clientId, room.eventId)).toMatchObject({
    engagementTenths: 53,
    allTenths: 53,
  });

  const explained = await operated<{ signals: { signal: string; gained: number }[] }>(
    app,
    `GET /clients/${room.clientId}/events/${room.eventId}/attendees/${ann}/engagement`,
  );
  expect(explained).toMatchObject({ formula: 1, version: 0, score: 5.1 });
  expect(explained.signals.filter(({ gained }) => gained > 0)).toEqual([
    { signal: "minutes", count: 31, points: 0.1, most: 5, gained: 3.1 },
    { signal: "questions", count: 3, points: 1, most: 2, gained: 2 },
  ]);
  expect(explained.signals.map(({ signal }) => signal)).toEqual(Object.keys(signals));
});

test("what people do in a room moves their score in the transaction that does it", async () => {
  const room = await liveRoom(app);
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  expect(await scoreOf(ann)).toBe(0);
  await page.say("questions.ask", { text: "Why?" });
  expect(await scoreOf(ann)).toBe(1);
  await page.say("reactions.react", { type: "heart" });
  expect(await scoreOf(ann)).toBe(1.1);
  const gains = await app.database.db
    .selectFrom("engagementGains")
    .select("tenths")
    .where("eventId", "=", room.eventId)
    .execute();
  expect(gains.reduce((sum, { tenths }) => sum + tenths, 0)).toBe(11);
  await room.closeAll();
});

test("other weights score everybody anew in the background, and go on where a worker was stopped", async () => {
  const room = await liveRoom(app);
  const people: number[] = [];
  for (let n = 0; n < 5; n += 1) people.push(await attended(room, { ...minutes(10), questionsAsked: n }));
  expect(await modelOf(room)).toMatchObject({ version: 0 });
  const changed = await operated<Model>(app, `PUT /clients/${room.clientId}/engagement-model`, {
    weights: { questions: { points: 2, most: 5 } },
  });
  expect(changed).toMatchObject({
    version: 1,
    weights: { questions: { points: 2, most: 5 }, minutes: { points: 0.1, most: 5 } },
    scoring: { total: 5, done: 0 },
  });
  const scores = () => Promise.all(people.map(scoreOf));
  expect(await scores()).toEqual([1, 2, 3, 3, 3]);
  // Whoever does something is scored by the new weights at once.
  await app.database.db
    .updateTable("attendees")
    .set({ reactions: 1 })
    .where("registrantId", "=", people[4] as number)
    .execute();
  expect(await scoreOf(people[4] as number)).toBe(6.1);

  const { db } = app.database;
  const step = { clientId: room.clientId, limit: 2, at: new Date() };
  expect(await scoreNext(db, { ...step, version: 1 })).toBe(true);
  expect((await modelOf(room)).scoring).toEqual({ total: 5, done: 2 });
  expect(await scores()).toEqual([1, 3, 3, 3, 6.1]);
  // Work for weights that are not in force any more is dropped.
  expect(await scoreNext(db, { ...step, version: 0 })).toBe(false);
  await app.runJobs();
  expect(await scores()).toEqual([1, 3, 5, 6, 6.1]);
  expect((await modelOf(room)).scoring).toEqual({ total: 5, done: 5, finishedAt: expect.any(String) });
  const event = await getListedEvent(db, room.clientId, room.eventId);
  expect(event?.allTenths).toBe(211);
});

test("signals that are changed in the same moment are all changed", async () => {
  const room = await liveRoom(app);
  const one = { points: 1, most: 1.25 };
  const change = (signal: string) =>
    operated<Model>(app, `PUT /clients/${room.clientId}/engagement-model`, { weights: { [signal]: one } });
  await Promise.all(Object.keys(signals).map(change));
  const { version, weights } = await modelOf(room);
  expect(version).toBe(Object.keys(signals).length);
  expect(weights).toEqual(Object.fromEntries(Object.keys(signals).map((signal) => [signal, one])));
});

test("weights are numbers from 0 to 10 of signals that there are", async () => {
  const { clientId } = await liveRoom(app);
  const put = (weights: object) => operate(app, `PUT /clients/${clientId}/engagement-model`, { weights });
  for (const weight of [{ points: -0.1, most: 1 }, { points: 1, most: 10.1 }, { points: "x", most: 1 }, { points: 1 }])
    expect((await put({ polls: weight })).statusCode, JSON.stringify(weight)).toBe(400);
  expect((await put({ luck: { points: 1, most: 1 } })).statusCode).toBe(400);
  expect((await put({ polls: { points: 10, most: 0 } })).statusCode).toBe(200);
});

test("the score of somebody who did not attend the event is unknown", async () => {
  const room = await liveRoom(app);
  const registrantId = await room.person();
  const path = `/clients/${room.clientId}/events/${room.eventId}/attendees/${registrantId}/engagement`;
  expect((await operate(app, `GET ${path}`)).statusCode).toBe(404);
});
