import { expect, test } from "vitest";
import { buildRoomExample } from "../../../../test/example-room.ts";
import { withApp } from "../../../../test/harness.ts";
import { attendeeParts } from "./parts/v2-parts.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);
const { id: eventId } = await app.build.event(clientId);
const registrantId = await register("gina@example.com");
await buildRoomExample(app, { clientId, eventId });

async function register(email: string): Promise<number> {
  const form = { email, firstname: "A", lastname: "B", company: "C" };
  const answer = await app.call(token, `POST /client/${clientId}/event/${eventId}/registrant`, { form });
  return answer.json().eventuserid as number;
}

async function listAttendees() {
  const answer = await app.call(token, `GET /client/${clientId}/event/${eventId}/attendee`);
  return answer.json().attendees as Record<string, unknown>[];
}

test("each part tells what somebody did, with the types that are published", async () => {
  const [gina] = await listAttendees();
  const widget = { widgetid: expect.stringMatching(/^\d+$/), widgetaction: "https://www.acme.com/book" };
  const on = { ...widget, widgetsubmittedtimestamp: "2026-05-19T11:12:00-07:00" };
  expect(gina).toMatchObject({
    polls: [
      {
        ...{ pollid: expect.any(Number), pollquestionid: expect.any(Number) },
        pollquestion: "How familiar are you with webinars?",
        pollsubmittedtimestamp: "2026-05-19T11:20:00-07:00",
        pollanswers: ["Unfamiliar"],
        pollanswersdetail: [{ answercode: "choice2", answer: "Unfamiliar" }],
      },
    ],
    resources: [
      {
        ...{ resourceid: expect.any(Number), resourceviewed: "5 keys to webcasting" },
        resourceviewedtimestamp: "2026-05-19T11:10:00-07:00",
      },
    ],
    questions: [
      {
        ...{
          questionid: expect.any(Number),
          content: "What if I forget?",
          createtimestamp: "2026-05-19T11:31:00-07:00",
        },
        answer: {
          ...{ createtimestamp: "2026-05-19T11:32:00-07:00", content: "A mail tells." },
          ...{ presenterid: expect.any(Number), presentername: "Mark Green", privacy: "Private" },
        },
      },
    ],
    surveys: [
      {
        ...{ surveyid: `${eventId}_survey1`, surveysubmittedtimestamp: "2026-05-19T11:39:00-07:00" },
        surveyquestions: [
          {
            ...{ surveyquestionid: expect.any(Number), surveyquestion: "How valuable was it?", questioncode: "110" },
            ...{ surveyanswers: ["Very"], surveyanswersdetail: [{ answercode: "choice1", answer: "Very" }] },
          },
        ],
      },
    ],
    reactions: [{ type: "heart", timefromstart: 1980, datetime: "2026-05-19T11:33:00-07:00" }],
    twitterwidget: [{ date: "2026-05-19T11:03:00-07:00", tweetdescription: "Watch this" }],
    calltoactions: [
      {
        ...{ ctaid: expect.stringMatching(/^\d+$/), ctaname: "Call To Action 1", clicks: "3" },
        ...{ action: "https://www.acme.com/book", date: "2026-05-19T11:10:00-07:00" },
      },
    ],
    testwidgets: [{ testwidgetresult: "P", retries: 1, correctanswersneeded: 2, correctanswersprovided: 2 }],
    testwidgetresult: "P",
    ...{ certificationwidgetresult: "C", certificationcredit: "50" },
    certificationtimestamp: "2026-05-19T11:37:00-07:00",
    certifications: [
      {
        ...{ certificationid: expect.any(Number), certificationresult: "C", certificationname: "Certification 1" },
        ...{ certificationcredit: "50", certificationtimestamp: "2026-05-19T11:37:00-07:00" },
        certificationurl: expect.stringMatching(/\/certificate\/7Q4M-XK2P-[\dA-Z]{4}-[\dA-Z]{4}\/certificate\.pdf$/),
      },
    ],
    meetingconversions: [{ ...on, widgetname: "For a meeting", widgettype: "book_a_meeting" }],
    democonversions: [{ ...on, widgetname: "For a demo", widgettype: "request_a_demo" }],
    freetrial: [{ ...on, widgetname: "For a free-trial", widgettype: "free_trial" }],
    contactus: [{ ...on, widgetname: "For a contact-us", widgettype: "contactus" }],
    drift: [{ ...on, widgetname: "For a drift", widgettype: "drift" }],
    calendly: [{ meetingsbooked: 1 }],
    shareidea: [
      {
        topic: "What are the best colors?",
        type: "IDEA",
        description: "Blue",
        rating: 1,
        ideanumber: expect.any(Number),
      },
      { type: "COMMENT", description: "Like the sea.", datetime: "2026-05-19T11:26:00-07:00" },
    ],
  });
});

test("of two people each is told their own, and whoever did nothing has no such key", async () => {
  const idle = await register("idle@example.com");
  const now = new Date();
  const { db } = app.database;
  await db
    .insertInto("attendees")
    .values({ clientId, eventId, registrantId: idle, firstJoinedAt: now, lastActivityAt: now })
    .execute();
  const [gina, other] = await listAttendees();
  expect(other).toMatchObject({ eventuserid: idle });
  for (const key of attendeeParts.flatMap(({ keys }) => Object.keys(keys))) {
    expect(gina).toHaveProperty(key);
    expect(other).not.toHaveProperty(key);
  }
});

test("an anonymous poll tells of nobody what they answered, nor that they did; a deleted one stays", async () => {
  const { db } = app.database;
  const { pollId } = await db.selectFrom("pollAnswers").select("pollId").executeTakeFirstOrThrow();
  await db.updateTable("polls").set({ deletedAt: new Date() }).where("id", "=", pollId).execute();
  expect((await listAttendees())[0]?.polls).toHaveLength(1);
  await db.updateTable("pollAnswers").set({ answeredAt: null, positions: null }).execute();
  expect((await listAttendees())[0]).not.toHaveProperty("polls");
});

test("a test that was failed at last is failed, whatever came before, and so is the whole", async () => {
  const { db } = app.database;
  const { id: _, ...attempt } = await db.selectFrom("testAttempts").selectAll().executeTakeFirstOrThrow();
  const failed = { ...attempt, answers: "[]", attempt: 3, correct: 1, isPassed: false };
  await db.insertInto("testAttempts").values(failed).execute();
  expect((await listAttendees()).find(({ eventuserid }) => eventuserid === registrantId)).toMatchObject({
    testwidgets: [{ testwidgetresult: "F", retries: 2, correctanswersneeded: 2, correctanswersprovided: 1 }],
    testwidgetresult: "F",
  });
});

test("of several certificates the last one stands for all, and one without credits is NR", async () => {
  const { db } = app.database;
  const { id: _, ...first } = await db.selectFrom("certificates").selectAll().executeTakeFirstOrThrow();
  const widget = { clientId, eventId, kind: "certification", name: "Other", position: 60, area: "side", isOpen: false };
  const { id: widgetId } = await db.insertInto("widgets").values(widget).returning("id").executeTakeFirstOrThrow();
  const earnedAt = new Date("2026-05-19T18:38:00Z");
  const full = {
    ...first,
    widgetId,
    widgetName: "Other",
    partialCredit: null,
    credits: null,
    number: "0000000000000001",
    earnedAt,
  };
  await db.insertInto("certificates").values(full).execute();
  expect((await listAttendees()).find(({ eventuserid }) => eventuserid === registrantId)).toMatchObject({
    ...{ certificationcredit: "NR", certificationtimestamp: "2026-05-19T11:38:00-07:00" },
    certifications: [{ certificationcredit: "50" }, { certificationid: widgetId, certificationcredit: "NR" }],
  });
});
