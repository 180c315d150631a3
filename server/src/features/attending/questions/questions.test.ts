import { afterEach, expect, test } from "vitest";
import { besideApp, withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { RoomClient } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";

const app = await withApp();
const { db } = app.database;
type Room = Awaited<ReturnType<typeof liveRoom>>;
let room: Room;

afterEach(() => room.closeAll());

/** A live room with two people and somebody of its team. */
async function openRoom(settings?: object) {
  room = await liveRoom(app);
  if (settings) await operated(app, `PUT ${pathOf(room)}/settings`, { ...usual, ...settings });
  const [annId, bobId, patId] = [await room.person({ firstname: "Ada" }), await room.person(), await room.presenter()];
  const ann = await room.enter({ registrantId: annId });
  const bob = await room.enter({ registrantId: bobId });
  const pat = await room.enter({ presenterId: patId });
  for (const page of [ann, bob, pat]) await page.welcome();
  return { annId, bobId, patId, ann, bob, pat };
}

const usual = { isOpen: true, isModerated: true, isAnonymityAllowed: false };
const pathOf = ({ clientId, eventId }: Room) => `/clients/${clientId}/events/${eventId}/questions`;
const totals = () =>
  db
    .selectFrom("eventTotals")
    .select(["questionsAsked", "questionsAnswered"])
    .where("eventId", "=", room.eventId)
    .executeTakeFirst();
const asked = (registrantId: number) =>
  db.selectFrom("attendees").select("questionsAsked").where("registrantId", "=", registrantId).executeTakeFirst();
const changes = async () =>
  (
    await db
      .selectFrom("changes")
      .select(["kind", "subjectId", "actor"])
      .where("eventId", "=", room.eventId)
      .where("kind", "like", "question%")
      .orderBy("id")
      .execute()
  ).map(({ kind, subjectId, actor }) => [kind, subjectId, actor]);
const ask = async (page: RoomClient, text: string, isAnonymous?: boolean): Promise<number> =>
  (await page.say("questions.ask", { text, ...(isAnonymous !== undefined && { isAnonymous }) })).questionId as number;
/** What a page has heard of questions, by kind; a sign of life makes sure that it heard all that was told before. */
async function heard(page: RoomClient): Promise<string[]> {
  return page.heard.map(({ kind }) => kind).filter((kind) => kind.startsWith("questions."));
}

test("a moderated question is the team's until it is let through, and is then everybody's", async () => {
  const { ann, bob, pat, annId } = await openRoom();
  const questionId = await ask(ann, " What <b>now</b>? ");
  const { question } = await pat.told("questions.question");
  expect(question).toMatchObject({
    ...{ questionId, text: " What <b>now</b>? ", state: "new", votes: 0, eventUserId: annId, isAnonymous: false },
    ...{ isShown: false, isStarred: false, assignedTo: null, answer: null },
  });
  expect(question.askedBy).toMatch(/^Ada Person/);
  expect((await ann.told("questions.own")).question).toMatchObject({ questionId, state: "new" });
  await pat.say("questions.show", { questionId, isShown: true });
  const shown = await bob.told("questions.shown");
  expect(shown.question).toEqual({
    ...{ questionId, text: " What <b>now</b>? ", askedBy: question.askedBy, askedAt: question.askedAt },
    ...{ state: "shown", votes: 0, answer: null },
  });
  expect(await heard(bob)).toEqual(["questions.shown"]);
  await pat.say("questions.show", { questionId, isShown: false });
  expect(await bob.told("questions.hidden")).toMatchObject({ questionId });
  await pat.say("questions.show", { questionId, isShown: true });
  await pat.say("questions.dismiss", { questionId, isDismissed: true });
  await pat.told("questions.question", (told) => told.question.state === "dismissed");
  await pat.say("questions.dismiss", { questionId, isDismissed: false });
  await pat.told("questions.question", (told) => (told.seq ?? 0) > 10 && told.question.state === "shown");
  expect(await totals()).toEqual({ questionsAsked: 1, questionsAnswered: 0 });
  expect(await asked(annId)).toEqual({ questionsAsked: 1 });
  expect(await changes()).toEqual([["question.asked", questionId, "room"]]);
});

test("a private answer is heard by the asker alone, on all devices and after coming back", async () => {
  const { ann, bob, pat, annId, bobId, patId } = await openRoom({ isModerated: false });
  const phone = await room.enter({ registrantId: annId });
  await phone.welcome();
  const questionId = await ask(ann, "Between us?");
  await bob.told("questions.shown");
  await pat.say("questions.answer", { questionId, text: "The code is 4711", isPublic: false });
  for (const page of [ann, phone]) {
    const { question } = await page.told("questions.own", (told) => told.question.answer !== null);
    expect(question).toMatchObject({
      state: "answered",
      answer: { text: "The code is 4711", isPublic: false, presenterId: patId },
    });
  }
  // Bob hears of the next public thing, so all before has reached him.
  const other = await ask(bob, "And what is public?");
  await bob.told("questions.shown", (told) => told.question.questionId === other);
  expect(JSON.stringify(bob.heard)).not.toContain("4711");
  expect(bob.heard.filter((told) => told.kind === "questions.shown").at(-2)).toMatchObject({
    question: { questionId, state: "shown", answer: null },
  });
  const again = await (await room.enter({ registrantId: annId })).welcome();
  expect(again.mine).toMatchObject({
    questions: { questions: [{ questionId, answer: { text: "The code is 4711" } }], voted: [] },
  });
  const elsewhere = await (await besideApp({ publicUrl: "http://other.test" })).listen();
  const stranger = await RoomClient.connect(elsewhere, room.eventId, { registrantId: bobId });
  const welcome = await stranger.welcome();
  expect(welcome.state.questions).toMatchObject({
    settings: { isModerated: false },
    questions: [{ questionId, state: "shown", answer: null }, { questionId: other }],
  });
  expect(JSON.stringify(stranger.heard)).not.toContain("4711");
  await stranger.close();
});

test("an answer to all lets the question through, is edited in place, and is counted once", async () => {
  const { ann, bob, pat, patId } = await openRoom();
  const questionId = await ask(ann, "When?");
  await pat.say("questions.answer", { questionId, text: "Tomorow", isPublic: true });
  const first = await bob.told("questions.shown");
  expect(first.question).toMatchObject({ state: "answered", answer: { text: "Tomorow" } });
  await pat.say("questions.answer", { questionId, text: "Tomorrow", isPublic: true });
  const edited = await bob.told("questions.shown", (told) => told.question.answer?.text === "Tomorrow");
  expect(edited.question.answer?.at).toBe(first.question.answer?.at);
  await pat.say("questions.answerLive", { questionId });
  expect(await totals()).toEqual({ questionsAsked: 1, questionsAnswered: 1 });
  expect(await changes()).toEqual([
    ["question.asked", questionId, "room"],
    ["question.answered", questionId, `presenter:${patId}`],
  ]);
  const list = await operated(app, `GET ${pathOf(room)}?limit=10`);
  expect(list).toMatchObject({
    questions: [
      {
        ...{ questionId, text: "When?", state: "answered", isAnsweredLive: true },
        answer: {
          text: "Tomorrow",
          isPublic: true,
          presenterId: patId,
          presenterName: expect.stringMatching(/^Pat P/),
        },
      },
    ],
  });
});

test("what is answered aloud counts as answered, stars and assignments are the team's", async () => {
  const { ann, bob, pat, patId } = await openRoom();
  const questionId = await ask(ann, "Aloud?");
  const moderator = await room.enter({ presenterId: await room.presenter("moderator") });
  await moderator.say("questions.star", { questionId, isStarred: true });
  await moderator.say("questions.assign", { questionId, presenterId: patId });
  await moderator.say("questions.answerLive", { questionId });
  expect((await pat.told("questions.question", (told) => told.question.isAnsweredLive)).question).toMatchObject({
    ...{ isStarred: true, assignedTo: patId, state: "answered", answer: null },
  });
  await moderator.say("questions.assign", { questionId, presenterId: null });
  await pat.told("questions.question", ({ question }) => question.isAnsweredLive && question.assignedTo === null);
  expect(await totals()).toEqual({ questionsAsked: 1, questionsAnswered: 1 });
  expect(await heard(bob)).toEqual([]);
});

test("votes count once a person, can be taken back, and only reach what is shown", async () => {
  const { ann, bob, pat } = await openRoom({ isModerated: false });
  const questionId = await ask(ann, "Who else?");
  await bob.say("questions.vote", { questionId, isUp: true });
  await bob.say("questions.vote", { questionId, isUp: true });
  await ann.say("questions.vote", { questionId, isUp: true });
  await pat.told("questions.votes", ({ votes }) => votes[questionId] === 2);
  await ann.told("questions.votes", ({ votes }) => votes[questionId] === 2);
  await bob.say("questions.vote", { questionId, isUp: false });
  await bob.say("questions.vote", { questionId, isUp: false });
  expect(await votesOf(questionId)).toEqual({ votes: 1 });
  await pat.say("questions.dismiss", { questionId, isDismissed: true });
  expect(await bob.ask("questions.vote", { questionId, isUp: true })).toMatchObject({ code: "question.unknown" });
  expect(await votesOf(questionId)).toEqual({ votes: 1 });
});

const votesOf = (id: number) => db.selectFrom("questions").select("votes").where("id", "=", id).executeTakeFirst();

test("whoever asks anonymously is known to the team and the record, not to the others", async () => {
  const { ann, bob, pat, annId } = await openRoom();
  expect(await ann.ask("questions.ask", { text: "Who?", isAnonymous: true })).toMatchObject({
    code: "question.notAnonymous",
  });
  const producer = await room.enter({ presenterId: await room.presenter("producer") });
  await producer.say("questions.set", { isOpen: true, isModerated: false, isAnonymityAllowed: true });
  for (const page of [ann, bob, pat])
    expect(await page.told("questions.settings")).toMatchObject({ isModerated: false, isAnonymityAllowed: true });
  await ask(ann, "Who?", true);
  expect((await bob.told("questions.shown")).question).toMatchObject({ text: "Who?", askedBy: null });
  expect(JSON.stringify(bob.heard)).not.toContain("Ada");
  expect((await pat.told("questions.question")).question).toMatchObject({ eventUserId: annId, isAnonymous: true });
});

test("refuses what the event does not take, others' questions, and who may not", async () => {
  const { ann, pat } = await openRoom();
  const questionId = await ask(ann, "Ours?");
  const elsewhere = await liveRoom(app);
  const stranger = await elsewhere.enter({ presenterId: await elsewhere.presenter() });
  expect(await stranger.ask("questions.dismiss", { questionId, isDismissed: true })).toMatchObject({
    code: "question.unknown",
  });
  const strangersPresenter = await elsewhere.presenter();
  expect(await pat.ask("questions.assign", { questionId, presenterId: strangersPresenter })).toMatchObject({
    code: "presenter.unknown",
  });
  const visitor = await elsewhere.enter({ registrantId: await elsewhere.person() });
  await pat.say("questions.show", { questionId, isShown: true });
  expect(await visitor.ask("questions.vote", { questionId, isUp: true })).toMatchObject({ code: "question.unknown" });
  expect(await ann.ask("questions.show", { questionId, isShown: true })).toMatchObject({ code: "say.notYours" });
  expect(await pat.ask("questions.ask", { text: "Mine?" })).toMatchObject({ code: "say.notYours" });
  expect(await pat.ask("questions.set", usual)).toMatchObject({ code: "say.notYours" });
  expect(await ann.ask("questions.ask", { text: " \u200b\n" })).toMatchObject({ code: "say.blank" });
  expect(await ann.ask("questions.ask", { text: "x".repeat(2001) })).toMatchObject({ code: "say.malformed" });
  await operated(app, `PUT ${pathOf(room)}/settings`, { ...usual, isOpen: false });
  expect(await ann.told("questions.settings")).toMatchObject({ isOpen: false });
  expect(await ann.ask("questions.ask", { text: "Too late?" })).toMatchObject({ code: "question.closed" });
  expect(await totals()).toMatchObject({ questionsAsked: 1 });
  await elsewhere.closeAll();
});

test("whoever waits for the event to begin can't ask, and nothing is written of it", async () => {
  room = await liveRoom(app, { minutesAgo: -5 });
  const ann = await room.enter({ registrantId: await room.person() });
  expect(await ann.ask("questions.ask", { text: "Early?" })).toMatchObject({ code: "room.notAttending" });
  const rows = await db.selectFrom("questions").select("id").where("eventId", "=", room.eventId).execute();
  expect(rows).toEqual([]);
  expect(await totals()).toMatchObject({ questionsAsked: 0 });
});

test("what two hundred ask at once adds up exactly", async () => {
  const { pat } = await openRoom();
  const people = await Promise.all(Array.from({ length: 200 }, () => room.person()));
  const pages = await Promise.all(people.map((registrantId) => room.enter({ registrantId })));
  const ids = await Promise.all(pages.map((page, n) => ask(page, `Question ${n}`)));
  expect(new Set(ids).size).toBe(200);
  expect(await totals()).toEqual({ questionsAsked: 200, questionsAnswered: 0 });
  const rows = await db.selectFrom("questions").select(["id", "text"]).where("eventId", "=", room.eventId).execute();
  expect(new Map(rows.map(({ id, text }) => [id, text]))).toEqual(new Map(ids.map((id, n) => [id, `Question ${n}`])));
  const one = ids[0] as number;
  await pat.say("questions.show", { questionId: one, isShown: true });
  await Promise.all(pages.map((page) => page.say("questions.vote", { questionId: one, isUp: true })));
  expect(await votesOf(one)).toEqual({ votes: 200 });
  await pat.told("questions.votes", ({ votes }) => votes[one] === 200);
});

test("a copied event takes questions in the same way, without those that were asked", async () => {
  const { ann } = await openRoom({ isModerated: false, isAnonymityAllowed: true });
  await ask(ann, "Here?");
  const copy = await app.call(room.token, `POST /client/${room.clientId}/event?eventsource=${room.eventId}`, {
    form: { liveStart: "2030-01-01T09:00:00", liveDuration: "30" },
  });
  const path = pathOf({ ...room, eventId: copy.json().wccevent.eventId });
  expect(await operated(app, `GET ${path}/settings`)).toEqual({
    ...usual,
    isModerated: false,
    isAnonymityAllowed: true,
  });
  expect(await operated(app, `GET ${path}`)).toEqual({ questions: [] });
});

test("of somebody who was forgotten the question stays, and nothing of what it said", async () => {
  const { ann, pat, annId } = await openRoom({ isModerated: false });
  const questionId = await ask(ann, "My name is Ada, and I am ill?");
  await pat.say("questions.answer", { questionId, text: "Get well soon, Ada!", isPublic: true });
  const registrant = await db
    .selectFrom("registrants")
    .select("email")
    .where("id", "=", annId)
    .executeTakeFirstOrThrow();
  const form = { email: registrant.email ?? "" };
  expect((await app.call(room.token, `POST /client/${room.clientId}/forget`, { form })).statusCode).toBe(200);
  const { questions } = await operated<{ questions: object[] }>(app, `GET ${pathOf(room)}`);
  expect(questions).toMatchObject([{ questionId, text: "", state: "answered", answer: { text: "" } }]);
  expect(JSON.stringify(questions)).not.toContain("Ada");
  const kept = await db.selectFrom("roomMessages").select("message").where("eventId", "=", room.eventId).execute();
  expect(JSON.stringify(kept)).not.toContain("Ada");
  expect(await totals()).toEqual({ questionsAsked: 1, questionsAnswered: 1 });
});

test("our API lists questions in pages", async () => {
  const { ann } = await openRoom();
  const ids = [await ask(ann, "One?"), await ask(ann, "Two?")];
  const first = await operated<{ questions: { questionId: number }[]; next: string }>(
    app,
    `GET ${pathOf(room)}?limit=1`,
  );
  expect(first.questions).toMatchObject([{ questionId: ids[0] }]);
  const second = await operated(app, `GET ${pathOf(room)}?limit=1&cursor=${first.next}`);
  expect(second).toEqual({ questions: [expect.objectContaining({ questionId: ids[1] })] });
  expect((await operate(app, `PUT ${pathOf(room)}/settings`, { isOpen: true })).statusCode).toBe(400);
});

test("whoever asked very much is told of the newest of it when they come back", async () => {
  const room = await liveRoom(app);
  const registrantId = await room.person();
  const ann = await room.enter({ registrantId });
  await ann.welcome();
  const { clientId, eventId } = room;
  const asked = { clientId, eventId, registrantId, isAnonymous: false, isShown: false, askedAt: new Date() };
  const questions = Array.from({ length: 130 }, (_, n) => ({ ...asked, text: `Question ${n}` }));
  await app.database.db.insertInto("questions").values(questions).execute();
  const { mine } = await (await room.enter({ registrantId })).welcome();
  const told = (mine as { questions: { questions: { text: string }[] } }).questions.questions.map(({ text }) => text);
  expect([told.length, told[0], told.at(-1)]).toEqual([100, "Question 30", "Question 129"]);
  await room.closeAll();
});
