import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";
import { roomWithTeam } from "../../../../test/poll-fixture.ts";
import type { ListedSurvey, NewQuestion } from "../../attending/surveys/schema.ts";

const app = await withApp();

async function roomWithSurvey(questions: readonly NewQuestion[]) {
  const room = await roomWithTeam(app);
  const path = `/clients/${room.clientId}/events/${room.eventId}/survey/questions`;
  for (const question of questions) await operated<ListedSurvey>(app, `POST ${path}`, question);
  return { ...room, path };
}

async function report({
  token,
  clientId,
  eventId,
}: Pick<Awaited<ReturnType<typeof roomWithSurvey>>, "token" | "clientId" | "eventId">) {
  const answer = await app.call(token, `GET /client/${clientId}/event/${eventId}/survey`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

test("the survey tells who answered each question, and the share of people who chose an answer", async () => {
  const room = await roomWithSurvey([
    { type: "multioption", question: "Industry?", answers: ["Tech", "Health", "Food"] },
    { type: "singleoption", question: "Talk to an expert?", answers: ["Yes", "No"] },
    { type: "singletext", question: "Describe yourself" },
  ]);
  const before = await report(room);
  const ids: number[] = before.surveys[0].surveyquestions.map(({ questionid }: { questionid: number }) => questionid);
  const [industry = 0, expert = 0, text = 0] = ids;
  expect(before.surveys[0].surveyquestions.map(Object.keys)).toEqual(
    Array(3).fill(["questionid", "questiontype", "question", "questioncode", "responses"]),
  );
  const submitted = [
    [
      { questionId: industry, codes: ["choice1", "choice3"] },
      { questionId: text, text: "Me" },
    ],
    [{ questionId: industry, codes: ["choice1"] }],
    [
      { questionId: industry, codes: ["choice3", "choice1"] },
      { questionId: text, text: "Nobody" },
    ],
  ];
  for (const answers of submitted) await (await room.come()).page.say("surveys.submit", { answers });
  expect(await report(room)).toEqual({
    eventid: room.eventId,
    surveys: [
      {
        surveyid: `${room.eventId}_survey1`,
        surveycode: "survey1",
        surveyquestions: [
          {
            ...{ questionid: industry, questiontype: "multioption", question: "Industry?", questioncode: industry },
            responses: 3,
            surveyanswer: [
              { answercode: "choice1", answer: "Tech", percentage: 100 },
              { answercode: "choice2", answer: "Health", percentage: 0 },
              { answercode: "choice3", answer: "Food", percentage: 66.7 },
            ],
          },
          {
            ...{ questionid: expert, questiontype: "singleoption", question: "Talk to an expert?" },
            ...{ questioncode: expert, responses: 0 },
          },
          {
            ...{ questionid: text, questiontype: "singletext", question: "Describe yourself" },
            ...{ questioncode: text, responses: 2 },
          },
        ],
      },
    ],
  });
  await room.closeAll();
});

test("another wording has the code of the one before, which is told as long as anybody answered it", async () => {
  const room = await roomWithSurvey([{ type: "singleoption", question: "Good?", answers: ["Yes", "No"] }]);
  const [{ questionid: first }] = (await report(room)).surveys[0].surveyquestions;
  const answers = [{ questionId: first, codes: ["choice2"] }];
  await (await room.come()).page.say("surveys.submit", { answers });
  const reworded = { type: "singleoption", question: "Any good?", answers: ["Yes", "No"] };
  await operated(app, `PUT ${room.path}/${first}`, reworded);
  expect((await report(room)).surveys[0].surveyquestions).toMatchObject([
    { questionid: first, questioncode: first, responses: 1, surveyanswer: [{ percentage: 0 }, { percentage: 100 }] },
    { questionid: expect.any(Number), question: "Any good?", questioncode: first, responses: 0 },
  ]);
  await room.closeAll();
});

test("an event that asks nothing has no survey", async () => {
  const room = await roomWithSurvey([]);
  expect(await report(room)).toEqual({ eventid: room.eventId, surveys: [] });
  await room.closeAll();
});
