import { afterEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { readyDeck } from "../../../../test/presenting-fixture.ts";
import { RoomClient } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";

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

const eventOf = ({ eventId }: Room) =>
  app.database.db.selectFrom("events").selectAll().where("id", "=", eventId).executeTakeFirstOrThrow();
const kindsHeard = (page: RoomClient) => page.heard.map(({ kind }) => kind).filter((kind) => /^presenting/.test(kind));
const refusalOf = async (answer: ReturnType<RoomClient["ask"]>) => {
  const given = await answer;
  return given.kind === "refused" ? given.code : given.kind;
};

/** In the lobby at 15:50, for 16:00. */
async function lobby() {
  setClock("15:50:00");
  return liveRoom(app, { minutesAgo: -10 });
}

test("a slide is told to everybody with its image and time, by whoever presents, and newcomers see the last one", async () => {
  setClock("16:05:00");
  const room = await liveRoom(app);
  const { deckId, imageOf } = await readyDeck(app, room);
  const [one, two] = [
    await room.enter({ presenterId: await room.presenter("producer") }),
    await room.enter({ presenterId: await room.presenter("presenter") }),
  ];
  const ann = await room.enter({ registrantId: await room.person() });
  await ann.welcome();
  await one.say("presenting.slide", { slide: { deckId, page: 1 } });
  setClock("16:05:30");
  await two.say("presenting.slide", { slide: { deckId, page: 2 } });
  await one.say("presenting.layout", { layout: "slides" });
  await two.say("presenting.message", { text: "Handouts <b>below</b>" });
  await ann.told("presenting.message");
  const slide = { deckId, page: 2, imagePath: imageOf(2), atMs: 330_000 };
  expect(ann.numbered.map(({ seq, ...told }) => told)).toEqual([
    { kind: "presenting.slide", slide: { deckId, page: 1, imagePath: imageOf(1), atMs: 300_000 } },
    { kind: "presenting.slide", slide },
    { kind: "presenting.layout", layout: "slides" },
    { kind: "presenting.message", text: "Handouts <b>below</b>" },
  ]);
  const bob = await RoomClient.connect(await other.listen(), room.eventId, { registrantId: await room.person() });
  const stage = { slide, layout: "slides", captions: null, message: "Handouts <b>below</b>" };
  expect((await bob.welcome()).state.presenting).toMatchObject({ stage });
  await bob.close();
  await two.say("presenting.slide", { slide: null });
  await ann.told("presenting.slide", (message) => message.slide === null);
  await room.closeAll();
});

test("slides of another event, pages that are not there, blank messages and unknown captions are refused", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const { deckId } = await readyDeck(app, room);
  const stranger = await readyDeck(app, elsewhere);
  const page = await room.enter({ presenterId: await room.presenter() });
  const slide = (of: number, number: number) => page.ask("presenting.slide", { slide: { deckId: of, page: number } });
  expect(await refusalOf(slide(stranger.deckId, 1))).toBe("slides.unknown");
  expect(await refusalOf(slide(deckId, 4))).toBe("slides.noPage");
  expect(await refusalOf(page.ask("presenting.message", { text: "\u200b" }))).toBe("presenting.noMessage");
  expect(await refusalOf(page.ask("presenting.captions", { language: "tlh" }))).toBe("captions.unknown");
  await app.database.db
    .insertInto("captions")
    .values({ clientId: room.clientId, eventId: room.eventId, language: "de", label: "Deutsch", vtt: "WEBVTT" })
    .execute();
  await page.say("presenting.captions", { language: "de" });
  expect(await page.told("presenting.captions")).toMatchObject({ language: "de" });
  expect(kindsHeard(page)).toEqual(["presenting.captions"]);
  await room.closeAll();
});

test("in practice only the team sees what is shown, and nothing of it stays", async () => {
  const room = await lobby();
  const { deckId } = await readyDeck(app, room);
  const producer = await room.enter({ presenterId: await room.presenter("producer") });
  const ann = await room.enter({ registrantId: await room.person() });
  await ann.welcome();
  await producer.say("presenting.message", { text: "Soon" });
  await producer.say("presenting.practice", { isPractice: true });
  expect(await producer.told("presenting.practice")).toMatchObject({ isPractice: true, stage: { message: "Soon" } });
  await producer.say("presenting.slide", { slide: { deckId, page: 3 } });
  await producer.say("presenting.message", { text: "Hush" });
  const late = await room.enter({ presenterId: await room.presenter("moderator") });
  expect((await late.welcome()).state.presenting).toMatchObject({ isPractice: true, stage: { message: "Hush" } });
  await producer.say("presenting.practice", { isPractice: false });
  const over = await producer.told("presenting.practice", ({ isPractice }) => !isPractice);
  expect(over.stage).toMatchObject({ slide: null, message: "Soon" });
  await producer.say("presenting.layout", { layout: "video" });
  await ann.told("presenting.layout");
  expect(kindsHeard(ann)).toEqual(["presenting.message", "presenting.layout"]);
  await room.closeAll();
});

test("practice ends when the event goes live by its clock, and the team sees what everybody sees", async () => {
  const room = await lobby();
  const producer = await room.enter({ presenterId: await room.presenter("producer") });
  await producer.say("presenting.practice", { isPractice: true });
  await producer.say("presenting.message", { text: "Hush" });
  setClock("16:00:00");
  const over = await producer.told("presenting.practice", ({ isPractice }) => !isPractice);
  expect(over.stage.message).toBeNull();
  await producer.say("presenting.message", { text: "Welcome" });
  const ann = await room.enter({ registrantId: await room.person() });
  expect((await ann.welcome()).state.presenting).toMatchObject({ stage: { message: "Welcome" } });
  await room.closeAll();
});

test("starting puts on air and ends practice; extending and ending follow, and each is recorded once", async () => {
  const room = await lobby();
  const producer = await room.enter({ presenterId: await room.presenter("producer") });
  const ann = await room.enter({ registrantId: await room.person() });
  await producer.say("presenting.practice", { isPractice: true });
  await producer.say("presenting.message", { text: "Hush" });
  expect(await refusalOf(producer.ask("presenting.extend", { endsAt: Date.now() }))).toBe("presenting.notLive");
  await producer.say("presenting.start", {});
  await producer.say("presenting.start", {});
  await ann.told("room.phase", ({ phase }) => phase === "live");
  const stopped = await producer.told("presenting.practice", ({ isPractice }) => !isPractice);
  expect(stopped.stage.message).toBeNull();
  expect(await refusalOf(producer.ask("presenting.practice", { isPractice: true }))).toBe(
    "presenting.tooLateToPractise",
  );
  expect(await eventOf(room)).toMatchObject({ startedAt: new Date("2026-03-10T15:50:00Z") });
  const endsAt = new Date("2026-03-10T17:30:00Z");
  await producer.say("presenting.extend", { endsAt: endsAt.getTime() });
  await producer.say("presenting.extend", { endsAt: endsAt.getTime() });
  expect(await eventOf(room)).toMatchObject({ liveEndsAt: endsAt, durationMinutes: 90 });
  await ann.told("room.phase", (told) => told.endsAt === endsAt.getTime());
  const extend = (time: string) =>
    refusalOf(producer.ask("presenting.extend", { endsAt: Date.parse(`2026-03-1${time}Z`) }));
  expect(await extend("0T17:00:00")).toBe("presenting.notLater");
  expect(await extend("1T17:00:00")).toBe("presenting.tooLong");
  setClock("16:40:00");
  await producer.say("presenting.end", {});
  await ann.told("room.phase", ({ phase }) => phase === "ended");
  expect(await refusalOf(producer.ask("presenting.extend", { endsAt: endsAt.getTime() + 60_000 }))).toBe(
    "presenting.notLive",
  );
  const changes = await app.database.db
    .selectFrom("changes")
    .select(["kind", "actor"])
    .where("eventId", "=", room.eventId)
    .where("kind", "in", ["event.started", "event.updated", "event.ended"])
    .orderBy("id")
    .execute();
  expect(changes.map(({ kind }) => kind)).toEqual(["event.started", "event.updated", "event.ended"]);
  expect(new Set(changes.map(({ actor }) => actor)).size).toBe(1);
  expect(kindsHeard(ann)).toEqual([]);
  await room.closeAll();
});

test("one producer is in control, whoever asks where; it is given, and taken over once who had it is silent", async () => {
  setClock("16:05:00");
  const room = await liveRoom(app);
  const [grace, ada] = [await room.presenter("producer"), await room.presenter("producer")];
  const here = await room.enter({ presenterId: grace });
  const there = await RoomClient.connect(await other.listen(), room.eventId, { presenterId: ada });
  const ann = await room.enter({ registrantId: await room.person() });
  const answers = await Promise.all([here, there].map((page) => page.ask("presenting.lead", {})));
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["done", "refused"]);
  const [lead, next] = answers[0]?.kind === "done" ? [here, there] : [there, here];
  const [leadId, nextId] = lead === here ? [grace, ada] : [ada, grace];
  await next.told("presenting.lead", (told) => told.lead?.presenterId === leadId);
  expect(await refusalOf(next.ask("presenting.end", {}))).toBe("presenting.notLead");
  expect(await refusalOf(lead.ask("presenting.lead", { presenterId: await room.presenter("producer") }))).toBe(
    "presenting.noProducer",
  );
  await lead.say("presenting.lead", { presenterId: nextId });
  expect(await refusalOf(lead.ask("presenting.end", {}))).toBe("presenting.notLead");
  await lead.told("presenting.lead", (told) => told.lead?.presenterId === nextId);
  // Now the one in control is silent, and the other is not.
  setClock("16:05:40");
  await lead.say("room.alive", { player: "playing" });
  expect(await refusalOf(lead.ask("presenting.lead", {}))).toBe("presenting.notLead");
  setClock("16:05:46");
  await lead.told("presenting.lead", (told) => told.lead === null);
  const taken = await Promise.all([lead, next].map((page) => refusalOf(page.ask("presenting.lead", {}))));
  expect(taken.sort()).toEqual(["done", "presenting.notLead"]);
  expect(kindsHeard(ann)).toEqual([]);
  await there.close();
  await room.closeAll();
});

test("who may not present any more is not in control", async () => {
  setClock("16:05:00");
  const room = await liveRoom(app);
  const [grace, ada] = [await room.presenter("producer"), await room.presenter("producer")];
  const [first, second] = [await room.enter({ presenterId: grace }), await room.enter({ presenterId: ada })];
  await first.say("presenting.lead", {});
  expect(await refusalOf(second.ask("presenting.lead", {}))).toBe("presenting.notLead");
  await app.database.db.updateTable("presenters").set({ revokedAt: new Date() }).where("id", "=", grace).execute();
  await second.say("presenting.lead", {});
  await room.closeAll();
});

test("somebody who is blocked has to go and does not come back until they are let in again", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const moderator = await room.enter({ presenterId: await room.presenter("moderator") });
  const [ann, bob] = [await room.person(), await room.person()];
  const [page, bystander] = [await room.enter({ registrantId: ann }), await room.enter({ registrantId: bob })];
  await moderator.say("presenting.block", { eventUserId: ann });
  await moderator.say("presenting.block", { eventUserId: ann });
  expect(await page.told("room.goodbye")).toMatchObject({ reason: "blocked" });
  expect(await moderator.told("presenting.blocked")).toMatchObject({ eventUserId: ann, isBlocked: true });
  await expect(room.enter({ registrantId: ann })).rejects.toThrow("403");
  const stranger = await elsewhere.person();
  expect(await refusalOf(moderator.ask("presenting.block", { eventUserId: stranger }))).toBe("registrant.unknown");
  await moderator.say("presenting.unblock", { eventUserId: ann });
  await (await room.enter({ registrantId: ann })).welcome();
  const changes = await app.database.db
    .selectFrom("changes")
    .select(["kind", "fields"])
    .where("subjectId", "=", ann)
    .where("kind", "=", "registrant.updated")
    .execute();
  expect(changes).toEqual(Array(2).fill({ kind: "registrant.updated", fields: ["isBlocked"] }));
  expect(kindsHeard(bystander)).toEqual([]);
  await room.closeAll();
});
