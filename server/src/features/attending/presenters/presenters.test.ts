import { afterEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { RoomClient } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { eventParts } from "../../../app.ts";
import { copyWebinar } from "../../webinars/events/create-event.ts";

const app = await withApp();

afterEach(() => {
  delete app.clock.now;
});

type Room = Awaited<ReturnType<typeof liveRoom>>;
type Listed = { presenterId: number; firstName: string; role: string; email: string };

const pathOf = ({ clientId, eventId }: Room) => `/clients/${clientId}/events/${eventId}/presenters`;
const grace = { firstName: " Grace ", lastName: "Hopper", email: "grace@example.com", role: "producer" };

const add = (room: Room, details: object = {}) =>
  operated<Listed>(app, `POST ${pathOf(room)}`, { ...grace, ...details });
const linkOf = async (room: Room, presenterId: number, method = "GET") => {
  const { deskUrl } = await operated<{ deskUrl: string }>(app, `${method} ${pathOf(room)}/${presenterId}/link`);
  return new URL(deskUrl);
};
const sessionsOf = (presenterId: number) =>
  app.database.db
    .selectFrom("presenterSessions")
    .select(["isPractice", "startedAt", "endedAt", "role"])
    .where("presenterId", "=", presenterId)
    .orderBy("id")
    .execute();

test("presenters are added, listed, changed and revoked, and each is recorded once", async () => {
  const room = await liveRoom(app);
  const { presenterId } = await add(room);
  expect(await add(room, { firstName: "Ada", role: "moderator" })).toMatchObject({ role: "moderator" });
  const changed = await operated<Listed>(app, `PATCH ${pathOf(room)}/${presenterId}`, { lastName: "Murray" });
  expect(changed).toMatchObject({ firstName: "Grace", lastName: "Murray", email: "grace@example.com" });
  await operated(app, `PATCH ${pathOf(room)}/${presenterId}`, { lastName: "Murray" });
  await operated(app, `DELETE ${pathOf(room)}/${presenterId}`);
  const { presenters } = await operated<{ presenters: Listed[] }>(app, `GET ${pathOf(room)}`);
  expect(presenters.map(({ firstName }) => firstName)).toEqual(["Ada"]);
  const changes = await app.database.db
    .selectFrom("changes")
    .select(["kind", "fields"])
    .where("subjectId", "=", presenterId)
    .where("kind", "like", "presenter.%")
    .orderBy("id")
    .execute();
  expect(changes).toEqual([
    { kind: "presenter.added", fields: null },
    { kind: "presenter.updated", fields: ["lastName"] },
    { kind: "presenter.revoked", fields: null },
  ]);
  for (const request of [`PATCH ${pathOf(room)}/${presenterId}`, `POST ${pathOf(room)}/${presenterId}/link`])
    expect((await operate(app, request, {})).json().title).toBe("presenter.unknown");
});

test("names of nothing and what is no address are refused", async () => {
  const room = await liveRoom(app);
  const refused = async (details: object) =>
    (await operate(app, `POST ${pathOf(room)}`, { ...grace, ...details })).json().title;
  expect(await refused({ firstName: " \u200b " })).toBe("presenter.nameMissing");
  expect(await refused({ email: "grace" })).toBe("presenter.emailInvalid");
  expect(await refused({ role: "audience" })).toBe("body.invalid");
});

test("a new link ends the old one at once, in another process too; a revoked one leads nowhere", async () => {
  const other = await besideApp({ publicUrl: "http://other.test" });
  const room = await liveRoom(app);
  const { presenterId } = await add(room);
  const visit = (url: URL) => app.app.server.inject({ url: url.pathname + url.search });
  const old = await linkOf(room, presenterId);
  expect((await visit(old)).body).toContain("Grace Hopper");
  const elsewhere = await RoomClient.connect(await other.listen(), room.eventId, { presenterId });
  expect(await elsewhere.welcome()).toMatchObject({ you: { role: "producer", firstName: "Grace" } });
  const fresh = await linkOf(room, presenterId, "POST");
  expect(await elsewhere.told("room.goodbye")).toMatchObject({ reason: "revoked" });
  expect((await visit(old)).statusCode).toBe(404);
  expect((await visit(fresh)).statusCode).toBe(200);
  await expect(room.enter({ presenterId })).rejects.toThrow("404");
  const again = await room.enter({ presenterId, version: 2 });
  await operated(app, `PATCH ${pathOf(room)}/${presenterId}`, { role: "presenter" });
  expect(await again.told("room.goodbye")).toMatchObject({ reason: "role", returnAfterMs: 0 });
  const page = await room.enter({ presenterId, version: 2 });
  expect(await page.welcome()).toMatchObject({ you: { role: "presenter" } });
  await operated(app, `DELETE ${pathOf(room)}/${presenterId}`);
  expect(await page.told("room.goodbye")).toMatchObject({ reason: "revoked" });
  expect((await visit(fresh)).statusCode).toBe(404);
});

test("a desk shows nobody another event's presenter", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const { presenterId } = await add(room);
  const link = await linkOf(room, presenterId);
  const answer = await app.app.server.inject({ url: `/webcast/desk/${elsewhere.eventId}${link.search}` });
  expect(answer.statusCode).toBe(404);
  expect((await operate(app, `GET ${pathOf(elsewhere)}/${presenterId}/link`)).statusCode).toBe(404);
});

test("a copy of an event has the same presenters, by links of their own", async () => {
  const room = await liveRoom(app);
  const [kept, revoked] = [await add(room), await add(room, { firstName: "Gone" })];
  await linkOf(room, kept.presenterId, "POST");
  await operated(app, `DELETE ${pathOf(room)}/${revoked.presenterId}`);
  const times = { startsAt: new Date("2030-01-01T09:00:00Z"), durationMinutes: 30 };
  const copy = await copyWebinar(app.database.db, eventParts, room.clientId, room.eventId, times, {
    actor: "operator",
  });
  const rows = await app.database.db.selectFrom("presenters").selectAll().where("eventId", "=", copy.id).execute();
  expect(rows).toMatchObject([{ firstName: "Grace", role: "producer", linkVersion: 1, revokedAt: null }]);
  expect(rows[0]?.id).not.toBe(kept.presenterId);
});

test("a practice session ends when the event goes live, and a live one begins", async () => {
  app.clock.now = new Date("2026-03-10T15:50:00Z");
  const room = await liveRoom(app, { minutesAgo: -10 });
  const presenterId = await room.presenter();
  const page = await room.enter({ presenterId });
  await page.welcome();
  app.clock.now = new Date("2026-03-10T16:00:00Z");
  await page.told("room.phase", ({ phase }) => phase === "live");
  const live = { isPractice: false, startedAt: app.clock.now, endedAt: null, role: "presenter" };
  const practice = { isPractice: true, startedAt: new Date("2026-03-10T15:50:00Z"), endedAt: app.clock.now };
  await expect.poll(() => sessionsOf(presenterId)).toMatchObject([practice, live]);
  app.clock.now = new Date("2026-03-10T16:00:30Z");
  await page.say("room.alive", { player: "playing" });
  expect(await sessionsOf(presenterId)).toMatchObject([practice, live]);
  app.clock.now = new Date("2026-03-10T16:01:00Z");
  await page.close();
  await expect.poll(() => sessionsOf(presenterId)).toMatchObject([practice, { ...live, endedAt: app.clock.now }]);
});
