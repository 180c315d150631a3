import { DateTime } from "luxon";
import { beforeEach, expect, test } from "vitest";
import { OPERATOR_KEY, withApp } from "../../../../test/harness.ts";

// A producer's start and end, by our own API, and what integrations then read.

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
const startsAt = new Date("2026-06-01T16:00:00Z");

beforeEach(() => setClock(0));

/** To minutes after the announced start. */
function setClock(minutes: number): void {
  app.clock.now = DateTime.fromJSDate(startsAt).plus({ minutes }).toJSDate();
}

function ask(method: "GET" | "POST", path: string, key = OPERATOR_KEY) {
  const url = `/api/clients/${clientId}/events/${path}`;
  return app.app.server.inject({ method, url, headers: { authorization: `Bearer ${key}` } });
}

async function phase(eventId: number): Promise<string> {
  return (await ask("GET", String(eventId))).json().phase;
}

async function changesOf(eventId: number): Promise<string[]> {
  const rows = await app.database.db
    .selectFrom("changes")
    .select(["kind", "actor"])
    .where("eventId", "=", eventId)
    .orderBy("id")
    .execute();
  return rows.map(({ kind, actor }) => `${kind} by ${actor}`);
}

test("tells phase, times and addresses of an event", async () => {
  const event = await app.build.event(clientId, { startsAt, title: "Course" });
  setClock(-10);
  const answer = await ask("GET", String(event.id));
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    eventId: event.id,
    clientId,
    title: "Course",
    type: "webcam",
    contentType: "webcast",
    timeZone: "America/Los_Angeles",
    phase: "lobby",
    isActive: true,
    isRegistrationOpen: true,
    isArchiveAvailable: true,
    durationMinutes: 60,
    times: {
      startsAt: "2026-06-01T16:00:00.000Z",
      lobbyOpensAt: "2026-06-01T15:45:00.000Z",
      liveEndsAt: "2026-06-01T17:00:00.000Z",
      archiveStartsAt: "2026-06-01T17:30:00.000Z",
      archiveEndsAt: "2027-06-01T17:30:00.000Z",
      expiresAt: "2027-06-01T17:30:00.000Z",
    },
    addresses: {
      audience: `http://lectern.test/wcc/r/${event.id}/${event.audienceKey}`,
      report: `http://lectern.test/webcast/report?e=${event.id}&k=${event.reportKey}`,
      preview: `http://lectern.test/webcast/previewlobby?e=${event.id}&k=${event.previewKey}`,
      present: `http://lectern.test/webcast/present?e=${event.id}&k=${event.presentKey}`,
      upload: "http://lectern.test/webcast/login",
    },
  });
});

test("a producer starts before the time and ends early; everything that tells times follows", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  setClock(-20);
  expect(await phase(id)).toBe("scheduled");
  const started = (await ask("POST", `${id}/start`)).json();
  expect(started).toMatchObject({ phase: "live", times: { startedAt: "2026-06-01T15:40:00.000Z" } });
  setClock(40);
  const ended = (await ask("POST", `${id}/end`)).json();
  expect(ended).toMatchObject({ phase: "ended", times: { endedAt: "2026-06-01T16:40:00.000Z" } });
  const detail = (await app.call(token, `GET /client/${clientId}/event/${id}`)).json();
  expect(detail).toMatchObject({
    goodafter: "2026-06-01T09:00:00-07:00",
    livestart: "2026-06-01T08:40:00-07:00",
    liveend: "2026-06-01T09:40:00-07:00",
    archivestart: "2026-06-01T10:10:00-07:00",
    archiveend: "2027-06-01T10:10:00-07:00",
    goodtill: "2027-06-01T10:10:00-07:00",
    iseliteexpired: "N",
  });
  setClock(70);
  expect(await phase(id)).toBe("on-demand");
  expect(await changesOf(id)).toEqual([
    "event.created by operator",
    "event.started by operator",
    "event.ended by operator",
  ]);
});

test("an event that runs long ends when its producer ends it", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  await ask("POST", `${id}/start`);
  setClock(75);
  expect(await phase(id)).toBe("live");
  expect((await ask("POST", `${id}/end`)).json().times).toMatchObject({
    liveEndsAt: "2026-06-01T17:15:00.000Z",
    archiveStartsAt: "2026-06-01T17:45:00.000Z",
  });
});

test("starting and ending again changes nothing", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  const started = (await ask("POST", `${id}/start`)).json();
  setClock(5);
  const again = await ask("POST", `${id}/start`);
  expect([again.statusCode, again.json()]).toEqual([200, started]);
  const ended = (await ask("POST", `${id}/end`)).json();
  setClock(6);
  expect((await ask("POST", `${id}/end`)).json()).toEqual(ended);
  expect(await changesOf(id)).toHaveLength(3);
});

test("an event that ended by itself is left as it is by another end", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  setClock(61);
  const answer = (await ask("POST", `${id}/end`)).json();
  expect(answer).toMatchObject({ phase: "ended", times: { liveEndsAt: "2026-06-01T17:00:00.000Z" } });
  expect(answer.times).not.toHaveProperty("endedAt");
});

test("an expired event is told as such", async () => {
  const { id } = await app.build.event(clientId, { startsAt, isArchiveAvailable: false });
  setClock(90);
  const detail = (await app.call(token, `GET /client/${clientId}/event/${id}`)).json();
  expect(detail).toMatchObject({ iseliteexpired: "Y", goodtill: "2026-06-01T10:30:00-07:00" });
});

test.each([
  ["start", "webcam", -61, "event.tooEarly", /60 minutes/],
  ["start", "webcam", 61, "event.over", /is over/],
  ["start", "webcam", 600_000, "event.over", /is over/],
  ["start", "simulive", -5, "event.startsByItself", /by itself/],
  ["start", "sim2live", 0, "event.startsByItself", /by itself/],
  ["start", "ondemand", 0, "event.startsByItself", /by itself/],
  ["start", "article", 0, "event.startsByItself", /by itself/],
  ["end", "webcam", -1, "event.notBegun", /has not begun/],
  ["end", "ondemand", 1, "event.neverLive", /never live/],
] as const)("refuses to %s a %s at minute %i", async (action, type, minutes, code, sentence) => {
  const { id } = await app.build.event(clientId, { startsAt, type });
  setClock(minutes);
  const answer = await ask("POST", `${id}/${action}`);
  expect([answer.statusCode, answer.json().title]).toEqual([409, code]);
  expect(answer.json().detail).toMatch(sentence);
  expect(await changesOf(id)).toEqual(["event.created by operator"]);
  const { startedAt, endedAt } = await app.database.db
    .selectFrom("events")
    .select(["startedAt", "endedAt"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect([startedAt, endedAt]).toEqual([null, null]);
});

test("an ended event is not started again", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  await ask("POST", `${id}/start`);
  await ask("POST", `${id}/end`);
  expect((await ask("POST", `${id}/start`)).json().title).toBe("event.over");
});

test("only the operator gets in, and only to the client's own events that are there", async () => {
  const other = await app.build.client();
  const { id } = await app.build.event(other.id, { startsAt });
  const own = await app.build.event(clientId, { startsAt });
  for (const [method, path] of [
    ["GET", ""],
    ["POST", "/start"],
    ["POST", "/end"],
  ] as const) {
    expect((await ask(method, `${own.id}${path}`, "wrong")).statusCode).toBe(401);
    for (const absent of [id, 99_999_999]) {
      const answer = await ask(method, `${absent}${path}`);
      expect([answer.statusCode, answer.json().title]).toEqual([404, "event.unknown"]);
    }
    expect((await ask(method, `abc${path}`)).statusCode).toBe(400);
  }
});

test("an inactive event is neither started nor ended", async () => {
  const { id } = await app.build.event(clientId, { startsAt });
  await app.build.changeEvent(id, { isActive: false });
  for (const action of ["start", "end"])
    expect((await ask("POST", `${id}/${action}`)).json().title).toBe("event.inactive");
});
