import { afterEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { answerOf, choice, figuresOf, knownPolls, refused, roomWithTeam } from "../../../../test/poll-fixture.ts";
import type { RoomClient } from "../../../../test/room-client.ts";

const app = await withApp();
const { db } = app.database;
const figures = figuresOf(app);

afterEach(() => {
  delete app.clock.now;
});

/** Kinds of message of polls that a page has heard. */
const pollKinds = (page: RoomClient) => page.heard.map(({ kind }) => kind).filter((kind) => kind.startsWith("polls."));

test("a poll is pushed, answered, closed and published; the audience learns of results only then", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const room = await roomWithTeam(app);
  const [ann, bob] = [await room.come(), await room.come()];
  const poll = await room.polls.add(choice());
  await room.desk.told("polls.poll", ({ pollId }) => pollId === poll.id);
  await room.desk.say("polls.push", { pollId: poll.id });
  const pushed = await ann.page.told("polls.poll");
  expect(pushed).toEqual({
    kind: "polls.poll",
    seq: expect.any(Number),
    pollId: poll.id,
    position: 1,
    questionId: poll.question.id,
    type: "singleoption",
    question: "Colour?",
    options: [
      { code: "choice1", answer: "Red" },
      { code: "choice2", answer: "Green" },
      { code: "choice3", answer: "Blue" },
    ],
    ...{ isAnonymous: false, isChangeAllowed: false, isOnDemand: true, isOpen: true, isPublished: false },
    pushedAt: app.clock.now.getTime(),
  });
  await ann.page.say("polls.answer", answerOf(poll, { codes: ["choice2"] }));
  await bob.page.say("polls.answer", answerOf(poll, { codes: ["choice2"] }));
  const results = { answers: 2, votes: { choice1: 0, choice2: 2, choice3: 0 } };
  await room.desk.told("polls.counts", ({ polls }) => polls[0]?.results.answers === 2);
  await room.desk.say("polls.close", { pollId: poll.id });
  expect(await ann.page.ask("polls.answer", answerOf(poll, { codes: ["choice1"] }))).toMatchObject(
    refused("poll.closed"),
  );
  await room.desk.say("polls.publish", { pollId: poll.id });
  expect(await ann.page.told("polls.poll", ({ isPublished }) => isPublished)).toMatchObject({ isOpen: false, results });
  await room.desk.say("polls.hide", { pollId: poll.id });
  const hidden = await bob.page.told(
    "polls.poll",
    ({ seq = 0, isPublished }) => !isPublished && seq > (pushed.seq ?? 0) + 3,
  );
  expect(hidden).not.toHaveProperty("results");
  // Nothing but the poll itself, and results only with publishing.
  expect(pollKinds(ann.page)).toEqual(["polls.poll", "polls.poll", "polls.poll", "polls.poll"]);
  expect(await figures.answers(poll.id)).toMatchObject([
    {
      registrantId: ann.registrantId,
      questionId: poll.question.id,
      positions: [2],
      answer: null,
      answeredAt: app.clock.now,
    },
    { registrantId: bob.registrantId, positions: [2] },
  ]);
  expect(await figures.attendee(ann.registrantId)).toMatchObject({ answeredPolls: 1, lastActivityAt: app.clock.now });
  expect(await figures.totals(room.eventId)).toMatchObject({ pollsPushed: 1, pollResponses: 2 });
  const changes = await db
    .selectFrom("changes")
    .select(["kind", "actor"])
    .where("eventId", "=", room.eventId)
    .orderBy("id")
    .execute();
  expect(changes.map(({ kind }) => kind).filter((kind) => kind.startsWith("poll."))).toEqual([
    "poll.created",
    "poll.pushed",
    "poll.answered",
    "poll.answered",
    "poll.closed",
    "poll.published",
    "poll.hidden",
  ]);
  await room.closeAll();
});

test("pushed again, a poll keeps when it was first, its answers, and counts once", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const room = await roomWithTeam(app);
  const [ann, bob] = [await room.come(), await room.come()];
  const { id: pollId, ...poll } = await room.polls.add(choice());
  await room.desk.say("polls.push", { pollId });
  await ann.page.say("polls.answer", answerOf({ id: pollId, ...poll }, { codes: ["choice1"] }));
  await room.desk.say("polls.close", { pollId });
  app.clock.now = new Date("2026-03-10T16:20:00Z");
  await room.desk.say("polls.push", { pollId });
  expect(await ann.page.ask("polls.answer", answerOf({ id: pollId, ...poll }, { codes: ["choice3"] }))).toMatchObject(
    refused("poll.answered"),
  );
  await bob.page.say("polls.answer", answerOf({ id: pollId, ...poll }, { codes: ["choice1"] }));
  const [listed] = await room.polls.list();
  expect(listed).toMatchObject({ pushedAt: "2026-03-10T16:05:00.000Z", answers: 2, isOpen: true });
  expect(listed?.question.options.map(({ votes }) => votes)).toEqual([2, 0, 0]);
  expect(await figures.totals(room.eventId)).toMatchObject({ pollsPushed: 1, pollResponses: 2 });
  await room.closeAll();
});

test("which answers of a quiz are right is told with the results, to the team before", async () => {
  const room = await roomWithTeam(app);
  const { page } = await room.come();
  const options = [{ answer: "4" }, { answer: "5", isRight: true }];
  const poll = await room.polls.add({
    question: { type: "singleoption", text: "2 + 3?", options },
    isResultShown: true,
  });
  await room.desk.say("polls.push", { pollId: poll.id });
  expect(await page.told("polls.poll")).not.toHaveProperty("rightCodes");
  expect(await room.desk.told("polls.poll", ({ isOpen }) => isOpen)).toMatchObject({ rightCodes: ["choice2"] });
  await room.desk.say("polls.close", { pollId: poll.id });
  expect(await page.told("polls.poll", ({ isOpen }) => !isOpen)).toMatchObject({
    isPublished: true,
    rightCodes: ["choice2"],
    results: { answers: 0 },
  });
  await room.closeAll();
});

test("results that are published while a poll is open go on for everybody", async () => {
  const room = await roomWithTeam(app);
  const [ann, bob] = [await room.come(), await room.come()];
  const poll = await room.polls.add(choice());
  await room.desk.say("polls.push", { pollId: poll.id });
  await room.desk.say("polls.publish", { pollId: poll.id });
  await ann.page.say("polls.answer", answerOf(poll, { codes: ["choice1"] }));
  const results = { answers: 1, votes: { choice1: 1, choice2: 0, choice3: 0 } };
  expect(await bob.page.told("polls.results")).toEqual({
    kind: "polls.results",
    polls: [{ pollId: poll.id, questionId: poll.question.id, results }],
  });
  expect(pollKinds(bob.page)).not.toContain("polls.counts");
  await room.closeAll();
});

test("whoever comes later, or back, finds what is open, what is published and their own answers", async () => {
  const room = await roomWithTeam(app);
  const { registrantId, page } = await room.come();
  const [asked, unasked] = [await room.polls.add(choice()), await room.polls.add(choice("multioption"))];
  await room.desk.say("polls.push", { pollId: asked.id });
  await page.say("polls.answer", answerOf(asked, { codes: ["choice2"] }));
  await page.cut();
  const back = await room.enter({ registrantId });
  const [seen, ...unseen] = await knownPolls(back);
  expect(seen).toMatchObject({ pollId: asked.id, isOpen: true });
  expect(seen).not.toHaveProperty("results");
  expect(unseen).toEqual([]);
  expect((await back.welcome()).mine).toEqual({
    polls: { answers: [{ pollId: asked.id, questionId: asked.question.id, codes: ["choice2"] }] },
  });
  const other = await (await room.enter({ registrantId: await room.person() })).welcome();
  expect(other.mine).toEqual({});
  const team = await room.enter({ presenterId: await room.presenter("moderator") });
  expect(await knownPolls(team)).toMatchObject([
    { pollId: asked.id, results: { answers: 1 } },
    { pollId: unasked.id, isOpen: false },
  ]);
  await room.closeAll();
});

test("before it is live the team rehearses: the audience hears nothing, and nothing counts", async () => {
  app.clock.now = new Date("2026-03-10T16:00:00Z");
  const room = await roomWithTeam(app, { minutesAgo: -10 });
  const early = await room.enter({ registrantId: await room.person() });
  expect((await early.welcome()).state.room).toMatchObject({ phase: "lobby" });
  const poll = await room.polls.add(choice("singleoption", { isResultShown: true }));
  await room.desk.say("polls.push", { pollId: poll.id });
  expect(await room.desk.told("polls.poll", ({ isOpen }) => isOpen)).toMatchObject({ isPractice: true });
  expect(await early.ask("polls.answer", answerOf(poll, { codes: ["choice1"] }))).toMatchObject(
    refused("room.notAttending"),
  );
  await room.desk.say("polls.close", { pollId: poll.id });
  expect(pollKinds(early)).toEqual([]);
  expect(await figures.totals(room.eventId)).toMatchObject({ pollsPushed: 0, pollResponses: 0 });
  app.clock.now = new Date("2026-03-10T16:15:00Z");
  const late = await room.enter({ registrantId: await room.person() });
  expect(await knownPolls(late)).toEqual([]);
  expect(await late.ask("polls.answer", answerOf(poll, { codes: ["choice1"] }))).toMatchObject(refused("poll.unknown"));
  await room.desk.say("polls.push", { pollId: poll.id });
  expect(await late.told("polls.poll")).toMatchObject({ isOpen: true, isPublished: false });
  expect(await room.desk.told("polls.poll", ({ isOpen, isPractice }) => isOpen && !isPractice)).toBeDefined();
  expect(await figures.totals(room.eventId)).toMatchObject({ pollsPushed: 1 });
  await room.closeAll();
});

test("on demand, polls that were asked are answered where they are marked so, and none is pushed", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const room = await roomWithTeam(app);
  const [asked, liveOnly, never] = [
    await room.polls.add(choice()),
    await room.polls.add(choice("singleoption", { isOnDemand: false })),
    await room.polls.add(choice()),
  ];
  for (const { id: pollId } of [asked, liveOnly]) await room.desk.say("polls.push", { pollId });
  app.clock.now = new Date("2026-03-12T16:05:00Z");
  const registrantId = await room.person();
  const page = await room.enter({ registrantId });
  expect((await knownPolls(page)).map(({ pollId }) => pollId)).toEqual([asked.id, liveOnly.id]);
  await page.say("polls.answer", answerOf(asked, { codes: ["choice1"] }));
  const answers = [liveOnly, never].map((poll) => page.ask("polls.answer", answerOf(poll, { codes: ["choice1"] })));
  expect(await Promise.all(answers)).toMatchObject([refused("poll.closed"), refused("poll.unknown")]);
  expect(await room.desk.ask("polls.push", { pollId: never.id })).toMatchObject(refused("poll.notLive"));
  expect(await figures.attendee(registrantId)).toMatchObject({ answeredPolls: 1 });
  expect(await figures.totals(room.eventId)).toMatchObject({ pollsPushed: 2, pollResponses: 1 });
  await room.closeAll();
});

test("only the team runs polls, only of its event, and only what is there", async () => {
  const room = await roomWithTeam(app);
  const { page } = await room.come();
  const elsewhere = await roomWithTeam(app);
  const poll = await room.polls.add(choice());
  const moderator = await room.enter({ presenterId: await room.presenter("moderator") });
  for (const kind of ["polls.push", "polls.close", "polls.publish", "polls.hide"] as const) {
    expect(await page.ask(kind, { pollId: poll.id })).toMatchObject(refused("say.notYours"));
    expect(await moderator.ask(kind, { pollId: poll.id })).toMatchObject(refused("say.notYours"));
    expect(await elsewhere.desk.ask(kind, { pollId: poll.id })).toMatchObject(refused("poll.unknown"));
    expect(await room.desk.ask(kind, { pollId: 999_999_999 })).toMatchObject(refused("poll.unknown"));
  }
  for (const kind of ["polls.close", "polls.publish", "polls.hide"] as const)
    expect(await room.desk.ask(kind, { pollId: poll.id })).toMatchObject(refused("poll.notPushed"));
  expect(await room.desk.ask("polls.answer", answerOf(poll, { codes: ["choice1"] }))).toMatchObject(
    refused("say.notYours"),
  );
  await room.desk.say("polls.push", { pollId: poll.id });
  const stranger = await elsewhere.come();
  expect(await stranger.page.ask("polls.answer", answerOf(poll, { codes: ["choice1"] }))).toMatchObject(
    refused("poll.unknown"),
  );
  await page.told("polls.poll");
  await room.polls.remove(poll.id);
  expect(await page.told("polls.removed")).toMatchObject({ pollId: poll.id });
  expect(await page.ask("polls.answer", answerOf(poll, { codes: ["choice1"] }))).toMatchObject(refused("poll.unknown"));
  expect(await room.desk.ask("polls.push", { pollId: poll.id })).toMatchObject(refused("poll.unknown"));
  await Promise.all([room.closeAll(), elsewhere.closeAll()]);
});
