import { expect, test } from "vitest";
import { totalsOf } from "../../../../test/attending-figures.ts";
import { withApp } from "../../../../test/harness.ts";
import type { RoomClient } from "../../../../test/room-client.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { addWidget } from "../../webinars/console/add-widget.ts";
import { changeWidget } from "../../webinars/console/change-widget.ts";

const app = await withApp();
const { db } = app.database;

type Room = Awaited<ReturnType<typeof liveRoom>>;

const content = {
  ...{ title: "Exam", passPercent: 60, maxAttempts: 2 },
  questions: [
    {
      question: "2+2?",
      answers: [
        { answer: "4", isCorrect: true },
        { answer: "5", isCorrect: false },
      ],
    },
    {
      question: "Even?",
      answers: [
        { answer: "2", isCorrect: true },
        { answer: "4", isCorrect: true },
      ],
    },
  ],
};

const placeOf = ({ clientId, eventId }: Room) => ({ clientId, eventId, actor: "operator" });
const addTest = (room: Room, given: object = content) => addWidget(db, placeOf(room), { kind: "test", content: given });

interface ToldTest {
  testId: number;
  version: number;
  questions: { question: string; answers: string[] }[];
}

async function toldTests(page: RoomClient): Promise<ToldTest[]> {
  return ((await page.welcome()).state.tests as { tests: ToldTest[] }).tests;
}

const attemptsOf = (registrantId: number) =>
  db.selectFrom("testAttempts").selectAll().where("registrantId", "=", registrantId).orderBy("attempt").execute();

const [right, wrong] = [
  [[0], [0, 1]],
  [[1], [0, 1]],
];

test("a test is taken until it is passed, and each attempt is kept by its texts", async () => {
  const room = await liveRoom(app);
  const testId = await addTest(room);
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  const [told] = await toldTests(page);
  expect(told).toMatchObject({ testId, title: "Exam", passPercent: 60, questions: [{ answers: ["4", "5"] }, {}] });
  expect(JSON.stringify(told)).not.toContain("isCorrect");
  const { version } = told as ToldTest;
  const failed = { isPassed: false, correct: 1, needed: 2, attemptsLeft: 1 };
  expect(await page.say("tests.submit", { testId, version, answers: wrong as number[][] })).toMatchObject(failed);
  const passed = { isPassed: true, correct: 2, needed: 2, attemptsLeft: 0 };
  expect(await page.say("tests.submit", { testId, version, answers: right as number[][] })).toMatchObject(passed);
  const again = await page.ask("tests.submit", { testId, version, answers: right as number[][] });
  expect(again).toMatchObject({ code: "test.passed" });
  expect(await attemptsOf(ann)).toMatchObject([
    {
      ...{ attempt: 1, correct: 1, needed: 2, isPassed: false },
      answers: [
        { question: "2+2?", answers: ["5"], isCorrect: false },
        { question: "Even?", answers: ["2", "4"], isCorrect: true },
      ],
    },
    { attempt: 2, correct: 2, needed: 2, isPassed: true },
  ]);
  expect(await totalsOf(app, room.eventId)).toMatchObject({ testsSubmitted: 2, testsPassed: 1 });
  const back = await room.enter({ registrantId: ann });
  const standing = { testId, attempts: 2, correct: 2, needed: 2, isPassed: true };
  expect((await back.welcome()).mine.tests).toEqual({ taken: [standing] });
  await room.closeAll();
});

test("attempts run out, also for two devices at once; without a limit they do not", async () => {
  const room = await liveRoom(app);
  const { maxAttempts: _, ...endless } = content;
  const [testId, other] = [await addTest(room), await addTest(room, endless)];
  const ann = await room.person();
  const pages = [await room.enter({ registrantId: ann }), await room.enter({ registrantId: ann })];
  const tests = await toldTests(pages[0] as RoomClient);
  const versionOf = (id: number) => tests.find((one) => one.testId === id)?.version as number;
  const submit = (page: RoomClient, id: number) =>
    page.ask("tests.submit", { testId: id, version: versionOf(id), answers: wrong as number[][] });
  const answers = await Promise.all([...pages, ...pages].map((page) => submit(page, testId)));
  expect(answers.map((answer) => (answer.kind === "refused" ? answer.code : answer.kind)).sort()).toEqual([
    ...["done", "done", "test.noAttemptsLeft", "test.noAttemptsLeft"],
  ]);
  const last = await submit(pages[0] as RoomClient, other);
  expect(last).toMatchObject({ kind: "done", isPassed: false });
  expect(last).not.toHaveProperty("attemptsLeft");
  expect((await attemptsOf(ann)).map(({ widgetId, attempt }) => [widgetId, attempt])).toHaveLength(3);
  expect(await totalsOf(app, room.eventId)).toMatchObject({ testsSubmitted: 3, testsPassed: 0 });
  await room.closeAll();
});

test("a test that was changed meanwhile, another event's, a removed one and the team are refused", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const [testId, others] = [await addTest(room), await addTest(elsewhere)];
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  const version = (await toldTests(page))[0]?.version as number;
  await changeWidget(db, placeOf(room), testId, { content: { ...content, passPercent: 10 } });
  const body = { testId, version, answers: right as number[][] };
  expect(await page.ask("tests.submit", body)).toMatchObject({ code: "test.changed" });
  expect(await page.ask("tests.submit", { ...body, testId: others })).toMatchObject({ code: "test.unknown" });
  const desk = await room.enter({ presenterId: await room.presenter("producer") });
  expect(await desk.ask("tests.submit", body)).toMatchObject({ code: "say.notYours" });
  await db.updateTable("widgets").set({ deletedAt: new Date() }).where("id", "=", testId).execute();
  expect(await page.ask("tests.submit", body)).toMatchObject({ code: "test.unknown" });
  expect(await attemptsOf(ann)).toEqual([]);
  for (const { eventId } of [room, elsewhere])
    expect(await totalsOf(app, eventId)).toMatchObject({ testsSubmitted: 0 });
  await room.closeAll();
});

test("nothing counts before the beginning", async () => {
  const early = await liveRoom(app, { minutesAgo: -10 });
  const testId = await addTest(early);
  const page = await early.enter({ registrantId: await early.person() });
  const version = (await toldTests(page))[0]?.version as number;
  const answer = await page.ask("tests.submit", { testId, version, answers: right as number[][] });
  expect(answer).toMatchObject({ code: "room.notAttending" });
  expect(await totalsOf(app, early.eventId)).toMatchObject({ testsSubmitted: 0, testsPassed: 0 });
  await early.closeAll();
});
