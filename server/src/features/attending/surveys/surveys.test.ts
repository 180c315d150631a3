import { afterEach, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { figuresOf, refused, roomWithTeam } from "../../../../test/poll-fixture.ts";
import type { ListedSurvey, NewQuestion } from "./schema.ts";

const app = await withApp();
const { db } = app.database;
const figures = figuresOf(app);

afterEach(() => {
  delete app.clock.now;
});

const industry: NewQuestion = {
  type: "multioption",
  question: "Industry?",
  isRequired: true,
  answers: ["Tech", "Health", "Food"],
};
const expert: NewQuestion = { type: "singleoption", question: "Talk to an expert?", answers: ["Yes", "No"] };
const describeYourself: NewQuestion = { type: "singletext", question: "Describe yourself" };

async function roomWithSurvey(given: { minutesAgo?: number; questions?: NewQuestion[] } = {}) {
  const room = await roomWithTeam(app, given);
  const path = `/clients/${room.clientId}/events/${room.eventId}/survey`;
  const survey = {
    path,
    read: () => operated<ListedSurvey>(app, `GET ${path}`),
    add: (question: NewQuestion) => operated<ListedSurvey>(app, `POST ${path}/questions`, question),
    change: (id: number, question: NewQuestion) => operated<ListedSurvey>(app, `PUT ${path}/questions/${id}`, question),
  };
  for (const question of given.questions ?? [industry, expert, describeYourself]) await survey.add(question);
  const ids = (await survey.read()).questions.map(({ id }) => id);
  return { ...room, survey, ids: ids as [number, number, number] };
}

const storedOf = (registrantId: number) =>
  db.selectFrom("surveyResponses").selectAll().where("registrantId", "=", registrantId).orderBy("questionId").execute();

test("a survey is pushed, submitted once as one act, and counted", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const room = await roomWithSurvey();
  const [ann, bob] = [await room.come(), await room.come()];
  const [first, second, third] = room.ids;
  await room.desk.say("surveys.push", {});
  const pushed = await ann.page.told("surveys.survey", ({ pushedAt }) => pushedAt !== undefined);
  expect(pushed).toMatchObject({
    pushedAt: app.clock.now.getTime(),
    questions: [
      {
        ...{ questionId: first, type: "multioption", question: "Industry?", isRequired: true },
        options: [
          { code: "choice1", answer: "Tech" },
          { code: "choice2", answer: "Health" },
          { code: "choice3", answer: "Food" },
        ],
      },
      { questionId: second, isRequired: false },
      { questionId: third, type: "singletext", options: [] },
    ],
  });
  const answers = [
    { questionId: first, codes: ["choice1", "choice3"] },
    { questionId: third, text: " <i>Me</i> 💥" },
  ];
  await ann.page.say("surveys.submit", { answers });
  expect(await ann.page.ask("surveys.submit", { answers })).toMatchObject(refused("survey.submitted"));
  await bob.page.say("surveys.submit", { answers: [{ questionId: first, codes: ["choice1"] }] });
  expect(await storedOf(ann.registrantId)).toMatchObject([
    { questionId: first, positions: [1, 3], answer: null },
    { questionId: third, positions: null, answer: " <i>Me</i> 💥" },
  ]);
  const attendee = await figures.attendee(ann.registrantId);
  expect(attendee).toMatchObject({ answeredSurveys: 1, answeredSurveyQuestions: 2, lastActivityAt: app.clock.now });
  expect(await figures.totals(room.eventId)).toMatchObject({ surveysPresented: 1, surveyResponses: 2 });
  await room.desk.told("surveys.counts", ({ submissions }) => submissions === 2);
  expect(ann.page.heard.map(({ kind }) => kind)).not.toContain("surveys.counts");
  const at = app.clock.now.toISOString();
  expect(await room.survey.read()).toMatchObject({
    ...{ surveyId: `${room.eventId}_survey1`, presentedAt: at, pushedAt: at, submissions: 2 },
    questions: [
      { id: first, code: first, answers: 2, options: [{ code: "choice1", votes: 2 }, { votes: 0 }, { votes: 1 }] },
      { id: second, answers: 0 },
      { id: third, answers: 1 },
    ],
  });
  const kinds = await db
    .selectFrom("changes")
    .select("kind")
    .where("eventId", "=", room.eventId)
    .orderBy("id")
    .execute();
  expect(kinds.map(({ kind }) => kind).filter((kind) => /^survey\.(pushed|submitted)/.test(kind))).toEqual([
    "survey.pushed",
    "survey.submitted",
    "survey.submitted",
  ]);
  await room.closeAll();
});

test("a survey that nobody pushed is presented once somebody opens it, however many do", async () => {
  const room = await roomWithSurvey();
  const people = [await room.come(), await room.come(), await room.come()];
  expect(await figures.totals(room.eventId)).toMatchObject({ surveysPresented: 0 });
  const opened = await Promise.all(people.map(({ page }) => page.say("surveys.open", {})));
  expect(opened[0]).toMatchObject({ survey: { questions: [{ question: "Industry?" }, {}, {}] } });
  await people[0]?.page.say("surveys.open", {});
  await room.desk.say("surveys.push", {});
  await room.desk.say("surveys.push", {});
  expect(await figures.totals(room.eventId)).toMatchObject({ surveysPresented: 1, surveyResponses: 0 });
  await room.closeAll();
});

describe("what is no submission", () => {
  test.each([
    [
      "a required question left out",
      ([, second]: number[]) => [{ questionId: second, codes: ["choice1"] }],
      "survey.incomplete",
    ],
    [
      "several answers to a question of one",
      ([first, second]: number[]) => [
        { questionId: first, codes: ["choice1"] },
        { questionId: second, codes: ["choice1", "choice2"] },
      ],
      "survey.unfit",
    ],
    ["an option that there isn't", ([first]: number[]) => [{ questionId: first, codes: ["choice4"] }], "survey.unfit"],
    ["a text for a choice", ([first]: number[]) => [{ questionId: first, text: "Tech" }], "survey.unfit"],
    [
      "blanks for a text",
      ([first, , third]: number[]) => [
        { questionId: first, codes: ["choice1"] },
        { questionId: third, text: " \u200b" },
      ],
      "survey.unfit",
    ],
    [
      "a question twice",
      ([first]: number[]) => [
        { questionId: first, codes: ["choice1"] },
        { questionId: first, codes: ["choice2"] },
      ],
      "survey.unfit",
    ],
    [
      "a question of another survey",
      ([first]: number[]) => [
        { questionId: first, codes: ["choice1"] },
        { questionId: 999_999_999, text: "x" },
      ],
      "survey.changed",
    ],
    ["nothing", () => [], "say.malformed"],
  ])("%s", async (_case, answersOf, code) => {
    const room = await roomWithSurvey();
    const { page, registrantId } = await room.come();
    const answers = answersOf(room.ids) as { questionId: number; codes?: string[] }[];
    expect(await page.ask("surveys.submit", { answers })).toMatchObject(refused(code));
    expect(await storedOf(registrantId)).toEqual([]);
    expect(await figures.attendee(registrantId)).toMatchObject({ answeredSurveys: 0, answeredSurveyQuestions: 0 });
    expect(await figures.totals(room.eventId)).toMatchObject({ surveyResponses: 0 });
    await room.closeAll();
  });

  test("a team's, another event's, and where nothing is asked", async () => {
    const [room, bare] = [await roomWithSurvey(), await roomWithSurvey({ questions: [] })];
    const [ann, bob] = [await room.come(), await bare.come()];
    const answers = [{ questionId: room.ids[0], codes: ["choice1"] }];
    expect(await room.desk.ask("surveys.submit", { answers })).toMatchObject(refused("say.notYours"));
    expect(await ann.page.ask("surveys.push", {})).toMatchObject(refused("say.notYours"));
    const moderator = await room.enter({ presenterId: await room.presenter("moderator") });
    expect(await moderator.ask("surveys.push", {})).toMatchObject(refused("say.notYours"));
    expect(await bob.page.ask("surveys.submit", { answers })).toMatchObject(refused("survey.empty"));
    expect(await bob.page.ask("surveys.open", {})).toMatchObject(refused("survey.empty"));
    expect(await bare.desk.ask("surveys.push", {})).toMatchObject(refused("survey.empty"));
    expect(await figures.totals(bare.eventId)).toMatchObject({ surveysPresented: 0 });
    await Promise.all([room.closeAll(), bare.closeAll()]);
  });
});

test("another wording is another version: answers stay with theirs, and the room hears of it", async () => {
  const room = await roomWithSurvey({ questions: [industry] });
  const [ann, bob] = [await room.come(), await room.come()];
  const [before] = room.ids;
  await ann.page.say("surveys.submit", { answers: [{ questionId: before, codes: ["choice1"] }] });
  const changed = await room.survey.change(before, { ...industry, answers: ["Food", "Tech"] });
  const now = changed.questions.find(({ isCurrent }) => isCurrent);
  expect(changed.questions).toMatchObject([
    { id: before, code: before, isCurrent: false, answers: 1, options: [{ answer: "Tech", votes: 1 }, {}, {}] },
    { id: now?.id, code: before, isCurrent: true, answers: 0, options: [{ answer: "Food", votes: 0 }, {}] },
  ]);
  await bob.page.told("surveys.survey", ({ questions }) => questions[0]?.questionId === now?.id);
  const old = [{ questionId: before, codes: ["choice3"] }];
  expect(await bob.page.ask("surveys.submit", { answers: old })).toMatchObject(refused("survey.changed"));
  await bob.page.say("surveys.submit", { answers: [{ questionId: now?.id ?? 0, codes: ["choice1"] }] });
  expect(await storedOf(ann.registrantId)).toMatchObject([{ questionId: before, positions: [1] }]);
  await expect(room.survey.change(before, industry)).rejects.toThrow("survey.unknownQuestion");
  for (const wrong of [
    { ...describeYourself, answers: ["a"] },
    { ...expert, answers: undefined },
  ])
    expect((await operate(app, `POST ${room.survey.path}/questions`, wrong)).json().title).toBe("metadata.invalid");
  await room.closeAll();
});

test("whoever attended can submit it when the webinar has ended, and finds that they have", async () => {
  app.clock.now = new Date("2026-03-10T16:05:00Z");
  const room = await roomWithSurvey();
  const { registrantId, page } = await room.come();
  await page.close();
  await operated(app, `POST /clients/${room.clientId}/events/${room.eventId}/end`);
  await db
    .updateTable("events")
    .set({ archiveStartsAt: new Date("2026-03-11T00:00:00Z") })
    .where("id", "=", room.eventId)
    .execute();
  const late = await room.enter({ registrantId: await room.person() });
  const answers = [{ questionId: room.ids[0], codes: ["choice2"] }];
  expect(await late.ask("surveys.submit", { answers })).toMatchObject(refused("room.notAttending"));
  const back = await room.enter({ registrantId });
  expect((await back.welcome()).state.surveys).toMatchObject({ questions: [{ questionId: room.ids[0] }, {}, {}] });
  await back.say("surveys.submit", { answers });
  const again = await (await room.enter({ registrantId })).welcome();
  expect(again.mine).toEqual({ surveys: { submittedAt: app.clock.now.getTime() } });
  expect(await figures.attendee(registrantId)).toMatchObject({ answeredSurveys: 1, answeredSurveyQuestions: 1 });
  await room.closeAll();
});

test("before it is live the team rehearses: the audience hears nothing, and nothing counts", async () => {
  app.clock.now = new Date("2026-03-10T16:00:00Z");
  const room = await roomWithSurvey({ minutesAgo: -10 });
  const early = await room.enter({ registrantId: await room.person() });
  expect((await early.welcome()).state).not.toHaveProperty("surveys");
  await room.desk.say("surveys.push", {});
  expect(await room.desk.told("surveys.survey", ({ pushedAt }) => pushedAt !== undefined)).toMatchObject({
    isPractice: true,
  });
  expect(await early.ask("surveys.open", {})).toMatchObject(refused("room.notAttending"));
  expect(early.heard.map(({ kind }) => kind)).not.toContain("surveys.survey");
  expect(await figures.totals(room.eventId)).toMatchObject({ surveysPresented: 0 });
  expect(await room.survey.read()).toMatchObject({ submissions: 0 });
  await room.closeAll();
});

test("100 people at once add up exactly, whoever submits twice counts once", async () => {
  const room = await roomWithSurvey();
  const people = await Promise.all(Array.from({ length: 100 }, () => room.come()));
  const answers = [
    { questionId: room.ids[0], codes: ["choice1", "choice2"] },
    { questionId: room.ids[1], codes: ["choice2"] },
  ];
  const submissions = people.flatMap(({ page }, index) => {
    const submit = () => page.ask("surveys.submit", { answers });
    return index % 10 === 0 ? [submit(), submit()] : [submit()];
  });
  const kinds = (await Promise.all(submissions)).map(({ kind }) => kind);
  expect([kinds.filter((kind) => kind === "done").length, kinds.length]).toEqual([100, 110]);
  const { submissions: counted, questions } = await room.survey.read();
  expect(counted).toBe(100);
  expect(questions.map((one) => [one.answers, one.options.map(({ votes }) => votes)])).toEqual([
    [100, [100, 100, 0]],
    [100, [0, 100]],
    [0, [0]],
  ]);
  expect(await figures.totals(room.eventId)).toMatchObject({ surveysPresented: 1, surveyResponses: 100 });
  await room.closeAll();
});

test("a copy of an event asks the same questions by the same codes, and forgetting somebody takes their words", async () => {
  const room = await roomWithSurvey();
  const email = "gina@acme.example";
  const registrantId = await room.person({ email });
  const page = await room.enter({ registrantId });
  const [first, , third] = room.ids;
  const answers = [
    { questionId: first, codes: ["choice1"] },
    { questionId: third, text: "I am Gina" },
  ];
  await page.say("surveys.submit", { answers });
  const answer = await app.call(room.token, `POST /client/${room.clientId}/event?eventsource=${room.eventId}`, {
    form: { liveStart: "2028-01-01T09:00:00", liveDuration: "30" },
  });
  const copyPath = `/clients/${room.clientId}/events/${answer.json().wccevent.eventId}/survey`;
  const copied = await operated<ListedSurvey>(app, `GET ${copyPath}`);
  expect(copied).toMatchObject({ submissions: 0, questions: room.ids.map((code) => ({ code, answers: 0 })) });
  expect(copied.questions.map(({ id }) => id)).not.toEqual(room.ids);
  await app.call(room.token, `POST /client/${room.clientId}/forget`, { form: { email } });
  expect(await storedOf(registrantId)).toMatchObject([
    { questionId: first, positions: [1] },
    { questionId: third, answer: null },
  ]);
  await room.closeAll();
});
