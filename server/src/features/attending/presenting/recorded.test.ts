import { afterEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { choice, pollsOf } from "../../../../test/poll-fixture.ts";
import { readyDeck, readyVideo } from "../../../../test/presenting-fixture.ts";
import { RoomClient } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { eventParts } from "../../../app.ts";
import { copyWebinar } from "../../webinars/events/create-event.ts";

const app = await withApp();
const other = await besideApp({ publicUrl: "http://other.test" });

afterEach(() => {
  delete app.clock.now;
  delete other.clock.now;
});

function setClock(time: string): void {
  app.clock.now = other.clock.now = new Date(`2026-03-10T${time}Z`);
}

type Room = Awaited<ReturnType<typeof liveRoom>>;

const marksOf = ({ clientId, eventId }: Room) => `/clients/${clientId}/events/${eventId}/marks`;
/** What a page was told by number, of the kinds that come by the clock. */
const clocked = (page: RoomClient) =>
  page.numbered.filter(({ kind }) => ["presenting.slide", "presenting.playback", "polls.poll"].includes(kind));

/** A recorded event at 16:00, looked at from the lobby. */
async function recorded(at = "15:50:00") {
  setClock(at);
  const minutesAgo = (Date.parse(`2026-03-10T${at}Z`) - Date.parse("2026-03-10T16:00:00Z")) / 60_000;
  const room = await liveRoom(app, { minutesAgo, type: "simulive" });
  return { ...room, video: await readyVideo(app, room) };
}

test("a recording begins for everybody at its time, told once over all processes; before, nobody learns its address", async () => {
  const room = await recorded();
  const here = await room.enter({ registrantId: await room.person() });
  const there = await RoomClient.connect(await other.listen(), room.eventId, { registrantId: await room.person() });
  const nothing = { videos: [], startedAt: null, slides: [] };
  for (const page of [here, there])
    expect((await page.welcome()).state.presenting).toMatchObject({ playback: nothing });
  setClock("16:00:00");
  const playback = { videos: [room.video], startedAt: Date.parse("2026-03-10T16:00:00Z"), slides: [] };
  for (const page of [here, there]) expect(await page.told("presenting.playback")).toMatchObject(playback);
  setClock("16:20:00");
  const late = await room.enter({ presenterId: await room.presenter("moderator") });
  expect((await late.welcome()).state.presenting).toMatchObject({ playback });
  for (const page of [here, there]) expect(clocked(page)).toHaveLength(1);
  await there.close();
  await room.closeAll();
});

test("slides and polls come at their marks, each once over all processes, and whoever comes late sees the last slide", async () => {
  const room = await recorded();
  const { deckId, imageOf } = await readyDeck(app, room);
  const poll = await pollsOf(app, room).add(choice());
  const marks = [
    { atMs: 10_000, kind: "slide", deckId, page: 1 },
    { atMs: 15_000, kind: "poll", pollId: poll.id },
    { atMs: 20_000, kind: "slide", deckId, page: 2 },
    { atMs: 30_000, kind: "slide", deckId, page: 3 },
  ];
  expect(await operated(app, `PUT ${marksOf(room)}`, { marks })).toEqual({ marks });
  const here = await room.enter({ registrantId: await room.person() });
  const there = await RoomClient.connect(await other.listen(), room.eventId, { registrantId: await room.person() });
  setClock("16:00:12");
  const first = { kind: "presenting.slide", slide: { deckId, page: 1, imagePath: imageOf(1), atMs: 10_000 } };
  for (const page of [here, there]) expect(await page.told("presenting.slide")).toMatchObject(first);
  // Nobody looked for a while: of two slides only the last one is shown.
  setClock("16:00:31");
  const last = { deckId, page: 3, imagePath: imageOf(3), atMs: 30_000 };
  for (const page of [here, there]) await page.told("presenting.slide", ({ slide }) => slide?.page === 3);
  // The same marks again are none that are due.
  await operated(app, `PUT ${marksOf(room)}`, { marks });
  setClock("16:00:40");
  await operated(app, `PUT ${marksOf(room)}`, { marks: [...marks, { atMs: 35_000, kind: "slide", deckId, page: 1 }] });
  for (const page of [here, there]) await page.told("presenting.slide", ({ slide }) => slide?.atMs === 35_000);
  for (const page of [here, there])
    expect(clocked(page)).toMatchObject([
      { kind: "presenting.playback" },
      first,
      { kind: "polls.poll", pollId: poll.id },
      { kind: "presenting.slide", slide: last },
      { kind: "presenting.slide", slide: { page: 1, atMs: 35_000 } },
    ]);
  const totals = await app.database.db
    .selectFrom("eventTotals")
    .select("pollsPushed")
    .where("eventId", "=", room.eventId)
    .executeTakeFirst();
  expect(totals).toEqual({ pollsPushed: 1 });
  await there.close();
  await room.closeAll();
});

test("marks whose deck or poll is gone are passed over, and the others come", async () => {
  const room = await recorded();
  const [gone, kept] = [await readyDeck(app, room), await readyDeck(app, room)];
  const marks = [
    { atMs: 1000, kind: "slide", deckId: kept.deckId, page: 1 },
    { atMs: 2000, kind: "slide", deckId: gone.deckId, page: 1 },
    { atMs: 9000, kind: "slide", deckId: kept.deckId, page: 2 },
  ];
  await operated(app, `PUT ${marksOf(room)}`, { marks });
  await operated(app, `DELETE /clients/${room.clientId}/events/${room.eventId}/slides/${gone.deckId}`);
  const page = await room.enter({ registrantId: await room.person() });
  for (const time of ["16:00:01", "16:00:03", "16:00:09"]) {
    setClock(time);
    await expect
      .poll(() =>
        app.database.db
          .selectFrom("eventMarks")
          .select("atMs")
          .where("eventId", "=", room.eventId)
          .where("firedFor", "is", null)
          .execute(),
      )
      .toHaveLength(time === "16:00:01" ? 2 : time === "16:00:03" ? 1 : 0);
  }
  await page.told("presenting.slide", ({ slide }) => slide?.page === 2);
  expect(clocked(page).map((told) => told.kind === "presenting.slide" && told.slide?.page)).toEqual([false, 1, 2]);
  await room.closeAll();
});

test("on demand each plays for themselves, with the times of slides, from where they stopped", async () => {
  const room = await recorded("16:10:00");
  const { deckId, imageOf } = await readyDeck(app, room);
  await operated(app, `PUT ${marksOf(room)}`, { marks: [{ atMs: 4000, kind: "slide", deckId, page: 2 }] });
  const ann = await room.person();
  setClock("17:31:00");
  const page = await room.enter({ registrantId: ann, tab: "first" });
  const slides = [{ deckId, page: 2, imagePath: imageOf(2), atMs: 4000 }];
  const welcome = await page.welcome();
  expect(welcome.state.presenting).toMatchObject({ playback: { videos: [room.video], startedAt: null, slides } });
  expect(welcome.mine).toEqual({});
  await page.say("room.alive", { player: "playing", position: 83.5 });
  await page.close();
  await expect
    .poll(() =>
      app.database.db.selectFrom("attendees").select("positionSeconds").where("registrantId", "=", ann).execute(),
    )
    .toEqual([{ positionSeconds: 83.5 }]);
  const again = await room.enter({ registrantId: ann });
  expect((await again.welcome()).mine).toMatchObject({ presenting: { positionSeconds: 83.5 } });
  await room.closeAll();
});

test("marks of what is not the event's are refused; a copy has the same marks of its own decks and polls", async () => {
  const [room, elsewhere] = [await recorded(), await recorded()];
  const [deck, stranger] = [await readyDeck(app, room), await readyDeck(app, elsewhere)];
  const poll = await pollsOf(app, elsewhere).add(choice());
  const refused = async (mark: object) =>
    (await operate(app, `PUT ${marksOf(room)}`, { marks: [{ atMs: 1, ...mark }] })).json().title;
  expect(await refused({ kind: "slide", deckId: stranger.deckId, page: 1 })).toBe("slides.unknown");
  expect(await refused({ kind: "slide", deckId: deck.deckId, page: 4 })).toBe("slides.noPage");
  expect(await refused({ kind: "poll", pollId: poll.id })).toBe("poll.unknown");
  expect(await refused({ kind: "poll" })).toBe("body.invalid");
  const own = await pollsOf(app, room).add(choice());
  const marks = [
    { atMs: 1, kind: "slide", deckId: deck.deckId, page: 2 },
    { atMs: 2, kind: "poll", pollId: own.id },
  ];
  await operated(app, `PUT ${marksOf(room)}`, { marks });
  const times = { startsAt: new Date("2030-01-01T09:00:00Z"), durationMinutes: 30 };
  const { db } = app.database;
  const copy = await copyWebinar(db, eventParts, room.clientId, room.eventId, times, { actor: "operator" });
  const copied = await db.selectFrom("eventMarks").selectAll().where("eventId", "=", copy.id).orderBy("atMs").execute();
  expect(copied).toMatchObject([
    { atMs: 1, kind: "slide", page: 2, firedFor: null },
    { atMs: 2, kind: "poll", firedFor: null },
  ]);
  const [deckOfCopy] = await db.selectFrom("slideDecks").select("id").where("eventId", "=", copy.id).execute();
  const [pollOfCopy] = await db.selectFrom("polls").select("id").where("eventId", "=", copy.id).execute();
  expect(copied.map(({ ref }) => ref)).toEqual([deckOfCopy?.id, pollOfCopy?.id]);
});
