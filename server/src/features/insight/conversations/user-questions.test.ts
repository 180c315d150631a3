import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { selectQuestions } from "./question-queries.ts";

const app = await withApp();
const { db } = app.database;

afterEach(() => {
  delete app.clock.now;
});

const at = (instant: string) => {
  app.clock.now = new Date(instant);
};

async function get({ token, clientId }: { token: Parameters<typeof app.call>[0]; clientId: number }, query = "") {
  const answer = await app.call(token, `GET /client/${clientId}/userquestions${query}`);
  return { status: answer.statusCode, body: answer.json() };
}

test("what was asked in the last minutes is told, with who asked and what was answered", async () => {
  at("2026-03-10T16:05:00Z");
  const room = await liveRoom(app);
  const ada = { firstname: "Ada", lastname: "Brown", email: "ada@ask.example", exteventusercd: "0042" };
  const [annId, bobId] = [await room.person(ada), await room.person({ email: "bob@Sub.Ask.example" })];
  const patId = await room.presenter();
  const [ann, bob] = [await room.enter({ registrantId: annId }), await room.enter({ registrantId: bobId })];
  const pat = await room.enter({ presenterId: patId });
  for (const page of [ann, bob, pat]) await page.welcome();
  const { questionId } = await ann.say("questions.ask", { text: "What <b>now</b>?" });
  at("2026-03-10T16:06:00Z");
  await pat.say("questions.answer", { questionId: questionId as number, text: "Lunch", isPublic: true });
  at("2026-03-10T16:10:01Z");
  const second = await bob.say("questions.ask", { text: "And then?" });
  await room.closeAll();
  const answered = {
    ...{ eventid: room.eventId, clientid: room.clientId, eventuserid: annId, questionid: questionId },
    ...{ createtimestamp: "2026-03-10T09:05:00-07:00", content: "What <b>now</b>?", ...ada },
    answer: {
      ...{ createtimestamp: "2026-03-10T09:06:00-07:00", content: "Lunch", presenterid: patId },
      ...{ presentername: expect.stringMatching(/^Pat P\. /), privacy: "Public" },
    },
  };
  const open = {
    ...{ eventid: room.eventId, clientid: room.clientId, eventuserid: bobId, questionid: second.questionId },
    ...{ createtimestamp: "2026-03-10T09:10:01-07:00", content: "And then?" },
    ...{ firstname: "Ann", lastname: expect.any(String), email: "bob@Sub.Ask.example" },
  };
  expect((await get(room)).body).toEqual({ questions: [open] });
  const hour = "?startdate=2026-03-10T09:00:00&enddate=2026-03-10T10:00:00";
  expect((await get(room, hour)).body).toEqual({ questions: [answered, open] });
  expect((await get(room, "?enddate=2026-03-10T09:05:00")).body).toEqual({ questions: [answered] });
  const ofDomains = async (filter: string) =>
    (await get(room, `${hour}&emailFilter=${encodeURIComponent(filter)}`)).body.questions.map(
      ({ eventuserid }: { eventuserid: number }) => eventuserid,
    );
  expect(await ofDomains("ask.example")).toEqual([annId]);
  expect(await ofDomains("other.example | SUB.ask.Example|ASK.example")).toEqual([annId, bobId]);
  expect(await ofDomains("|")).toEqual([annId, bobId]);
  for (const nobodys of ["example", "%", "ask.example@", "sk.example"]) expect(await ofDomains(nobodys)).toEqual([]);
  expect(await get(room, "?startdate=2026-03-10T09:00:00&enddate=2026-03-10T10:00:01")).toMatchObject({ status: 400 });
  await app.build.changeEvent(room.eventId, { isApiExcluded: true });
  expect((await get(room, hour)).body).toEqual({ questions: [] });
});

test("a parent's list has its sub-clients' questions, unless they are left out; the forgotten asked nothing that is told", async () => {
  const room = await liveRoom(app);
  const { id: parentId } = await app.build.client();
  const path = [parentId, room.clientId];
  await db.updateTable("clients").set({ parentId, path }).where("id", "=", room.clientId).execute();
  const parent = { token: await app.build.token(parentId), clientId: parentId };
  const email = "fred.asks@example.com";
  const page = await room.enter({ registrantId: await room.person({ email }) });
  await page.welcome();
  await page.say("questions.ask", { text: "I am Fred" });
  await room.closeAll();
  expect((await get(parent)).body.questions).toMatchObject([{ clientid: room.clientId, content: "I am Fred" }]);
  expect((await get(parent, "?excludesubaccounts=Y")).body).toEqual({ questions: [] });
  await app.call(room.token, `POST /client/${room.clientId}/forget`, { form: { email } });
  await expect.poll(async () => (await get(parent)).body.questions[0]).not.toHaveProperty("content");
});

test("an hour's questions are found by index", async () => {
  const { clientId, eventId, person } = await liveRoom(app);
  await app.database.pool.query(
    `insert into questions (client_id, event_id, registrant_id, text, is_anonymous, asked_at, is_shown)
     select $1, $2, $3, 'Why?', false, now() - n * interval '1 minute', true from generate_series(1, 20000) n`,
    [clientId, eventId, await person()],
  );
  await app.database.pool.query("analyze questions");
  const filter = { clientIds: [clientId], from: new Date(Date.now() - 300_000), to: new Date(), domains: undefined };
  const plan = await sql`explain ${selectQuestions(filter, { limit: 1000 })}`.execute(db);
  expect(JSON.stringify(plan.rows)).not.toContain("Seq Scan on questions");
});
