import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { addWidget } from "../../webinars/console/add-widget.ts";
import { claimCertificates } from "./claim-certificates.ts";

const publicUrl = "https://webinars.example.com";
const app = await withApp({ publicUrl });
const { db } = app.database;

type Room = Awaited<ReturnType<typeof liveRoom>>;

const content = {
  ...{ title: "Certified", minimumMinutes: 10, minimumPollResponses: 2, credits: 100, message: "Congratulations" },
  partialCredits: [{ name: "Half", minimumMinutes: 5, minimumPollResponses: 1, credits: 50, message: "Half way" }],
};

const add = ({ clientId, eventId }: Room, given: object = content) =>
  addWidget(db, { clientId, eventId, actor: "operator" }, { kind: "certification", content: given });

/** As if somebody had watched and answered so much. */
const achieve = (registrantId: number, minutes: number, answeredPolls: number) =>
  db
    .updateTable("attendees")
    .set({ cumulativeLiveMs: minutes * 60_000 - 1, cumulativeArchiveMs: 1, answeredPolls })
    .where("registrantId", "=", registrantId)
    .execute();

const certificatesOf = (registrantId: number) =>
  db.selectFrom("certificates").selectAll().where("registrantId", "=", registrantId).execute();

const changesOf = ({ eventId }: Room) =>
  db
    .selectFrom("changes")
    .select("subjectId")
    .where("eventId", "=", eventId)
    .where("kind", "=", "certificate.earned")
    .execute();

test("somebody gets what they have earned so far, and the full credit later, under the same number", async () => {
  const room = await liveRoom(app);
  const certificationId = await add(room);
  const ann = await room.person({ firstname: "Ann" });
  const page = await room.enter({ registrantId: ann });
  const claim = () => page.ask("certificates.claim", { certificationId });
  await achieve(ann, 4, 5);
  expect(await claim()).toMatchObject({ code: "certification.notEarned" });
  expect(await certificatesOf(ann)).toEqual([]);

  await achieve(ann, 5, 1);
  const half = (await claim()) as unknown as { number: string; address: string };
  expect(half).toMatchObject({ isFull: false, partialCredit: "Half", credits: 50 });
  expect(half.number).toMatch(/^[\dA-HJKMNP-TV-Z]{16}$/);
  expect(half.address).toBe(`${publicUrl}/certificate/${half.number.match(/.{4}/g)?.join("-")}`);
  await claim();
  await achieve(ann, 10, 2);
  expect(await claim()).toMatchObject({ isFull: true, credits: 100, number: half.number, address: half.address });
  await claim();
  expect(await certificatesOf(ann)).toMatchObject([
    {
      ...{
        widgetId: certificationId,
        widgetName: "Certification 1",
        title: "Certified",
        partialCredit: null,
        credits: 100,
      },
      ...{ holder: expect.stringMatching(/^Ann Person/), number: half.number },
    },
  ]);
  expect(await changesOf(room)).toEqual([{ subjectId: ann }, { subjectId: ann }]);
  const back = await room.enter({ registrantId: ann });
  expect((await back.welcome()).mine.certificates).toMatchObject({
    earned: [{ certificationId, credits: 100, address: half.address }],
  });
  await room.closeAll();
});

test("what was earned is never taken back when conditions are changed", async () => {
  const room = await liveRoom(app);
  const certificationId = await add(room, { title: "Easy", minimumMinutes: 1, credits: 5 });
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  await achieve(ann, 1, 0);
  await page.say("certificates.claim", { certificationId });
  const harder = {
    title: "Hard",
    minimumMinutes: 60,
    partialCredits: [{ name: "Some", minimumMinutes: 1, credits: 99 }],
  };
  await db
    .updateTable("widgets")
    .set({ content: JSON.stringify(harder) })
    .where("id", "=", certificationId)
    .execute();
  expect(await page.say("certificates.claim", { certificationId })).toMatchObject({ isFull: true, credits: 5 });
  expect(await certificatesOf(ann)).toMatchObject([{ title: "Easy", partialCredit: null, credits: 5 }]);
  await room.closeAll();
});

test("a required test has to be passed", async () => {
  const room = await liveRoom(app);
  const certificationId = await add(room, { title: "Tested", minimumMinutes: 0, isTestRequired: true });
  const { clientId, eventId } = room;
  const question = { question: "?", answers: [{ answer: "yes", isCorrect: true }] };
  const exam = { title: "Exam", passPercent: 100, questions: [question] };
  const testId = await addWidget(db, { clientId, eventId, actor: "operator" }, { kind: "test", content: exam });
  const page = await room.enter({ registrantId: await room.person() });
  const [told] = ((await page.welcome()).state.tests as { tests: { version: number }[] }).tests;
  const version = told?.version as number;
  for (const [answers, kind] of [
    [[[]], "refused"],
    [[[0]], "done"],
  ] as const) {
    await page.say("tests.submit", { testId, version, answers: answers.map((places) => [...places]) });
    expect(await page.ask("certificates.claim", { certificationId })).toMatchObject({ kind });
  }
  await room.closeAll();
});

test("a required survey has to be answered", async () => {
  const room = await liveRoom(app);
  const certificationId = await add(room, { title: "Asked", minimumMinutes: 0, isSurveyRequired: true });
  const ann = await room.person();
  const page = await room.enter({ registrantId: ann });
  const claim = () => page.ask("certificates.claim", { certificationId });
  expect(await claim()).toMatchObject({ code: "certification.notEarned" });
  await db.updateTable("attendees").set({ answeredSurveys: 1 }).where("registrantId", "=", ann).execute();
  expect(await claim()).toMatchObject({ kind: "done", isFull: true });
  await room.closeAll();
});

test("who asks again under a corrected name gets the same certificate under it", async () => {
  const room = await liveRoom(app);
  const certificationId = await add(room, { title: "Easy", minimumMinutes: 0, credits: 5 });
  const ann = await room.person({ firstname: "Anm" });
  const page = await room.enter({ registrantId: ann });
  await page.say("certificates.claim", { certificationId });
  const [before] = await certificatesOf(ann);
  await db.updateTable("registrants").set({ firstName: "Ann", lastName: "Lee" }).where("id", "=", ann).execute();
  await page.say("certificates.claim", { certificationId });
  expect(await certificatesOf(ann)).toEqual([{ ...before, holder: "Ann Lee" }]);
  await room.closeAll();
});

test("other events' certifications, other widgets, the team and those who wait get none", async () => {
  const [room, elsewhere] = [await liveRoom(app), await liveRoom(app)];
  const early = await liveRoom(app, { minutesAgo: -10 });
  const easy = { title: "Easy", minimumMinutes: 0 };
  const [own, others, waitingFor] = [await add(room, easy), await add(elsewhere, easy), await add(early, easy)];
  const page = await room.enter({ registrantId: await room.person() });
  const claim = { certificationId: others };
  expect(await page.ask("certificates.claim", claim)).toMatchObject({ code: "certification.unknown" });
  const desk = await room.enter({ presenterId: await room.presenter("producer") });
  expect(await desk.ask("certificates.claim", { certificationId: own })).toMatchObject({ code: "say.notYours" });
  const waiting = await early.enter({ registrantId: await early.person() });
  const refused = await waiting.ask("certificates.claim", { certificationId: waitingFor });
  expect(refused).toMatchObject({ code: "room.notAttending" });
  await db.updateTable("widgets").set({ deletedAt: new Date() }).where("id", "=", own).execute();
  const gone = await page.ask("certificates.claim", { certificationId: own });
  expect(gone).toMatchObject({ code: "certification.unknown" });
  for (const one of [room, elsewhere, early]) await one.closeAll();
});

test("whoever is forgotten has no name on it any more", async () => {
  const room = await liveRoom(app);
  const certificationId = await add(room, { title: "Easy", minimumMinutes: 0 });
  const email = "cora.certified@example.com";
  const cora = await room.person({ email });
  const page = await room.enter({ registrantId: cora });
  await page.say("certificates.claim", { certificationId });
  await room.closeAll();
  const answer = await app.call(room.token, `POST /client/${room.clientId}/forget`, { form: { email } });
  expect(answer.statusCode).toBe(200);
  await expect.poll(() => certificatesOf(cora)).toMatchObject([{ holder: null, title: "Easy" }]);
});

test("whoever is forgotten while they ask for one holds none by name", async () => {
  const room = await liveRoom(app);
  const { clientId, eventId } = room;
  const email = "cora.gone@example.com";
  const registrantId = await room.person({ email, firstname: "Cora" });
  await room.enter({ registrantId });
  const certificationId = await add(room, { title: "Certified", minimumMinutes: 0 });
  await app.call(room.token, `POST /client/${clientId}/forget`, { form: { email } });
  const person = () => db.selectFrom("registrants").select("status").where("id", "=", registrantId).executeTakeFirst();
  await expect.poll(person).toEqual({ status: "forgotten" });
  // As their page knows them, which has not heard of it yet.
  const claim = { clientId, eventId, registrantId, certificationId, holder: "Cora Gone", at: new Date() };
  await inTransaction(db, (tx) => claimCertificates(tx, [claim]));
  expect(await certificatesOf(registrantId)).toMatchObject([{ holder: null }]);
});

test("a name of one word stands alone", async () => {
  const room = await liveRoom(app);
  const certificationId = await add(room, { title: "Certified", minimumMinutes: 0 });
  const registrantId = await room.person();
  await db.updateTable("registrants").set({ firstName: "", lastName: "Ann" }).where("id", "=", registrantId).execute();
  const page = await room.enter({ registrantId });
  await page.say("certificates.claim", { certificationId });
  expect(await certificatesOf(registrantId)).toMatchObject([{ holder: "Ann" }]);
  await room.closeAll();
});
