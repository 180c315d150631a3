import { beforeEach, expect, test } from "vitest";
import type { Db } from "../src/db/database.ts";
import { inTransaction } from "../src/db/transaction.ts";
import { Refusal } from "../src/errors.ts";
import { useCallsToAction } from "../src/features/attending/calls-to-action/use-calls-to-action.ts";
import { claimCertificates } from "../src/features/attending/certificates/claim-certificates.ts";
import { voteIdeas } from "../src/features/attending/ideas/vote-ideas.ts";
import { writeIdeas } from "../src/features/attending/ideas/write-ideas.ts";
import { answerPolls } from "../src/features/attending/polls/answer-polls.ts";
import { stageOf } from "../src/features/attending/polls/stage.ts";
import { voteOnQuestions } from "../src/features/attending/questions/vote-on-questions.ts";
import { openResources } from "../src/features/attending/resources/open-resources.ts";
import { submitSurveys } from "../src/features/attending/surveys/submit-surveys.ts";
import { submitTests } from "../src/features/attending/tests/submit-tests.ts";
import { openWidgets } from "../src/features/attending/widgets/open-widgets.ts";
import { shareEvents } from "../src/features/attending/widgets/share-event.ts";
import { buildRoomExample } from "./example-room.ts";
import { withApp } from "./harness.ts";
import { liveRoom } from "./room-fixture.ts";

// What people of all rooms do at the same time is written in one group: who names what another room has finds nothing, also
// when somebody of that room names it in the same moment.

const app = await withApp();
const { db } = app.database;
let ours: Awaited<ReturnType<typeof furnished>>;
let sibling: typeof ours;
let stranger: typeof ours;

beforeEach(async () => {
  ours = await furnished();
  sibling = await furnished(ours.clientId);
  stranger = await furnished();
});

type Who = { readonly clientId: number; readonly eventId: number; readonly registrantId: number; readonly at: Date };

/** A live webinar with something of every kind, and somebody else in it who has done nothing yet. */
async function furnished(clientId?: number) {
  const { person, ...room } = await liveRoom(app, clientId === undefined ? {} : { clientId });
  const place = { clientId: room.clientId, eventId: room.eventId };
  await person();
  await buildRoomExample(app, place);
  const at = new Date();
  const who: Who = { ...place, registrantId: await person(), at };
  const joined = { clientId: who.clientId, eventId: who.eventId, registrantId: who.registrantId };
  await db
    .insertInto("attendees")
    .values({
      ...joined,
      firstJoinedAt: at,
      lastActivityAt: at,
      launchMode: "remote",
      liveMs: 9e6,
      cumulativeLiveMs: 9e6,
    })
    .execute();
  await db.updateTable("attendees").set({ answeredPolls: 5 }).where("registrantId", "=", who.registrantId).execute();
  await db.updateTable("questions").set({ isShown: true }).where("eventId", "=", place.eventId).execute();
  await db
    .updateTable("pollRuns")
    .set({ isOpen: true })
    .where("pollId", "in", db.selectFrom("polls").select("id").where("eventId", "=", place.eventId))
    .execute();
  const content = { passPercent: 50, questions: [{ question: "?", answers: [{ answer: "Yes", isCorrect: true }] }] };
  await db
    .updateTable("widgets")
    .set({ content: JSON.stringify(content) })
    .where("eventId", "=", place.eventId)
    .where("kind", "=", "test")
    .execute();
  return who;
}

const idOf = async (table: "resources" | "polls" | "ideaTopics" | "questions") =>
  (await db.selectFrom(table).select("id").where("eventId", "=", ours.eventId).executeTakeFirstOrThrow()).id;
const widgetOf = async (kind: string) =>
  (
    await db
      .selectFrom("widgets")
      .select("id")
      .where("eventId", "=", ours.eventId)
      .where("kind", "=", kind)
      .where("content", "is not", null)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
  ).id;
const ideaOf = async () =>
  (
    await db
      .selectFrom("ideas")
      .select("id")
      .where("eventId", "=", ours.eventId)
      .where("parentId", "is", null)
      .executeTakeFirstOrThrow()
  ).id;
const live = async () => {
  const event = await app.app.caches.events.get(ours.eventId);
  if (!event) throw new Error("no event");
  return stageOf(event, new Date());
};

/** Writes what ours and others do with a thing of ours, as one group. */
type Write = (tx: Db, people: readonly Who[]) => Promise<readonly unknown[]>;

const said: Record<string, () => Promise<Write>> = {
  async "a test"() {
    const testId = await widgetOf("test");
    const { rows } = await app.database.pool.query<{ version: number }>(
      "select round(extract(epoch from modified_at) * 1000)::bigint as version from widgets where id = $1",
      [testId],
    );
    const version = rows[0]?.version ?? 0;
    return (tx, people) =>
      submitTests(
        tx,
        people.map((who) => ({ ...who, testId, version, answers: [[0]] })),
      );
  },
  async "a certificate"() {
    const certificationId = await widgetOf("certification");
    return (tx, people) =>
      claimCertificates(
        tx,
        people.map((who) => ({ ...who, certificationId, holder: "Ann" })),
      );
  },
  async "a call to action"() {
    const widgetId = await widgetOf("call-to-action");
    return (tx, people) =>
      useCallsToAction(
        tx,
        people.map((who) => ({ ...who, widgetId, how: "click" })),
      );
  },
  async "a widget"() {
    const widgetId = await widgetOf("twitter");
    return (tx, people) =>
      openWidgets(
        tx,
        people.map((who) => ({ ...who, widgetId })),
      );
  },
  async sharing() {
    const widgetId = await widgetOf("twitter");
    return (tx, people) =>
      shareEvents(
        tx,
        people.map((who) => ({ ...who, widgetId, network: "linkedin" as never })),
      );
  },
  async "a resource"() {
    const resourceId = await idOf("resources");
    return (tx, people) =>
      openResources(
        tx,
        people.map((who) => ({ ...who, resourceId })),
      );
  },
  async "a topic"() {
    const topicId = await idOf("ideaTopics");
    return (tx, people) =>
      writeIdeas(
        tx,
        people.map((who) => ({ ...who, author: "Ann", on: { topicId }, text: "Red" })),
      );
  },
  async "an idea"() {
    const ideaId = await ideaOf();
    return (tx, people) =>
      writeIdeas(
        tx,
        people.map((who) => ({ ...who, author: "Ann", on: { ideaId }, text: "Yes" })),
      );
  },
  async "an idea's votes"() {
    const ideaId = await ideaOf();
    return (tx, people) =>
      voteIdeas(
        tx,
        people.map((who) => ({ ...who, ideaId, isFor: true })),
      );
  },
  async "a question's votes"() {
    const questionId = await idOf("questions");
    return (tx, people) =>
      voteOnQuestions(
        tx,
        people.map((who) => ({ ...who, questionId, isUp: true })),
      );
  },
  async "a poll"() {
    const [pollId, stage] = [await idOf("polls"), await live()];
    const { id: questionId } = await db
      .selectFrom("pollQuestions")
      .select("id")
      .where("pollId", "=", pollId)
      .executeTakeFirstOrThrow();
    return (tx, people) =>
      answerPolls(
        tx,
        people.map((who) => ({ ...who, pollId, questionId, positions: [1], stage })),
      );
  },
  async "a survey"() {
    const stage = await live();
    const { id: questionId } = await db
      .selectFrom("surveyQuestions")
      .select("id")
      .where("eventId", "=", ours.eventId)
      .executeTakeFirstOrThrow();
    const answers = [{ questionId, positions: [1] }];
    return (tx, people) =>
      submitSurveys(
        tx,
        people.map((who) => ({ ...who, answers, stage })),
      );
  },
};

test.each(Object.entries(said))(
  "%s of one room is nobody's of another who names it in the same moment",
  async (_name, prepare) => {
    const write = await prepare();
    const results = await inTransaction(db, (tx) => write(tx, [sibling, ours, stranger]));
    expect(results.map((result) => (result instanceof Refusal ? result.code : "done"))).toEqual([
      expect.stringMatching(/\.(unknown|unknownTopic|changed)$/),
      "done",
      expect.stringMatching(/\.(unknown|unknownTopic|changed)$/),
    ]);
  },
);
