import { beforeEach, expect, test } from "vitest";
import { sealer, withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { staffCookie } from "../../../../test/staff-link.ts";
import { personKeyOf } from "../../admission/registration/people/person-key.ts";
import { ticketOf } from "../../admission/registration/people/ticket.ts";

const app = await withApp();
const { db } = app.database;
const start = new Date("2026-11-30T09:00:00Z");
const atMinute = (minute: number) => {
  app.clock.now = new Date(start.getTime() + minute * 60_000);
};

beforeEach(() => atMinute(0));

/** A hybrid webinar of an hour from nine o'clock, and staff at its entrance. */
async function entrance(given: { isHybrid?: boolean } = {}) {
  const room = await liveRoom(app, { minutesAgo: 0 });
  const { clientId, eventId } = room;
  const isHybrid = given.isHybrid ?? true;
  await db.updateTable("events").set({ isHybrid, venue: "Harbour Hall" }).where("id", "=", eventId).execute();
  const cookie = await staffCookie(app, { clientId, id: eventId });
  const url = `/webcast/check-in?e=${eventId}`;
  const post = (form: Record<string, string>, headers = { cookie }) =>
    app.app.server.inject({
      ...{ method: "POST", url, payload: new URLSearchParams(form).toString() },
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
  const ticket = (registrantId: number) => ticketOf(sealer, "http://lectern.test", { eventId, registrantId });
  const get = (more = "") => app.app.server.inject({ url: url + more, headers: { cookie } });
  const sessions = async () =>
    (await app.call(room.token, `GET /client/${clientId}/event/${eventId}/attendeesession`)).json().attendeesession;
  const attendees = async () =>
    (await app.call(room.token, `GET /client/${clientId}/event/${eventId}/attendee`)).json().attendees;
  return { ...room, url, get, post, ticket, sessions, attendees, scan: (id: number) => post({ ticket: ticket(id) }) };
}

const checkInsOf = (registrantId: number) =>
  db.selectFrom("checkIns").selectAll().where("registrantId", "=", registrantId).execute();

test("whoever is scanned attends at the venue until the end, and is shown once", async () => {
  const hall = await entrance();
  const ann = await hall.person({ firstname: "Ann", lastname: "Lee" });
  await hall.person();
  atMinute(10);
  const answer = await hall.scan(ann);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${hall.url}&done=${ann}`]);
  const page = await hall.get(`&done=${ann}`);
  expect(page.body).toContain("Checked in: <strong><bdi>Ann Lee</bdi></strong>");
  expect(page.body).toContain("<strong>1</strong> of 2 registered people have come.");

  atMinute(12);
  expect((await hall.scan(ann)).statusCode).toBe(303);
  expect(await checkInsOf(ann)).toMatchObject([{ checkedInAt: new Date("2026-11-30T09:10:00Z") }]);
  atMinute(40);
  await app.runJob("count-halls");
  expect(await hall.attendees()).toMatchObject([
    { eventuserid: ann, launchmode: "At the Venue", liveminutes: 30, cumulativeliveminutes: 30 },
  ]);
  atMinute(500);
  await app.runJob("count-halls");
  await app.runJob("count-halls");
  expect(await hall.attendees()).toMatchObject([{ liveminutes: 50, cumulativeliveminutes: 50, archiveminutes: 0 }]);
  const [session, ...others] = await hall.sessions();
  expect(others).toEqual([]);
  expect(session).toMatchObject({
    ...{ launchmode: "At the Venue", usage: "Live", starttime: "2026-11-30T01:10:00-08:00" },
    endtime: "2026-11-30T02:00:00-08:00",
  });
  const totals = db.selectFrom("eventTotals").select(["attendees", "liveAttendees", "liveMs"]);
  expect(await totals.where("eventId", "=", hall.eventId).execute()).toEqual([
    { attendees: 1, liveAttendees: 1, liveMs: 50 * 60_000 },
  ]);
});

test("whoever comes before it begins attends from its beginning", async () => {
  const hall = await entrance();
  const ann = await hall.person();
  atMinute(-90);
  expect((await hall.scan(ann)).statusCode).toBe(303);
  await app.runJob("count-halls");
  expect(await hall.attendees()).toEqual([]);
  atMinute(5);
  await app.runJob("count-halls");
  expect(await hall.attendees()).toMatchObject([{ liveminutes: 5, launchmode: "At the Venue" }]);
  expect(await hall.sessions()).toMatchObject([{ starttime: "2026-11-30T01:00:00-08:00" }]);
});

test("a phone in the hall that watches too counts no time twice", async () => {
  const hall = await entrance();
  const ann = await hall.person();
  atMinute(10);
  await hall.scan(ann);
  const page = await hall.enter({ registrantId: ann });
  await page.welcome();
  await hall.closeAll();
  atMinute(20);
  await app.runJob("count-halls");
  expect(await hall.attendees()).toMatchObject([{ cumulativeliveminutes: 10, launchmode: "At the Venue" }]);
  const modes = (await hall.sessions()).map(({ launchmode }: { launchmode: string }) => launchmode);
  expect(modes.toSorted()).toEqual(["At the Venue", "Watching remote"]);
});

test("however often somebody is scanned at once, it is one session and one change", async () => {
  const hall = await entrance();
  const ann = await hall.person();
  atMinute(3);
  await Promise.all([...Array.from({ length: 12 }, () => hall.scan(ann)), app.runJob("count-halls")]);
  await app.runJob("count-halls");
  expect(await hall.sessions()).toHaveLength(1);
  const changes = db.selectFrom("changes").select("kind").where("eventId", "=", hall.eventId);
  expect(await changes.where("kind", "in", ["registrant.checked-in", "attendee.joined"]).execute()).toHaveLength(2);
});

test("tickets of other events, of nobody, and of people who may not come in are refused with a reason", async () => {
  const [hall, elsewhere, online] = [await entrance(), await entrance(), await entrance({ isHybrid: false })];
  const [ann, bob, cid, foreign, dan] = [
    ...[await hall.person(), await hall.person(), await hall.person()],
    ...[await elsewhere.person(), await online.person()],
  ] as [number, number, number, number, number];
  await db.updateTable("registrants").set({ isBlocked: true }).where("id", "=", bob).execute();
  await db.updateTable("registrants").set({ status: "deleted" }).where("id", "=", cid).execute();
  const own = personKeyOf(sealer, ann);
  for (const [ticket, status, reason] of [
    [elsewhere.ticket(foreign), 404, "for another event"],
    [hall.ticket(bob), 403, "blocked and must not be let in"],
    [hall.ticket(cid), 404, "not registered any more"],
    [own, 400, "not the code of a ticket"],
    [`${hall.ticket(ann)}x`, 400, "not the code of a ticket"],
    ["A".repeat(5000), 400, "not the code of a ticket"],
    ["https://evil.example.com/?c=1-aaaaaaaaaaaaaaaaaaaaaa", 400, "not the code of a ticket"],
  ] as const) {
    const answer = await hall.post({ ticket });
    expect([ticket, answer.statusCode]).toEqual([ticket, status]);
    expect(answer.body).toContain(reason);
  }
  expect((await online.post({ r: String(dan) })).statusCode).toBe(409);
  expect((await online.get()).statusCode).toBe(409);
  atMinute(60);
  const cookie = await staffCookie(app, { clientId: hall.clientId, id: hall.eventId });
  expect((await hall.post({ r: String(ann) }, { cookie })).body).toContain("is over");
  expect(await db.selectFrom("checkIns").select("registrantId").where("eventId", "=", hall.eventId).execute()).toEqual(
    [],
  );
});

test("whoever is blocked in the hall counts no longer", async () => {
  const hall = await entrance();
  const ann = await hall.person();
  await hall.scan(ann);
  atMinute(10);
  await app.runJob("count-halls");
  await db.updateTable("registrants").set({ isBlocked: true }).where("id", "=", ann).execute();
  atMinute(70);
  await app.runJob("count-halls");
  const attended = db.selectFrom("attendees").select("liveMs").where("registrantId", "=", ann);
  expect(await attended.execute()).toEqual([{ liveMs: 600_000 }]);
  expect(await checkInsOf(ann)).toMatchObject([{ isCounted: true }]);
});

test("people are found by name and checked in by a button; a camera's link asks first", async () => {
  const hall = await entrance();
  const ann = await hall.person({ firstname: "Ann", lastname: "O'Hara-Łukasz", company: "100% <Quiet>" });
  await hall.person({ firstname: "Ann", lastname: "Else" });
  for (const search of ["o'hara", "100%", "HARA-ł"]) {
    const { body } = await hall.get(`&${new URLSearchParams({ q: search })}`);
    expect([...body.matchAll(/name="r" value="(\d+)"/g)].map(([, id]) => Number(id))).toEqual([ann]);
    expect(body).toContain("100% &#60;Quiet&#62;");
  }
  expect((await hall.get("&q=nobody")).body).toContain("Nobody who is registered is called “nobody”");
  const { pathname, search } = new URL(hall.ticket(ann));
  expect(pathname + search.split("&c=")[0]).toBe(hall.url);
  const asked = await hall.get(search.slice(search.indexOf("&c=")));
  expect(asked.body).toContain(`name="r" value="${ann}"`);
  expect(await checkInsOf(ann)).toEqual([]);
  expect((await hall.post({ r: String(ann) })).statusCode).toBe(303);
  expect((await hall.get("&q=hara")).body).toMatch(/Came 1:00\s?AM/);
});

test("only staff who are signed in come to the entrance, from its own page, and only hybrid events name it", async () => {
  const [hall, online] = [await entrance(), await entrance({ isHybrid: false })];
  const ann = await hall.person();
  const stranger = await hall.post({ ticket: hall.ticket(ann) }, {} as never);
  expect([stranger.statusCode, stranger.headers.location]).toEqual([
    303,
    expect.stringContaining("/webcast/login?page="),
  ]);
  const cookie = await staffCookie(app, { clientId: hall.clientId, id: hall.eventId });
  const foreign = await hall.post({ ticket: hall.ticket(ann) }, { cookie, "sec-fetch-site": "cross-site" } as never);
  expect(foreign.statusCode).toBe(403);
  expect(await checkInsOf(ann)).toEqual([]);
  const door = async ({ eventId, clientId }: { eventId: number; clientId: number }) =>
    (
      await app.app.server.inject({
        ...{ url: `/webcast/door?e=${eventId}` },
        headers: { cookie: await staffCookie(app, { clientId, id: eventId }) },
      })
    ).body;
  expect(await door(hall)).toContain("/webcast/check-in?e=");
  expect(await door(online)).not.toContain("check-in");
});

test("a ticket stands on its holder's page and in the lobby, of hybrid events only", async () => {
  const [hall, online] = [await entrance(), await entrance({ isHybrid: false })];
  for (const [event, has] of [
    [hall, true],
    [online, false],
  ] as const) {
    atMinute(-60);
    const person = await event.person({ firstname: "Ann & Co" });
    const personal = `/wcc/p/${event.eventId}/${personKeyOf(sealer, person)}`;
    const ticket = await app.app.server.inject(`${personal}/ticket`);
    expect(ticket.statusCode).toBe(has ? 200 : 303);
    expect(ticket.body.includes('<svg class="qr"')).toBe(has);
    if (has) expect(ticket.body).toContain("Harbour Hall");
    const joined = await app.app.server.inject(`${personal}/join`);
    const cookie = joined.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const lobby = await app.app.server.inject({ url: joined.headers.location as string, headers: { cookie } });
    expect([lobby.statusCode, lobby.body.includes('<svg class="qr"')]).toEqual([200, has]);
  }
});

test("the confirmation of a new hybrid event brings the ticket, in its reader's language", async () => {
  const { id: clientId } = await app.build.client();
  const token = await app.build.token(clientId);
  for (const isHybrid of [true, false]) {
    const { id: eventId } = await app.build.event(clientId, { isHybrid, startsAt: new Date(start.getTime() + 864e5) });
    const form = { firstname: "Ann", lastname: "Lee", email: "ann@example.com", company: "A", language: "de" };
    await app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, { form });
    await app.sendMails();
    const mails = db.selectFrom("mailbox").selectAll().where("eventId", "=", eventId);
    const [mail] = await mails.execute();
    expect(JSON.stringify(mail).includes("/ticket")).toBe(isHybrid);
  }
});

test("whoever is forgotten was never at the entrance", async () => {
  const hall = await entrance();
  const email = "cora.hall@example.com";
  const cora = await hall.person({ email });
  await hall.scan(cora);
  await app.call(hall.token, `POST /client/${hall.clientId}/forget`, { form: { email } });
  await expect.poll(() => checkInsOf(cora)).toEqual([]);
});
