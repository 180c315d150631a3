import { afterEach, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { answerOf, choice, figuresOf, refused, roomWithTeam } from "../../../../test/poll-fixture.ts";

const app = await withApp();
const { db } = app.database;
const figures = figuresOf(app);

afterEach(() => {
  delete app.clock.now;
});

describe("what counts as an answer", () => {
  const cases = [
    ["singleoption", { codes: ["choice3"] }, true],
    ["singleoption", { codes: ["choice1", "choice2"] }, false],
    ["singleoption", { codes: ["choice4"] }, false],
    ["singleoption", { text: "Red" }, false],
    ["singleoption", {}, false],
    ["multioption", { codes: ["choice1", "choice3"] }, true],
    ["multioption", { codes: ["choice1", "choice9"] }, false],
    ["multioption", { codes: ["choice1"], text: "x" }, false],
    ["rating", { codes: ["choice4"] }, true],
    ["rating", { codes: ["choice6"] }, false],
    ["singletext", { text: " <b>As typed</b> 💥 " }, true],
    ["singletext", { text: " \u200b " }, false],
    ["singletext", { codes: ["choice1"] }, false],
  ] as const;

  test.each(cases)("to %s: %j", async (type, given, isTaken) => {
    const room = await roomWithTeam(app);
    const { page, registrantId } = await room.come();
    const poll = await room.polls.add(
      type === "rating" || type === "singletext" ? { question: { type, text: "?" } } : choice(type),
    );
    await room.desk.say("polls.push", { pollId: poll.id });
    const answer = await page.ask("polls.answer", answerOf(poll, given as { codes?: string[]; text?: string }));
    expect(answer).toMatchObject(isTaken ? { kind: "done" } : refused("poll.unfit"));
    const { codes = [], text = null } = given as { codes?: string[]; text?: string };
    const positions = codes.map((code) => Number(code.slice(6)));
    expect(await figures.answers(poll.id)).toMatchObject(
      isTaken ? [{ registrantId, answer: text, positions: type === "singletext" ? null : positions }] : [],
    );
    expect((await figures.attendee(registrantId)).answeredPolls).toBe(isTaken ? 1 : 0);
    await room.closeAll();
  });

  test.each([[["choice0"]], [["choice1", "choice1"]], [["red"]], [[]]])("no message: %j", async (codes) => {
    const room = await roomWithTeam(app);
    const { page } = await room.come();
    const poll = await room.polls.add(choice("multioption"));
    expect(await page.ask("polls.answer", answerOf(poll, { codes }))).toMatchObject(refused("say.malformed"));
    await room.closeAll();
  });
});

test("where it is allowed, an answer is changed while the poll is open, and counts once", async () => {
  const room = await roomWithTeam(app);
  const { page, registrantId } = await room.come();
  const poll = await room.polls.add(choice("multioption", { isChangeAllowed: true }));
  await room.desk.say("polls.push", { pollId: poll.id });
  await page.say("polls.answer", answerOf(poll, { codes: ["choice1", "choice2"] }));
  await page.say("polls.answer", answerOf(poll, { codes: ["choice2", "choice3"] }));
  const [listed] = await room.polls.list();
  expect([listed?.answers, listed?.question.options.map(({ votes }) => votes)]).toEqual([1, [0, 1, 1]]);
  expect(await figures.attendee(registrantId)).toMatchObject({ answeredPolls: 1 });
  expect(await figures.totals(room.eventId)).toMatchObject({ pollResponses: 1 });
  await room.desk.say("polls.close", { pollId: poll.id });
  expect(await page.ask("polls.answer", answerOf(poll, { codes: ["choice1"] }))).toMatchObject(refused("poll.closed"));
  await room.closeAll();
});

test("another wording is another version: answers stay with the one that was seen", async () => {
  const room = await roomWithTeam(app);
  const [ann, bob] = [await room.come(), await room.come()];
  const poll = await room.polls.add(choice("singleoption", { isChangeAllowed: true }));
  await room.desk.say("polls.push", { pollId: poll.id });
  await ann.page.say("polls.answer", answerOf(poll, { codes: ["choice1"] }));
  const options = [{ answer: "Blue" }, { answer: "Red" }];
  const changed = await room.polls.change(poll.id, { question: { type: "singleoption", text: "Colour?", options } });
  expect(changed).toMatchObject({ id: poll.id, answers: 0, isOpen: true });
  expect(changed.question.id).toBeGreaterThan(poll.question.id);
  expect(await bob.page.told("polls.poll", ({ questionId }) => questionId === changed.question.id)).toMatchObject({
    options: [
      { code: "choice1", answer: "Blue" },
      { code: "choice2", answer: "Red" },
    ],
  });
  expect(await bob.page.ask("polls.answer", answerOf(poll, { codes: ["choice1"] }))).toMatchObject(
    refused("poll.changed"),
  );
  await bob.page.say("polls.answer", answerOf(changed, { codes: ["choice1"] }));
  expect(await figures.answers(poll.id)).toMatchObject([
    { registrantId: ann.registrantId, questionId: poll.question.id, positions: [1] },
    { registrantId: bob.registrantId, questionId: changed.question.id, positions: [1] },
  ]);
  const votes = () =>
    db.selectFrom("pollOptions").select(["answer", "votes"]).orderBy("questionId").orderBy("position");
  const ofPoll = votes().where("questionId", "in", [poll.question.id, changed.question.id]);
  expect((await ofPoll.execute()).map(({ answer, votes }) => `${answer} ${votes}`)).toEqual([
    ...["Red 1", "Green 0", "Blue 0"],
    ...["Blue 1", "Red 0"],
  ]);
  // Whoever changes theirs moves over to the new version.
  await ann.page.say("polls.answer", answerOf(changed, { codes: ["choice2"] }));
  expect((await ofPoll.execute()).map(({ votes }) => votes)).toEqual([0, 0, 0, 1, 1]);
  const same = { type: "singleoption" as const, text: "Colour?", options };
  expect((await room.polls.change(poll.id, { question: same })).question.id).toBe(changed.question.id);
  await room.closeAll();
});

test("of an anonymous poll only who has answered is kept, and the words apart", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const room = await roomWithTeam(app);
  const { page, registrantId } = await room.come();
  const colours = await room.polls.add(choice("singleoption", { isAnonymous: true }));
  const words = await room.polls.add({ question: { type: "singletext", text: "Why?" }, isAnonymous: true });
  for (const { id: pollId } of [colours, words]) await room.desk.say("polls.push", { pollId });
  await page.told("polls.poll", ({ isAnonymous }) => isAnonymous);
  await page.say("polls.answer", answerOf(colours, { codes: ["choice3"] }));
  await page.say("polls.answer", answerOf(words, { text: "Because" }));
  const nothing = { registrantId, positions: null, answer: null, answeredAt: null };
  expect(await figures.answers(colours.id)).toMatchObject([nothing]);
  expect(await figures.answers(words.id)).toMatchObject([nothing]);
  const texts = await db.selectFrom("pollAnonymousTexts").selectAll().execute();
  expect(texts).toEqual([
    { clientId: room.clientId, questionId: words.question.id, id: expect.any(String), answer: "Because" },
  ]);
  expect((await room.polls.list())[0]?.question.options.map(({ votes }) => votes)).toEqual([0, 0, 1]);
  expect(await page.ask("polls.answer", answerOf(colours, { codes: ["choice1"] }))).toMatchObject(
    refused("poll.answered"),
  );
  expect(await figures.attendee(registrantId)).toMatchObject({ answeredPolls: 2 });
  await expect(room.polls.change(colours.id, { isAnonymous: false })).rejects.toThrow("poll.hasAnswers");
  const kinds = await db.selectFrom("changes").select("kind").where("eventId", "=", room.eventId).execute();
  expect(kinds.map(({ kind }) => kind)).not.toContain("poll.answered");
  await room.closeAll();
});

test("200 people at once, some of them twice, add up exactly", async () => {
  const room = await roomWithTeam(app);
  const people = await Promise.all(Array.from({ length: 200 }, () => room.come()));
  const poll = await room.polls.add(choice("multioption"));
  await room.desk.say("polls.push", { pollId: poll.id });
  await Promise.all(people.map(({ page }) => page.told("polls.poll")));
  const answers = people.flatMap(({ page }, index) => {
    const codes = index % 2 === 0 ? ["choice1"] : ["choice1", "choice3"];
    const answer = () => page.ask("polls.answer", answerOf(poll, { codes }));
    return index % 10 === 0 ? [answer(), answer()] : [answer()];
  });
  const kinds = (await Promise.all(answers)).map(({ kind }) => kind);
  expect([kinds.filter((kind) => kind === "done").length, kinds.length]).toEqual([200, 220]);
  const [listed] = await room.polls.list();
  expect([listed?.answers, listed?.question.options.map(({ votes }) => votes)]).toEqual([200, [200, 0, 100]]);
  expect(await figures.totals(room.eventId)).toMatchObject({ pollResponses: 200 });
  const { sum } = await db
    .selectFrom("attendees")
    .select((part) => part.fn.sum<string>("answeredPolls").as("sum"))
    .where("eventId", "=", room.eventId)
    .executeTakeFirstOrThrow();
  expect(Number(sum)).toBe(200);
  await room.desk.told("polls.counts", ({ polls }) => polls[0]?.results.answers === 200);
  await room.closeAll();
});
