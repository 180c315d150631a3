import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operate } from "../../../../test/operator-api.ts";
import { answerOf, choice, figuresOf, pollsOf, roomWithTeam } from "../../../../test/poll-fixture.ts";

const app = await withApp();
const figures = figuresOf(app);

async function eventWithPolls() {
  const { id: clientId } = await app.build.client();
  const { id: eventId } = await app.build.event(clientId);
  return { clientId, eventId, polls: pollsOf(app, { clientId, eventId }) };
}

test("polls stand in their order, and are moved", async () => {
  const { polls } = await eventWithPolls();
  const [first, second] = [await polls.add(choice()), await polls.add(choice())];
  const front = await polls.add(choice("multioption", { position: 1 }));
  const ids = async () => (await polls.list()).map(({ id, position }) => [id, position]);
  expect(await ids()).toEqual([
    [front.id, 1],
    [first.id, 2],
    [second.id, 3],
  ]);
  await polls.change(front.id, { position: 99 });
  await polls.remove(first.id);
  expect((await ids()).map(([id]) => id)).toEqual([second.id, front.id]);
});

test("a rating is chosen from a scale", async () => {
  const { polls } = await eventWithPolls();
  const usual = await polls.add({ question: { type: "rating", text: "How was it?" } });
  const long = await polls.add({ question: { type: "rating", text: "How was it?", scale: 10 } });
  const steps = ({ question }: typeof usual) => question.options.map(({ code, answer }) => `${code} ${answer}`);
  expect(steps(usual)).toEqual(["choice1 1", "choice2 2", "choice3 3", "choice4 4", "choice5 5"]);
  expect(steps(long).at(-1)).toBe("choice10 10");
});

const options = [{ answer: "a" }];
test.each([
  [{ question: { type: "singleoption", text: "?" } }, "poll.invalid"],
  [{ question: { type: "singletext", text: "?", options } }, "poll.invalid"],
  [{ question: { type: "rating", text: "?", options } }, "poll.invalid"],
  [{ question: { type: "multioption", text: "?", options, scale: 5 } }, "poll.invalid"],
  [{ question: { type: "multioption", text: "?", options: [] } }, "body.invalid"],
  [{ question: { type: "singletext", text: "a\0b" } }, "body.invalid"],
  [{ question: { type: "essay", text: "?" } }, "body.invalid"],
  [{ question: { type: "rating", text: "?", scale: 11 } }, "body.invalid"],
  [{ ...choice(), isAnonymous: true, isChangeAllowed: true }, "poll.invalid"],
])("refuses %j", async (body, code) => {
  const { polls } = await eventWithPolls();
  const answer = await operate(app, `POST ${polls.path}`, body);
  expect([answer.statusCode, answer.json().title]).toEqual([400, code]);
  expect(await polls.list()).toEqual([]);
});

test("settings that don't go together are refused in steps too", async () => {
  const { polls } = await eventWithPolls();
  const { id } = await polls.add(choice("singleoption", { isAnonymous: true }));
  await expect(polls.change(id, { isChangeAllowed: true })).rejects.toThrow("poll.invalid");
  await polls.change(id, { isChangeAllowed: true, isAnonymous: false });
  await expect(polls.change(id, { isAnonymous: true })).rejects.toThrow("poll.invalid");
});

test("another event's polls can't be reached, nor can those of hubs be made", async () => {
  const [one, other] = [await eventWithPolls(), await eventWithPolls()];
  const { id } = await one.polls.add(choice());
  await expect(other.polls.change(id, { position: 1 })).rejects.toThrow("poll.unknown");
  await expect(other.polls.remove(id)).rejects.toThrow("poll.unknown");
  await expect(one.polls.remove(99_999_999)).rejects.toThrow("poll.unknown");
});

test("a copy of an event has its polls as they are asked now, and nothing that came of them", async () => {
  const room = await roomWithTeam(app);
  const { page } = await room.come();
  const quiz = [{ answer: "Red", isRight: true }, { answer: "Blue" }];
  const settings = { isChangeAllowed: true, isResultShown: true, isOnDemand: false };
  const poll = await room.polls.add({ question: { type: "singleoption", text: "Which?", options: quiz }, ...settings });
  await room.polls.change(poll.id, { question: { type: "multioption", text: "Which?", options: quiz } });
  await room.polls.remove((await room.polls.add(choice())).id);
  const [asked] = await room.polls.list();
  await room.desk.say("polls.push", { pollId: poll.id });
  await page.say("polls.answer", answerOf(asked as typeof poll, { codes: ["choice1"] }));
  const answer = await app.call(room.token, `POST /client/${room.clientId}/event?eventsource=${room.eventId}`, {
    form: { liveStart: "2028-01-01T09:00:00", liveDuration: "30" },
  });
  const copy = pollsOf(app, { clientId: room.clientId, eventId: answer.json().wccevent.eventId });
  const [copied, ...others] = await copy.list();
  expect(others).toEqual([]);
  expect(copied).toEqual({
    id: expect.any(Number),
    position: 1,
    question: {
      ...{ id: expect.any(Number), type: "multioption", text: "Which?" },
      options: [
        { code: "choice1", answer: "Red", isRight: true, votes: 0 },
        { code: "choice2", answer: "Blue", isRight: false, votes: 0 },
      ],
    },
    answers: 0,
    ...{ isAnonymous: false, ...settings, isOpen: false, isPublished: false },
  });
  expect(copied?.id).not.toBe(poll.id);
  await room.closeAll();
});

test("forgetting somebody takes their words, and leaves the figures", async () => {
  const room = await roomWithTeam(app);
  const email = "gina@acme.example";
  const registrantId = await room.person({ email });
  const page = await room.enter({ registrantId });
  const bob = await room.come();
  const [words, colours] = [
    await room.polls.add({ question: { type: "singletext", text: "Why?" } }),
    await room.polls.add(choice()),
  ];
  for (const { id: pollId } of [words, colours]) await room.desk.say("polls.push", { pollId });
  await page.say("polls.answer", answerOf(words, { text: "I am Gina" }));
  await page.say("polls.answer", answerOf(colours, { codes: ["choice1"] }));
  await bob.page.say("polls.answer", answerOf(words, { text: "I am Bob" }));
  await app.call(room.token, `POST /client/${room.clientId}/forget`, { form: { email } });
  expect((await figures.answers(words.id)).map(({ answer }) => answer)).toEqual([null, "I am Bob"]);
  expect((await room.polls.list()).map(({ answers }) => answers)).toEqual([2, 1]);
  await room.closeAll();
});
