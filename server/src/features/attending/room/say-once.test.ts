import type { SaidKind } from "@lectern/wire/messages";
import { afterEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import type { RoomClient, Visitor } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";

const app = await withApp();

afterEach(() => {
  delete app.clock.now;
});

type Room = Awaited<ReturnType<typeof liveRoom>>;
const tables = { questions: "questions", lines: "chatLines", teamLines: "teamChatLines", ideas: "ideas" } as const;

/** Everything that makes a new row: what is said, who hears of it, and the row. */
const makings = [
  { kind: "questions.ask", by: "audience", told: "questions.question", table: tables.questions, idName: "questionId" },
  { kind: "chat.say", by: "audience", told: "chat.moderated", table: tables.lines, idName: "lineId" },
  { kind: "chat.say", by: "team", told: "chat.moderated", table: tables.lines, idName: "lineId" },
  { kind: "chat.sayToTeam", by: "team", told: "chat.toTeam", table: tables.teamLines, idName: "lineId" },
  { kind: "ideas.share", by: "audience", told: "ideas.idea", table: tables.ideas, idName: "ideaId" },
  { kind: "ideas.comment", by: "audience", told: "ideas.idea", table: tables.ideas, idName: "ideaId" },
] as const;

type Making = (typeof makings)[number];

const rowsOf = ({ table }: Making, { eventId }: Room, text: string) =>
  app.database.db.selectFrom(table).select("id").where("eventId", "=", eventId).where("text", "=", text).execute();

async function roomWithChat() {
  const room = await liveRoom(app);
  const path = `/clients/${room.clientId}/events/${room.eventId}`;
  const { topicId } = await operated<{ topicId: number }>(app, `POST ${path}/idea-topics`, { title: "What next?" });
  const watcher = await room.enter({ presenterId: await room.presenter("producer") });
  await watcher.say("chat.set", { mode: "open", slowModeSeconds: 0 });
  const first = await room.enter({ registrantId: await room.person() });
  const { ideaId } = await first.say("ideas.share", { topicId, text: "An idea" });
  const bodyOf = ({ kind }: Making, text: string) => ({
    text,
    ...(kind === "ideas.share" && { topicId }),
    ...(kind === "ideas.comment" && { ideaId: ideaId as number }),
  });
  const comes = async ({ by }: Making): Promise<Visitor> =>
    by === "audience" ? { registrantId: await room.person() } : { presenterId: await room.presenter() };
  return { ...room, watcher, bodyOf, comes };
}

const ask = (page: RoomClient, { kind }: Making, body: object) => page.ask(kind as SaidKind, body as never);

/** How often the team was told of a text, for good. */
const toldOf = (watcher: RoomClient, { told }: Making, text: string) =>
  watcher.numbered.filter((one) => one.kind === told && JSON.stringify(one).includes(text)).length;

test.each(makings)(
  "$kind by the $by, said again after the answer was lost, makes one row and is told once",
  async (making) => {
    const room = await roomWithChat();
    const visitor = await room.comes(making);
    const page = await room.enter(visitor);
    await page.welcome();
    page.socket.pause();
    const body = { ...room.bodyOf(making, "Only once"), nonce: "a-nonce-of-mine" };
    page.send({ kind: making.kind, id: 1, ...body });
    await expect.poll(() => rowsOf(making, room, "Only once")).toHaveLength(1);
    await page.cut();
    const back = await room.enter(visitor);
    const [{ id } = { id: 0 }] = await rowsOf(making, room, "Only once");
    for (const _again of [1, 2])
      expect(await ask(back, making, body)).toMatchObject({ kind: "done", [making.idName]: id });
    expect(await ask(back, making, { ...room.bodyOf(making, "Another"), nonce: "another-nonce" })).toMatchObject({
      kind: "done",
    });
    await room.watcher.waitFor((one): one is never => JSON.stringify(one).includes("Another"));
    expect(await rowsOf(making, room, "Only once")).toHaveLength(1);
    expect(toldOf(room.watcher, making, "Only once")).toBe(1);
    expect(toldOf(room.watcher, making, "Another")).toBe(1);
    await room.closeAll();
  },
);

test.each(makings)("$kind by the $by, said in two processes at the same time, makes one row", async (making) => {
  const other = await besideApp({ publicUrl: "http://other.test" });
  const room = await roomWithChat();
  const visitor = await room.comes(making);
  const pages = [await room.enter(visitor), await room.enter(visitor, await other.listen())];
  const body = { ...room.bodyOf(making, "At once"), nonce: "the-same-nonce" };
  const answers = await Promise.all([...pages, ...pages].map((page) => ask(page, making, body)));
  const rows = await rowsOf(making, room, "At once");
  expect(rows).toHaveLength(1);
  expect(answers).toMatchObject(answers.map(() => ({ kind: "done", [making.idName]: rows[0]?.id })));
  await room.closeAll();
});

test("a nonce is one person's own, and counts once in their figures", async () => {
  const room = await roomWithChat();
  const [ann, bob] = [await room.person(), await room.person()];
  const pages = [await room.enter({ registrantId: ann }), await room.enter({ registrantId: bob })];
  const said = { text: "The same words", nonce: "the-same-nonce" };
  for (const page of [...pages, ...pages]) await page.say("questions.ask", said);
  const counted = await app.database.db
    .selectFrom("attendees")
    .select(["registrantId", "questionsAsked"])
    .where("registrantId", "in", [ann, bob])
    .orderBy("registrantId")
    .execute();
  expect(counted.map(({ questionsAsked }) => questionsAsked)).toEqual([1, 1]);
  // Another kind of message with the same nonce is another thing.
  expect(await pages[0]?.say("chat.say", said)).toMatchObject({ lineId: expect.any(Number) });
  await room.closeAll();
});

test("what was refused may be said again with its nonce, and what was done is answered however things stand now", async () => {
  const room = await roomWithChat();
  const page = await room.enter({ registrantId: await room.person() });
  const line = { text: "Hello", nonce: "hello-hello" };
  await room.watcher.say("chat.set", { mode: "off", slowModeSeconds: 0 });
  expect(await page.ask("chat.say", line)).toMatchObject({ kind: "refused", code: "chat.off" });
  await room.watcher.say("chat.set", { mode: "open", slowModeSeconds: 60 });
  const { lineId } = await page.say("chat.say", line);
  expect(await page.say("chat.say", line)).toMatchObject({ lineId });
  expect(await page.ask("chat.say", { text: "Hello", nonce: "another-one" })).toMatchObject({ code: "chat.slow" });
  await room.watcher.say("chat.set", { mode: "off", slowModeSeconds: 0 });
  expect(await page.say("chat.say", line)).toMatchObject({ lineId });
  await room.closeAll();
});

test("a nonce is a word of 8 to 64 letters, digits, - and _; without one, everything is said anew", async () => {
  const room = await roomWithChat();
  const page = await room.enter({ registrantId: await room.person() });
  for (const nonce of ["1234567", "x".repeat(65), "with blank", "ümlaut-ümlaut", "", 12_345_678])
    expect(await page.ask("chat.say", { text: "x", nonce: nonce as string })).toMatchObject({ code: "say.malformed" });
  for (const nonce of ["12345678", "x".repeat(64)]) await page.say("chat.say", { text: "x", nonce });
  const [one, two] = [await page.say("chat.say", { text: "y" }), await page.say("chat.say", { text: "y" })];
  expect(one.lineId).not.toBe(two.lineId);
  await room.closeAll();
});

test("nonces are kept for a day", async () => {
  const room = await roomWithChat();
  const page = await room.enter({ registrantId: await room.person() });
  await page.say("chat.say", { text: "x", nonce: "old-nonce" });
  await page.say("chat.say", { text: "y", nonce: "new-nonce" });
  const { db } = app.database;
  const old = new Date(Date.now() - 25 * 3_600_000);
  await db.updateTable("saidOnce").set({ saidAt: old }).where("nonce", "=", "old-nonce").execute();
  await app.runJob("drop-old-room-messages");
  const kept = await db.selectFrom("saidOnce").select("nonce").where("eventId", "=", room.eventId).execute();
  expect(kept).toEqual([{ nonce: "new-nonce" }]);
  await room.closeAll();
});
