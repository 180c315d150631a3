import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operated } from "../../../../test/operator-api.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
const start = { startsAt: new Date("2030-03-10T16:00:00Z"), durationMinutes: 60 };

const pathOf = (eventId: number) => `/clients/${clientId}/events/${eventId}/survey/questions`;

async function library() {
  const answer = await app.call(token, `GET /client/${clientId}/surveylibrary`);
  expect(answer.statusCode).toBe(200);
  return answer.json().surveyquestions;
}

const idsOf = async (eventId: number): Promise<number[]> =>
  (
    await app.database.db
      .selectFrom("surveyQuestions")
      .select("id")
      .where("eventId", "=", eventId)
      .where("deletedAt", "is", null)
      .orderBy("position")
      .execute()
  ).map(({ id }) => id);

async function copy(eventId: number, languageCode: string): Promise<number> {
  const form = { liveStart: "2030-04-10T09:00:00", liveDuration: "60" };
  const answer = await app.call(token, `POST /client/${clientId}/event?eventsource=${eventId}`, { form });
  const id = answer.json().wccevent.eventId as number;
  await app.build.changeEvent(id, { languageCode });
  return id;
}

test("each question is told once, as it is worded now, and in the languages of copies", async () => {
  const { id: eventId } = await app.build.event(clientId, { ...start, languageCode: "en" });
  expect(await library()).toEqual([]);
  await operated(app, `POST ${pathOf(eventId)}`, { type: "singleoption", question: "Useful?", answers: ["Yes", "No"] });
  await operated(app, `POST ${pathOf(eventId)}`, { type: "singletext", question: "What else?" });
  const [useful = 0, elseId = 0] = await idsOf(eventId);
  const choices = (...answers: string[]) =>
    answers.map((answer, index) => ({ answercode: `choice${index + 1}`, answer }));
  const text = { questioncode: elseId, questiontype: "SINGLE_TEXT", question: "What else?" };
  const asked = { questioncode: useful, questiontype: "SINGLE_OPTION", question: "Useful?" };
  expect(await library()).toEqual([
    { ...asked, surveyanswer: choices("Yes", "No"), variations: [] },
    { ...text, variations: [] },
  ]);

  const spanish = await copy(eventId, "es");
  const [copied = 0] = await idsOf(spanish);
  const translated = { type: "singleoption", question: "¿Útil?", answers: ["Sí", "No", "Un poco"] };
  await operated(app, `PUT ${pathOf(spanish)}/${copied}`, translated);
  const reworded = { type: "multioption", question: "Useful? Now?", answers: ["Oh yes"] };
  await operated(app, `PUT ${pathOf(eventId)}/${useful}`, reworded);
  const now = { questioncode: useful, questiontype: "MULTI_OPTION", question: "Useful? Now?" };
  const inSpanish = { questioncode: useful, question: "¿Útil?", surveyanswer: choices("Sí", "No", "Un poco") };
  const textInSpanish = { questioncode: elseId, languagecode: "es", question: "What else?" };
  expect(await library()).toEqual([
    { ...now, surveyanswer: choices("Oh yes"), variations: [{ ...inSpanish, languagecode: "es" }] },
    { ...text, variations: [textInSpanish] },
  ]);

  await app.build.changeEvent(spanish, { isApiExcluded: true });
  expect(await library()).toMatchObject([
    { ...now, variations: [] },
    { ...text, variations: [] },
  ]);
  await app.build.changeEvent(spanish, { isApiExcluded: false });
  await app.build.changeEvent(eventId, { deletedAt: new Date() });
  expect(await library()).toEqual([
    { ...inSpanish, questiontype: "SINGLE_OPTION", variations: [] },
    { ...text, variations: [] },
  ]);
});

test("another client's questions are none of it", async () => {
  const { id: otherId } = await app.build.client();
  const answer = await app.call(await app.build.token(otherId), `GET /client/${otherId}/surveylibrary`);
  expect(answer.json()).toEqual({ surveyquestions: [] });
});
