import { expect, test } from "vitest";
import { attendeeOf } from "../../../../test/attending-figures.ts";
import { withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";

const app = await withApp();
const { db } = app.database;

type Room = Awaited<ReturnType<typeof liveRoom>>;

const pathOf = ({ clientId, eventId }: Room) => `/clients/${clientId}/events/${eventId}/idea-topics`;

async function addTopic(room: Room, title: string): Promise<number> {
  return (await operated<{ topicId: number }>(app, `POST ${pathOf(room)}`, { title })).topicId;
}

const titlesOf = async (room: Room) =>
  (await operated<{ topics: { title: string }[] }>(app, `GET ${pathOf(room)}`)).topics.map(({ title }) => title);

const ideasOf = ({ eventId }: Room) =>
  db.selectFrom("ideas").selectAll().where("eventId", "=", eventId).orderBy("id").execute();

test("an idea is heard by everybody, commented, voted for once a person, and counted", async () => {
  const room = await liveRoom(app);
  const topicId = await addTopic(room, "What are the best colors?");
  const [ann, bob] = [await room.person({ firstname: "Ann" }), await room.person({ firstname: "Bob" })];
  const [anns, bobs] = [await room.enter({ registrantId: ann }), await room.enter({ registrantId: bob })];
  const { state } = await anns.welcome();
  expect(state.ideas).toEqual({ topics: [{ topicId, title: "What are the best colors?" }], ideas: [] });

  const { ideaId } = (await anns.say("ideas.share", { topicId, text: " Blue <b>!</b> " })) as unknown as {
    ideaId: number;
  };
  const idea = { ideaId, topicId, text: " Blue <b>!</b> ", votes: 0, isRemoved: false };
  const heard = await bobs.told("ideas.idea");
  expect(heard).toMatchObject(idea);
  expect(heard.author).toMatch(/^Ann Person/);
  await bobs.say("ideas.comment", { ideaId, text: "Why?" });
  expect(await anns.told("ideas.idea", ({ parentId }) => parentId === ideaId)).toMatchObject({ text: "Why?", topicId });

  for (const page of [bobs, bobs, anns]) await page.say("ideas.vote", { ideaId, isFor: true });
  await bobs.told("ideas.votes", ({ votes }) => votes[0]?.votes === 2);
  for (let n = 0; n < 2; n++) await anns.say("ideas.vote", { ideaId, isFor: false });
  await bobs.told("ideas.votes", ({ votes }) => votes[0]?.votes === 1);

  expect(await ideasOf(room)).toMatchObject([
    { id: ideaId, topic: "What are the best colors?", parentId: null, registrantId: ann, votes: 1 },
    { topic: "What are the best colors?", parentId: ideaId, registrantId: bob, text: "Why?", votes: 0 },
  ]);
  const bobAgain = await room.enter({ registrantId: bob });
  const mine = (await bobAgain.welcome()).mine.ideas as { written: number[]; votedFor: number[] };
  expect(mine).toEqual({ written: [expect.any(Number)], votedFor: [ideaId] });
  const desk = await room.enter({ presenterId: await room.presenter("producer") });
  const { ideas } = (await desk.welcome()).state.ideas as { ideas: object[] };
  expect(ideas).toMatchObject([{ ...idea, votes: 1 }, { parentId: ideaId }]);
  expect(ideas[0]).not.toHaveProperty("parentId");
  expect((await attendeeOf(app, ann)).lastActivityAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  await room.closeAll();
});

test("the team takes ideas away: everybody hears it, and the record keeps them", async () => {
  const room = await liveRoom(app);
  const topicId = await addTopic(room, "Any");
  const page = await room.enter({ registrantId: await room.person() });
  const { ideaId } = (await page.say("ideas.share", { topicId, text: "Rude" })) as unknown as { ideaId: number };
  const desk = await room.enter({ presenterId: await room.presenter("moderator") });
  await desk.say("ideas.remove", { ideaId });
  const gone = await page.told("ideas.idea", ({ isRemoved }) => isRemoved);
  expect(gone).not.toHaveProperty("text");
  expect(await ideasOf(room)).toMatchObject([{ text: "Rude", deletedBy: expect.stringMatching(/^presenter:\d+$/) }]);
  for (const [who, kind, body] of [
    [desk, "ideas.remove", { ideaId }],
    [page, "ideas.vote", { ideaId, isFor: true }],
    [page, "ideas.comment", { ideaId, text: "x" }],
  ] as const)
    expect(await who.ask(kind, body as never)).toMatchObject({ code: "idea.unknown" });
  const newcomer = await room.enter({ presenterId: await room.presenter("producer") });
  expect((await newcomer.welcome()).state.ideas).toMatchObject({ ideas: [] });
  await room.closeAll();
});

test("topics are added, named, moved, copied with the event and taken away, and the room hears it", async () => {
  const room = await liveRoom(app);
  const [one, two] = [await addTopic(room, "One"), await addTopic(room, "Two")];
  const page = await room.enter({ registrantId: await room.person() });
  await page.welcome();
  await page.say("ideas.share", { topicId: one, text: "Mine" });
  await operated(app, `PATCH ${pathOf(room)}/${two}`, { title: "Zwei", position: 1 });
  await page.told("ideas.topics", ({ topics }) => topics[0]?.title === "Zwei");
  expect(await titlesOf(room)).toEqual(["Zwei", "One"]);
  await operated(app, `PATCH ${pathOf(room)}/${one}`, { title: "Eins" });
  const copied = await app.call(room.token, `POST /client/${room.clientId}/event?eventsource=${room.eventId}`, {
    form: { liveStart: "2030-01-01T09:00:00", liveDuration: "30" },
  });
  await operated(app, `DELETE ${pathOf(room)}/${one}`);
  await page.told("ideas.topics", ({ topics }) => topics.length === 1);
  expect(await titlesOf(room)).toEqual(["Zwei"]);
  expect(await page.ask("ideas.share", { topicId: one, text: "x" })).toMatchObject({ code: "idea.unknownTopic" });
  expect(await ideasOf(room)).toMatchObject([{ topic: "One", text: "Mine" }]);
  if (copied.statusCode !== 200) throw new Error(copied.body);
  const copy = { ...room, eventId: copied.json().wccevent.eventId as number };
  expect(await titlesOf(copy)).toEqual(["Zwei", "Eins"]);
  expect(await ideasOf(copy)).toEqual([]);
  const unknown = await operate(app, `PATCH ${pathOf(copy)}/${two}`, { title: "x" });
  expect([unknown.statusCode, unknown.json().title]).toEqual([404, "idea.unknownTopic"]);
  await room.closeAll();
});

test("blank texts, others' topics and ideas, the team and those who wait are refused, and nothing is written", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const early = await liveRoom(app, { minutesAgo: -10 });
  const [topicId, others, earlyTopic] = [
    await addTopic(room, "a"),
    await addTopic(elsewhere, "b"),
    await addTopic(early, "c"),
  ];
  const stranger = await elsewhere.enter({ registrantId: await elsewhere.person() });
  const { ideaId } = (await stranger.say("ideas.share", { topicId: others, text: "x" })) as unknown as {
    ideaId: number;
  };
  const page = await room.enter({ registrantId: await room.person() });
  const desk = await room.enter({ presenterId: await room.presenter("producer") });
  const waiting = await early.enter({ registrantId: await early.person() });
  const refusals = [
    [page, "ideas.share", { topicId, text: " \u200b\n" }, "idea.blank"],
    [page, "ideas.share", { topicId: others, text: "x" }, "idea.unknownTopic"],
    [page, "ideas.comment", { ideaId, text: "x" }, "idea.unknown"],
    [page, "ideas.vote", { ideaId, isFor: true }, "idea.unknown"],
    [page, "ideas.remove", { ideaId }, "say.notYours"],
    [desk, "ideas.share", { topicId, text: "x" }, "say.notYours"],
    [desk, "ideas.remove", { ideaId }, "idea.unknown"],
    [waiting, "ideas.share", { topicId: earlyTopic, text: "x" }, "room.notAttending"],
  ] as const;
  for (const [who, kind, body, code] of refusals)
    expect([kind, await who.ask(kind, body as never)]).toMatchObject([kind, { code }]);
  expect([await ideasOf(room), await ideasOf(early)]).toEqual([[], []]);
  expect(await ideasOf(elsewhere)).toMatchObject([{ votes: 0 }]);
  expect(page.numbered).toEqual([]);
  for (const one of [room, elsewhere, early]) await one.closeAll();
});

test("whoever is forgotten leaves votes, but no words", async () => {
  const room = await liveRoom(app);
  const topicId = await addTopic(room, "a");
  const email = "ida.forgotten@example.com";
  const page = await room.enter({ registrantId: await room.person({ email }) });
  const { ideaId } = (await page.say("ideas.share", { topicId, text: "I live at 5 Elm St" })) as unknown as {
    ideaId: number;
  };
  await page.say("ideas.vote", { ideaId, isFor: true });
  await room.closeAll();
  const answer = await app.call(room.token, `POST /client/${room.clientId}/forget`, { form: { email } });
  expect(answer.statusCode).toBe(200);
  await expect.poll(() => ideasOf(room)).toMatchObject([{ text: null, votes: 1 }]);
  const log = await db.selectFrom("roomMessages").select("message").where("eventId", "=", room.eventId).execute();
  expect(JSON.stringify(log)).not.toContain("Elm");
  const desk = await room.enter({ presenterId: await room.presenter("producer") });
  expect((await desk.welcome()).state.ideas).toMatchObject({ ideas: [] });
  await room.closeAll();
});

test("ideas and votes of two hundred people at once add up", async () => {
  const room = await liveRoom(app);
  const topicId = await addTopic(room, "a");
  const people: number[] = [];
  for (let n = 0; n < 200; n++) people.push(await room.person());
  const pages = await Promise.all(people.map((registrantId) => room.enter({ registrantId })));
  const answers = await Promise.all(pages.map((page, n) => page.say("ideas.share", { topicId, text: `Idea ${n}` })));
  const ids = answers.map((answer) => (answer as unknown as { ideaId: number }).ideaId);
  await Promise.all(
    pages.flatMap((page) => [0, 1, 2].map((n) => page.say("ideas.vote", { ideaId: ids[n] as number, isFor: true }))),
  );
  const ideas = await ideasOf(room);
  expect(ids.map((id) => ideas.find((idea) => idea.id === id)?.text)).toEqual(people.map((_, n) => `Idea ${n}`));
  expect(ids.slice(0, 4).map((id) => ideas.find((idea) => idea.id === id)?.votes)).toEqual([200, 200, 200, 0]);
  await room.closeAll();
});
