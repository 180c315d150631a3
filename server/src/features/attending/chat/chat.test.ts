import { afterEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { RoomClient } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";

const app = await withApp();
const { db } = app.database;
type Room = Awaited<ReturnType<typeof liveRoom>>;
let room: Room;

afterEach(async () => {
  delete app.clock.now;
  await room.closeAll();
});

const pathOf = ({ clientId, eventId }: Room) => `/clients/${clientId}/events/${eventId}/chat`;
const set = (settings: object) =>
  operated(app, `PUT ${pathOf(room)}/settings`, { mode: "open", slowModeSeconds: 0, ...settings });

/** A room with two people and somebody of its team. */
async function openRoom(given: { minutesAgo?: number; settings?: object } = {}) {
  room = await liveRoom(app, given);
  if (given.settings) await set(given.settings);
  const [annId, bobId, patId] = [await room.person({ firstname: "Ada" }), await room.person(), await room.presenter()];
  const ann = await room.enter({ registrantId: annId });
  const bob = await room.enter({ registrantId: bobId });
  const pat = await room.enter({ presenterId: patId });
  for (const page of [ann, bob, pat]) await page.welcome();
  return { annId, bobId, patId, ann, bob, pat };
}

const say = async (page: RoomClient, text: string) => (await page.say("chat.say", { text })).lineId as number;
const messages = async () =>
  (
    await db
      .selectFrom("eventTotals")
      .select("chatMessages")
      .where("eventId", "=", room.eventId)
      .executeTakeFirstOrThrow()
  ).chatMessages;
const linesOf = (eventId: number) =>
  db
    .selectFrom("chatLines")
    .select(["id", "text", "registrantId", "presenterId", "isShown", "deletedBy"])
    .where("eventId", "=", eventId)
    .orderBy("id")
    .execute();

test("a line is heard by all, and counted; presenters write too", async () => {
  const { ann, bob, pat, annId, patId } = await openRoom();
  const first = await say(ann, " Hello <i>all</i> ");
  const { line } = await bob.told("chat.line");
  expect(line).toMatchObject({ lineId: first, text: " Hello <i>all</i> ", isTeam: false });
  expect(line.name).toMatch(/^Ada Person/);
  expect((await pat.told("chat.moderated")).line).toMatchObject({ lineId: first, eventUserId: annId, isShown: true });
  const second = await say(pat, "Welcome");
  expect((await bob.told("chat.line", (told) => told.line.isTeam)).line).toMatchObject({ lineId: second });
  expect(await messages()).toBe(2);
  const attendee = db.selectFrom("attendees").select("chatMessages").where("registrantId", "=", annId);
  expect(await attendee.executeTakeFirst()).toEqual({ chatMessages: 1 });
  expect(await operated(app, `GET ${pathOf(room)}/lines`)).toMatchObject({
    lines: [
      { lineId: first, eventUserId: annId, text: " Hello <i>all</i> " },
      { lineId: second, presenterId: patId },
    ],
  });
});

test("a moderated line is its author's and the team's until it is let through", async () => {
  const { ann, bob, pat, annId } = await openRoom({ settings: { mode: "moderated" } });
  const lineId = await say(ann, "May I?");
  expect((await ann.told("chat.own")).line).toMatchObject({ lineId, isShown: false });
  const again = await (await room.enter({ registrantId: annId })).welcome();
  expect(again.mine).toMatchObject({ chat: { lines: [{ lineId, isShown: false }] } });
  await say(pat, "In a moment");
  await bob.told("chat.line", ({ line }) => line.isTeam);
  expect(JSON.stringify(bob.heard)).not.toContain("May I?");
  await pat.say("chat.show", { lineId });
  await bob.told("chat.line", ({ line }) => line.lineId === lineId);
  await ann.told("chat.own", ({ line }) => line.isShown);
});

test("a deleted line is gone for everybody at once and stays in the record, with who deleted it", async () => {
  const { ann, bob, pat, annId, patId } = await openRoom();
  const lineId = await say(ann, "Buy my pills");
  await pat.say("chat.pin", { lineId });
  expect((await bob.told("chat.pinned")).line).toMatchObject({ lineId });
  await pat.say("chat.delete", { lineId });
  expect(await bob.told("chat.gone")).toMatchObject({ lineId });
  await ann.told("chat.own", ({ line }) => line.isDeleted);
  expect(await bob.told("chat.pinned", ({ line }) => line === null)).toBeDefined();
  expect((await pat.told("chat.moderated", ({ line }) => line.isDeleted)).line).toMatchObject({ deletedBy: patId });
  const beside = await (await besideApp({ publicUrl: "http://other.test" })).listen();
  const late = await RoomClient.connect(beside, room.eventId, { registrantId: await room.person() });
  expect((await late.welcome()).state.chat).toMatchObject({ lines: [], pinned: null });
  await late.close();
  expect(await operated(app, `GET ${pathOf(room)}/lines`)).toMatchObject({
    lines: [{ lineId, text: "Buy my pills", deletedBy: patId, deletedAt: expect.any(String) }],
  });
  expect(await messages()).toBe(1);
  const change = db.selectFrom("changes").select(["subjectId", "actor"]).where("kind", "=", "chat-line.deleted");
  expect(await change.where("eventId", "=", room.eventId).executeTakeFirst()).toEqual({
    subjectId: lineId,
    actor: `presenter:${patId}`,
  });
  for (const kind of ["chat.show", "chat.delete", "chat.pin", "chat.makeQuestion"] as const)
    expect(await pat.ask(kind, { lineId })).toMatchObject({ code: "chat.unknownLine" });
  expect(annId).toBeGreaterThan(0);
});

test("a deleted line is brought back for everybody, where it was; one that waited to be let through waits on", async () => {
  const { ann, bob, pat, patId } = await openRoom();
  const lineId = await say(ann, "Not so bad after all");
  const after = await say(bob, "Later");
  await pat.say("chat.delete", { lineId });
  await bob.told("chat.gone");
  const seen = bob.heard.length;
  await pat.say("chat.restore", { lineId });
  await bob.waitFor((told): told is never => bob.heard.indexOf(told) >= seen && told.kind === "chat.line");
  const isBack = (line: { lineId: number; isDeleted: boolean }) => line.lineId === lineId && !line.isDeleted;
  await expect
    .poll(() => ann.heard.findLast((told) => told.kind === "chat.own" && isBack(told.line)))
    .toMatchObject({
      line: { text: "Not so bad after all", isShown: true },
    });
  // The room in another process has no snapshot from before.
  const beside = await (await besideApp({ publicUrl: "http://other.test" })).listen();
  const late = await room.enter({ registrantId: await room.person() }, beside);
  expect((await late.welcome()).state.chat).toMatchObject({ lines: [{ lineId }, { lineId: after }] });
  expect(await linesOf(room.eventId)).toMatchObject([{ id: lineId, deletedBy: null }, { id: after }]);
  expect(await messages()).toBe(2);
  const change = db.selectFrom("changes").select(["subjectId", "actor"]).where("kind", "=", "chat-line.restored");
  expect(await change.where("eventId", "=", room.eventId).execute()).toEqual([
    { subjectId: lineId, actor: `presenter:${patId}` },
  ]);
  expect(await pat.ask("chat.restore", { lineId })).toMatchObject({ code: "chat.unknownLine" });
  expect(await pat.ask("chat.restore", { lineId: 999_999 })).toMatchObject({ code: "chat.unknownLine" });

  await set({ mode: "moderated" });
  const waiting = await say(ann, "May I?");
  await pat.say("chat.delete", { lineId: waiting });
  await pat.say("chat.restore", { lineId: waiting });
  await pat.told("chat.moderated", ({ line }) => line.lineId === waiting && !line.isDeleted);
  expect(bob.heard.filter((told) => JSON.stringify(told).includes("May I?"))).toEqual([]);
  await db.updateTable("chatLines").set({ text: null }).where("id", "=", lineId).execute();
  await pat.say("chat.delete", { lineId });
  // Whoever said it is forgotten: there is nothing to bring back.
  expect(await pat.ask("chat.restore", { lineId })).toMatchObject({ code: "chat.unknownLine" });
});

test("slow mode makes each of the audience wait, on all devices and in all processes, and says how long", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const { ann, bob, pat, annId } = await openRoom({ settings: { slowModeSeconds: 30 } });
  const other = await besideApp({ publicUrl: "http://other.test" });
  other.clock.now = new Date("2026-03-10T16:05:10Z");
  await say(ann, "One");
  const phone = await RoomClient.connect(await other.listen(), room.eventId, { registrantId: annId });
  await phone.welcome();
  expect(await phone.ask("chat.say", { text: "Two" })).toMatchObject({ code: "chat.slow", retryAfterMs: 20_000 });
  await say(bob, "Mine");
  await say(pat, "Ours");
  await say(pat, "Ours too");
  app.clock.now = new Date("2026-03-10T16:05:30Z");
  await say(ann, "Three");
  await phone.close();
  delete other.clock.now;
  const texts = (await linesOf(room.eventId)).map(({ text }) => text);
  expect(texts).toEqual(["One", "Mine", "Ours", "Ours too", "Three"]);
  expect(await messages()).toBe(5);
});

test("settings are told to everybody at once, whoever changes them", async () => {
  const { ann, bob, pat } = await openRoom();
  const producer = await room.enter({ presenterId: await room.presenter("producer") });
  await producer.say("chat.set", { mode: "off", slowModeSeconds: 5 });
  for (const page of [ann, bob, pat]) expect(await page.told("chat.settings")).toMatchObject({ mode: "off" });
  expect(await ann.ask("chat.say", { text: "Hello?" })).toMatchObject({ code: "chat.off" });
  expect(await pat.ask("chat.say", { text: "Hello?" })).toMatchObject({ code: "chat.off" });
  await set({ mode: "moderated" });
  await ann.told("chat.settings", ({ mode }) => mode === "moderated");
  expect(await operated(app, `GET ${pathOf(room)}/settings`)).toEqual({ mode: "moderated", slowModeSeconds: 0 });
  expect(await pat.ask("chat.set", { mode: "open", slowModeSeconds: 0 })).toMatchObject({ code: "say.notYours" });
  expect(await linesOf(room.eventId)).toEqual([]);
});

test("the team's chat is the team's alone", async () => {
  const { ann, bob, pat, patId } = await openRoom();
  const moderator = await room.enter({ presenterId: await room.presenter("moderator") });
  const { lineId } = await pat.say("chat.sayToTeam", { text: "Ada is a competitor" });
  expect((await moderator.told("chat.toTeam")).line).toMatchObject({ lineId, presenterId: patId, role: "presenter" });
  await say(pat, "Hello");
  await bob.told("chat.line");
  expect(JSON.stringify([ann.heard, bob.heard])).not.toContain("competitor");
  const beside = await (await besideApp({ publicUrl: "http://other.test" })).listen();
  const late = await RoomClient.connect(beside, room.eventId, { presenterId: patId });
  expect((await late.welcome()).state.chat).toMatchObject({ team: [{ text: "Ada is a competitor" }] });
  await late.close();
  expect(await ann.ask("chat.sayToTeam", { text: "Me?" })).toMatchObject({ code: "say.notYours" });
  expect(await operated(app, `GET ${pathOf(room)}/team-lines`)).toMatchObject({
    lines: [{ lineId, presenterId: patId, role: "presenter", text: "Ada is a competitor" }],
  });
  expect(await messages()).toBe(1);
});

test("what the team says before the webinar is live reaches nobody else, and no count", async () => {
  const { ann, bob, pat } = await openRoom({ minutesAgo: -5 });
  const lineId = await say(pat, "Can you hear me?");
  expect((await pat.told("chat.moderated")).line).toMatchObject({ lineId, isPractice: true, isShown: false });
  expect(await pat.ask("chat.show", { lineId })).toMatchObject({ code: "chat.unknownLine" });
  expect(await ann.ask("chat.say", { text: "I can" })).toMatchObject({ code: "room.notAttending" });
  expect(await ann.ask("chat.open", {})).toMatchObject({ code: "room.notAttending" });
  await set({ slowModeSeconds: 1 });
  await bob.told("chat.settings");
  expect(JSON.stringify([ann.heard, bob.heard])).not.toContain("hear me");
  expect(await messages()).toBe(0);
  expect(await db.selectFrom("chatPeople").select("views").where("eventId", "=", room.eventId).execute()).toEqual([]);
});

test("a line of the audience becomes a question, once", async () => {
  const { ann, pat, annId } = await openRoom();
  const lineId = await say(ann, "How much is it?");
  const { questionId } = await pat.say("chat.makeQuestion", { lineId });
  expect((await pat.told("questions.question")).question).toMatchObject({ questionId, text: "How much is it?" });
  expect((await ann.told("questions.own")).question).toMatchObject({ questionId });
  await pat.told("chat.moderated", ({ line }) => line.questionId === questionId);
  expect((await pat.say("chat.makeQuestion", { lineId })).questionId).toBe(questionId);
  const attendee = db.selectFrom("attendees").select("questionsAsked").where("registrantId", "=", annId);
  expect(await attendee.executeTakeFirst()).toEqual({ questionsAsked: 1 });
  const own = await say(pat, "Who asks?");
  expect(await pat.ask("chat.makeQuestion", { lineId: own })).toMatchObject({ code: "chat.noQuestion" });
});

test("opening the chat counts each time, and each person once", async () => {
  const { ann, bob } = await openRoom();
  await ann.say("chat.open", {});
  await ann.say("chat.open", {});
  await bob.say("chat.open", {});
  const chat = db.selectFrom("groupChats").select(["viewers", "views"]).where("eventId", "=", room.eventId);
  expect(await chat.executeTakeFirst()).toEqual({ viewers: 2, views: 3 });
  // Speaking without having opened is no view.
  const cat = await room.enter({ registrantId: await room.person() });
  await say(cat, "Me too");
  await cat.say("chat.open", {});
  expect(await chat.executeTakeFirst()).toEqual({ viewers: 3, views: 4 });
});

test("another event's team, and the audience, moderate nothing; blanks are no line", async () => {
  const { ann, pat } = await openRoom();
  const lineId = await say(ann, "Ours");
  const elsewhere = await liveRoom(app);
  const stranger = await elsewhere.enter({ presenterId: await elsewhere.presenter() });
  for (const kind of ["chat.show", "chat.delete", "chat.restore", "chat.pin", "chat.makeQuestion"] as const) {
    expect(await stranger.ask(kind, { lineId })).toMatchObject({ code: "chat.unknownLine" });
    expect(await ann.ask(kind, { lineId })).toMatchObject({ code: "say.notYours" });
  }
  expect(await ann.ask("chat.say", { text: "\u2800 \u200b" })).toMatchObject({ code: "say.blank" });
  expect(await pat.ask("chat.sayToTeam", { text: " " })).toMatchObject({ code: "say.blank" });
  expect(await ann.ask("chat.say", { text: "x".repeat(1001) })).toMatchObject({ code: "say.malformed" });
  expect(await linesOf(room.eventId)).toMatchObject([{ text: "Ours", isShown: true, deletedBy: null }]);
  await elsewhere.closeAll();
});

test("what two hundred say at once adds up exactly, and a page of the audience hears each line once", async () => {
  const { bob } = await openRoom();
  const people = await Promise.all(Array.from({ length: 200 }, () => room.person()));
  const pages = await Promise.all(people.map((registrantId) => room.enter({ registrantId })));
  const ids = await Promise.all(pages.map((page, n) => say(page, `Line ${n}`)));
  expect(await messages()).toBe(200);
  const lines = await linesOf(room.eventId);
  expect(new Map(lines.map(({ id, text }) => [id, text]))).toEqual(new Map(ids.map((id, n) => [id, `Line ${n}`])));
  const heard = () => bob.heard.flatMap((told) => (told.kind === "chat.line" ? [told.line.lineId] : []));
  await expect.poll(heard).toHaveLength(200);
  expect(heard().sort()).toEqual([...ids].sort());
});

test("a copied event chats in the same way, and nothing of what was said goes along", async () => {
  const { ann } = await openRoom({ settings: { slowModeSeconds: 7 } });
  await say(ann, "Here");
  const copy = await app.call(room.token, `POST /client/${room.clientId}/event?eventsource=${room.eventId}`, {
    form: { liveStart: "2030-01-01T09:00:00", liveDuration: "30" },
  });
  const path = pathOf({ ...room, eventId: copy.json().wccevent.eventId });
  expect(await operated(app, `GET ${path}/settings`)).toEqual({ mode: "open", slowModeSeconds: 7 });
  expect(await operated(app, `GET ${path}/lines`)).toEqual({ lines: [] });
});

test("of somebody who was forgotten the line stays, and nothing of what it said", async () => {
  const { ann, pat, annId } = await openRoom();
  const lineId = await say(ann, "I am Ada");
  await pat.say("chat.pin", { lineId });
  const { email } = await db
    .selectFrom("registrants")
    .select("email")
    .where("id", "=", annId)
    .executeTakeFirstOrThrow();
  const form = { email: email ?? "" };
  expect((await app.call(room.token, `POST /client/${room.clientId}/forget`, { form })).statusCode).toBe(200);
  const kept = await operated(app, `GET ${pathOf(room)}/lines`);
  expect(kept).toMatchObject({ lines: [{ lineId, text: "" }] });
  expect(JSON.stringify(kept)).not.toContain("Ada");
  const logged = await db.selectFrom("roomMessages").select("message").where("eventId", "=", room.eventId).execute();
  expect(JSON.stringify(logged)).not.toContain("Ada");
});
