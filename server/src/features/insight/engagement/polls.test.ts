import { afterEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { answerOf, choice, roomWithTeam } from "../../../../test/poll-fixture.ts";

const app = await withApp();

afterEach(() => {
  delete app.clock.now;
});

type Room = Awaited<ReturnType<typeof roomWithTeam>>;

async function report({ token, clientId, eventId }: Pick<Room, "token" | "clientId" | "eventId">) {
  const answer = await app.call(token, `GET /client/${clientId}/event/${eventId}/poll`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

/** Three people who answer a poll that is pushed to them. */
async function roomOfThree() {
  const room = await roomWithTeam(app);
  const people = [await room.come(), await room.come(), await room.come()];
  const ask = async (poll: Parameters<typeof answerOf>[0], given: Parameters<typeof answerOf>[1][]) => {
    await room.desk.say("polls.push", { pollId: poll.id });
    for (const [index, answer] of given.entries())
      await people[index]?.page.say("polls.answer", answerOf(poll, answer));
  };
  return { ...room, ask };
}

test("polls tell all votes, and the share of each choice in them", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00.900Z");
  const room = await roomOfThree();
  const single = await room.polls.add(choice());
  const several = await room.polls.add(choice("multioption"));
  const rating = await room.polls.add({ question: { type: "rating", text: "How was it?", scale: 3 } });
  const text = await room.polls.add({ question: { type: "singletext", text: "Why?" } });
  const unasked = await room.polls.add(choice());
  await room.ask(single, [{ codes: ["choice2"] }, { codes: ["choice2"] }, { codes: ["choice1"] }]);
  app.clock.now = new Date("2026-03-10T16:20:00Z");
  await room.ask(several, [{ codes: ["choice1", "choice3"] }, { codes: ["choice1"] }, { codes: ["choice1"] }]);
  await room.ask(rating, [{ codes: ["choice3"] }]);
  await room.ask(text, [{ text: "So" }, { text: "So" }]);

  const summaryOf = (...percentages: number[]) =>
    ["Red", "Green", "Blue"].map((answer, index) => {
      return { answercode: `choice${index + 1}`, answer, percentage: percentages[index] };
    });
  const [first, later] = ["2026-03-10T09:05:00-07:00", "2026-03-10T09:20:00-07:00"];
  const about = ({ id, question }: typeof single) => ({
    ...{ pollid: id, pollquestionid: question.id, polltype: question.type, pollquestion: question.text },
  });
  expect(await report(room)).toEqual({
    eventid: room.eventId,
    polls: [
      { ...about(single), totalvotes: 3, livepushedtimestamp: first, summary: summaryOf(33.3, 66.7, 0) },
      { ...about(several), totalvotes: 4, livepushedtimestamp: later, summary: summaryOf(75, 0, 25) },
      {
        ...{ ...about(rating), polltype: "singleoption", totalvotes: 1, livepushedtimestamp: later },
        summary: [
          { answercode: "choice1", answer: "1", percentage: 0 },
          { answercode: "choice2", answer: "2", percentage: 0 },
          { answercode: "choice3", answer: "3", percentage: 100 },
        ],
      },
      { ...about(text), totalvotes: 2, livepushedtimestamp: later, summary: [] },
      { ...about(unasked), totalvotes: 0, summary: summaryOf(0, 0, 0) },
    ],
  });
  await room.closeAll();
});

test("another wording is told beside the one that was answered, and polls that are deleted if anybody answered", async () => {
  const room = await roomOfThree();
  const [reworded, answered, unanswered] = [
    await room.polls.add(choice()),
    await room.polls.add(choice("singleoption", { isAnonymous: true })),
    await room.polls.add(choice()),
  ];
  await room.ask(reworded, [{ codes: ["choice1"] }]);
  await room.ask(answered, [{ codes: ["choice2"] }]);
  await room.ask(unanswered, []);
  const wordings = ["Which colour then?", "What colour?"];
  for (const text of wordings) {
    const options = [{ answer: "Red" }, { answer: "Blue" }];
    await room.polls.change(reworded.id, { question: { type: "singleoption", text, options } });
  }
  for (const { id } of [answered, unanswered]) await room.polls.remove(id);
  expect((await report(room)).polls).toMatchObject([
    { pollid: reworded.id, pollquestionid: reworded.question.id, pollquestion: "Colour?", totalvotes: 1 },
    { pollid: reworded.id, pollquestion: "What colour?", totalvotes: 0, summary: [{}, {}] },
    { pollid: answered.id, totalvotes: 1, summary: [{ percentage: 0 }, { percentage: 100 }, { percentage: 0 }] },
  ]);
  await room.closeAll();
});

test("what was rehearsed is no push, and an event without polls has an empty list", async () => {
  app.clock.now = new Date("2026-03-10T16:00:00Z");
  const room = await roomWithTeam(app, { minutesAgo: -10 });
  expect(await report(room)).toEqual({ eventid: room.eventId, polls: [] });
  const { id: pollId } = await room.polls.add(choice());
  await room.desk.say("polls.push", { pollId });
  const [poll] = (await report(room)).polls;
  expect(poll).toMatchObject({ pollid: pollId, totalvotes: 0 });
  expect(poll).not.toHaveProperty("livepushedtimestamp");
  await room.closeAll();
});
