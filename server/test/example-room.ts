import type { TestApp } from "./harness.ts";

const start = new Date("2026-05-19T18:00:00Z");
/** The day after. */
export const afterTheRoom = new Date(start.getTime() + 24 * 3_600_000);
const minutesIn = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

interface Place {
  readonly clientId: number;
  readonly eventId: number;
}

/** Somebody who watched live and on demand and did everything there is, and the presenter they saw. */
export async function buildRoomExample(app: TestApp, place: Place): Promise<void> {
  const { id: registrantId } = await app.database.db
    .selectFrom("registrants")
    .select("id")
    .where("eventId", "=", place.eventId)
    .executeTakeFirstOrThrow();
  await attend(app, { ...place, registrantId });
  await act(app, { ...place, registrantId });
  await watch(app, { ...place, registrantId });
  const presenterId = await present(app, place);
  await ask(app, { ...place, registrantId }, presenterId);
  await chat(app, { ...place, registrantId }, presenterId);
}

async function attend({ database }: TestApp, person: Person): Promise<void> {
  await database.db
    .insertInto("attendees")
    .values({
      ...person,
      ...{
        firstJoinedAt: start,
        lastActivityAt: minutesIn(40),
        launchMode: "venue",
        attendancePartnerRef: "last_partner",
      },
      ...{ liveSessions: 1, liveOpens: 1, liveMs: 2_400_000, liveMediaMs: 2_400_000, cumulativeLiveMs: 2_400_000 },
      ...{ archiveSessions: 1, archiveOpens: 1, archiveMs: 900_000, archiveMediaMs: 600_000 },
      ...{ cumulativeArchiveMs: 900_000, firstLiveAt: start, lastLiveAt: minutesIn(40) },
      ...{ firstArchiveAt: minutesIn(100), lastArchiveAt: minutesIn(115) },
      ...{
        questionsAsked: 1,
        answeredSurveys: 1,
        answeredSurveyQuestions: 1,
        reactions: 1,
        answeredPolls: 1,
        resourcesDownloaded: 1,
        ctaClicks: 3,
        conversions: 7,
      },
    })
    .execute();
}

type Person = Place & { readonly registrantId: number };

/** Everything that the parts of a console let somebody do. */
async function act({ database: { db } }: TestApp, person: Person): Promise<void> {
  const { clientId, eventId, registrantId } = person;
  const addWidget = async (kind: string, name: string, content: object = {}) => {
    const place = { position: 50, area: "side", isOpen: false };
    const widget = { clientId, eventId, kind, name, ...place, content: JSON.stringify(content) };
    return (await db.insertInto("widgets").values(widget).returning("id").executeTakeFirstOrThrow()).id;
  };
  const address = "https://www.acme.com/book";
  const widgetId = await addWidget("call-to-action", "Call To Action 1", { label: "Book", url: address });
  const resourceId = await addResources(db, person, {
    widgetId: await addWidget("related-content", "Related Content 9"),
    url: address,
  });
  const opened = { ...person, firstOpenedAt: minutesIn(9), lastOpenedAt: minutesIn(10) };
  await db
    .insertInto("openings")
    .values([
      { ...opened, kind: "resource", thingId: resourceId, name: "5 keys to webcasting", address, opens: 1 },
      { ...opened, kind: "call-to-action", thingId: widgetId, name: "Call To Action 1", address, opens: 3 },
    ])
    .execute();
  const purposes = ["meeting", "demo", "free-trial", "contact-us", "drift", "calendly", "pricing"];
  const converted = { ...person, widgetId, address, convertedAt: minutesIn(12) };
  await db
    .insertInto("conversions")
    .values(purposes.map((purpose) => ({ ...converted, purpose, widgetName: `For a ${purpose}` })))
    .execute();
  const shared = { ...person, widgetId: await addWidget("twitter", "Twitter"), sharedAt: minutesIn(3) };
  await db
    .insertInto("shares")
    .values({ ...shared, network: "twitter", text: "Watch this" })
    .execute();
  const test = { ...person, widgetId: await addWidget("test", "Test"), attempt: 2, answers: "[]" };
  await db
    .insertInto("testAttempts")
    .values({ ...test, correct: 2, needed: 2, isPassed: true, submittedAt: minutesIn(30) })
    .execute();
  await earnCertificate(db, person, await addWidget("certification", "Certification 1"));
  await answerPoll(db, { clientId, eventId, registrantId });
  await shareIdeas(db, person);
  await submitSurvey(db, person, await addWidget("survey", "Survey"));
}

async function earnCertificate(db: TestApp["database"]["db"], person: Person, widgetId: number): Promise<void> {
  const full = { minimumMinutes: 10, minimumPollResponses: 2, credits: 100, message: "You have the full credit" };
  const half = { minimumMinutes: 5, minimumPollResponses: 1, credits: 50, message: "You have half of it" };
  const content = { title: "Certified", ...full, partialCredits: [{ name: "Half", ...half }] };
  await db
    .updateTable("widgets")
    .set({ content: JSON.stringify(content) })
    .where("id", "=", widgetId)
    .execute();
  const number = String(widgetId).padStart(16, "7Q4MXK2P9RTDH3VB");
  const earned = { ...person, widgetId, widgetName: "Certification 1", title: "Certified", credits: 50 };
  await db
    .insertInto("certificates")
    .values({ ...earned, number, partialCredit: "Half", holder: "Gina", earnedAt: minutesIn(37) })
    .execute();
}

/** Two, of which somebody opens the first; answers its id. */
async function addResources(
  db: TestApp["database"]["db"],
  { clientId, eventId }: Place,
  into: { widgetId: number; url: string },
): Promise<number> {
  const [opened] = await db
    .insertInto("resources")
    .values(
      ["5 keys to webcasting", "7 keys to webcasting"].map((name, index) => {
        return { clientId, eventId, ...into, name, position: index + 1 };
      }),
    )
    .returning("id")
    .execute();
  return opened?.id ?? 0;
}

async function answerPoll(db: TestApp["database"]["db"], { clientId, eventId, registrantId }: Person): Promise<void> {
  const { id: pollId } = await db
    .insertInto("polls")
    .values({ clientId, eventId, position: 1 })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: questionId } = await db
    .insertInto("pollQuestions")
    .values({ clientId, pollId, type: "singleoption", question: "How familiar are you with webinars?", answers: 1 })
    .returning("id")
    .executeTakeFirstOrThrow();
  const options = ["Very familiar", "Unfamiliar"].map((answer, index) => ({
    answer,
    position: index + 1,
    votes: index,
  }));
  await db
    .insertInto("pollOptions")
    .values(options.map((option) => ({ clientId, questionId, ...option })))
    .execute();
  const run = { clientId, pollId, isPractice: false, firstPushedAt: minutesIn(18), isOpen: false };
  await db.insertInto("pollRuns").values(run).execute();
  const answer = { clientId, pollId, registrantId, questionId, positions: [2], answeredAt: minutesIn(20) };
  await db.insertInto("pollAnswers").values(answer).execute();
}

async function shareIdeas(db: TestApp["database"]["db"], person: Person): Promise<void> {
  const title = "What are the best colors?";
  const { id: topicId } = await db
    .insertInto("ideaTopics")
    .values({ clientId: person.clientId, eventId: person.eventId, position: 1, title })
    .returning("id")
    .executeTakeFirstOrThrow();
  const idea = { ...person, topicId, topic: title };
  const { id: parentId } = await db
    .insertInto("ideas")
    .values({ ...idea, text: "Blue", votes: 1, createdAt: minutesIn(25) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("ideas")
    .values({ ...idea, parentId, text: "Like the sea.", createdAt: minutesIn(26) })
    .execute();
}

async function watch({ database }: TestApp, person: Person): Promise<void> {
  const seen = { os: "Windows 10", browser: "Firefox 140", device: "desktop", ipAddress: "203.0.113.9" };
  const session = { ...person, ...seen, isOpening: true };
  await database.db
    .insertInto("viewingSessions")
    .values([
      {
        ...{ ...session, tab: "a", kind: "live", launchMode: "venue" },
        ...{ startedAt: start, lastSeenAt: minutesIn(40), endedAt: minutesIn(40) },
      },
      {
        ...{ ...session, tab: "b", kind: "archive", launchMode: "remote" },
        ...{ startedAt: minutesIn(100), lastSeenAt: minutesIn(115), endedAt: minutesIn(115) },
      },
    ])
    .execute();
}

async function submitSurvey(db: TestApp["database"]["db"], person: Person, widgetId: number): Promise<void> {
  const { clientId, eventId, registrantId } = person;
  const asked = {
    clientId,
    eventId,
    widgetId,
    type: "singleoption",
    question: "How valuable was it?",
    isRequired: false,
  };
  const { id: questionId } = await db
    .insertInto("surveyQuestions")
    .values({ ...asked, position: 1, code: 110, answers: 1 })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("surveyAnswers")
    .values({ clientId, questionId, position: 1, answer: "Very", votes: 1 })
    .execute();
  await db
    .insertInto("surveySubmissions")
    .values({ ...person, submittedAt: minutesIn(39) })
    .execute();
  await db
    .insertInto("surveyResponses")
    .values({ clientId, registrantId, questionId, positions: [1] })
    .execute();
}

async function ask({ database: { db } }: TestApp, person: Person, presenterId: number): Promise<void> {
  const { clientId } = person;
  const { id: questionId } = await db
    .insertInto("questions")
    .values({ ...person, text: "What if I forget?", isAnonymous: false, askedAt: minutesIn(31), isShown: false })
    .returning("id")
    .executeTakeFirstOrThrow();
  const answer = { clientId, questionId, presenterId, text: "A mail tells.", isPublic: false };
  await db
    .insertInto("questionAnswers")
    .values({ ...answer, answeredAt: minutesIn(32) })
    .execute();
  const reaction = { ...person, type: "heart", reactedAt: minutesIn(33), secondsFromStart: 1980 };
  await db.insertInto("reactions").values(reaction).execute();
}

async function present({ database }: TestApp, place: Place): Promise<number> {
  const { id: presenterId } = await database.db
    .insertInto("presenters")
    .values({ ...place, firstName: "Mark", lastName: "Green", email: "mark@acme.com", role: "producer" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const session = { ...place, presenterId, tab: "c", role: "producer", isPractice: false };
  const [startedAt, endedAt] = [minutesIn(-15), minutesIn(61)];
  await database.db
    .insertInto("presenterSessions")
    .values({ ...session, startedAt, lastSeenAt: endedAt, endedAt })
    .execute();
  return presenterId;
}

async function chat({ database: { db } }: TestApp, person: Person, presenterId: number): Promise<void> {
  const { registrantId, ...place } = person;
  await db
    .insertInto("groupChats")
    .values({ ...place, viewers: 1, views: 2 })
    .execute();
  const line = { ...place, isShown: true };
  await db
    .insertInto("chatLines")
    .values([
      { ...line, registrantId, text: "Hello from Paris", saidAt: minutesIn(5) },
      { ...line, presenterId, text: "Welcome!", saidAt: minutesIn(6) },
    ])
    .execute();
  const toTeam = { ...place, presenterId, role: "producer", text: "Two minutes left" };
  await db
    .insertInto("teamChatLines")
    .values({ ...toTeam, saidAt: minutesIn(38) })
    .execute();
}
