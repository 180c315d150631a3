import { type PersonTally, presenceMs, type Tally, unionMs } from "@lectern/simulator/tally";
import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "../src/db/database.ts";
import type { Attendees, EventTotals } from "../src/db/types.ts";

// What everybody of a simulated audience knows of themselves, beside what is recorded of them.

/** One of a person's records, by the figure of the tally. */
const figures = {
  "polls.answer": { counter: "answeredPolls", records: "poll_answers" },
  "surveys.submit": { counter: "answeredSurveys", records: "survey_submissions" },
  "surveys.answers": { counter: "answeredSurveyQuestions", records: "survey_responses" },
  "questions.ask": { counter: "questionsAsked", records: "questions" },
  "questions.vote": { records: "question_votes" },
  "chat.say": { counter: "chatMessages", records: "chat_lines" },
  "chat.open": { records: "chat_people", sum: "views" },
  "reactions.react": { counter: "reactions", records: "reactions" },
  "hands.raise": { records: "raised_hands" },
  "resources.open": { counter: "resourcesDownloaded", records: "openings", where: "kind = 'resource'" },
  "widgets.open": { counter: "widgetsOpened", records: "openings", where: "kind = 'widget'" },
  "widgets.share": { records: "shares" },
  "calls-to-action.click": {
    ...{ counter: "ctaClicks", records: "openings", where: "kind = 'call-to-action'", sum: "opens" },
  },
  conversions: { counter: "conversions", records: "conversions" },
  "tests.submit": { records: "test_attempts" },
  "tests.passed": { records: "test_attempts", where: "is_passed" },
  "certificates.claim": { records: "certificates" },
} as const satisfies Record<string, Figure>;

interface Figure {
  /** Of the attendee. */
  readonly counter?: keyof Attendees;
  readonly records: string;
  readonly where?: string;
  /** Of the records; how many there are otherwise. */
  readonly sum?: string;
}

/** Totals of the event that are the sums of these figures. */
const totalsOf = {
  pollResponses: "polls.answer",
  surveyResponses: "surveys.submit",
  questionsAsked: "questions.ask",
  chatMessages: "chat.say",
  resourceDownloads: "resources.open",
  ctaClicks: "calls-to-action.click",
  testsSubmitted: "tests.submit",
  testsPassed: "tests.passed",
} as const satisfies Partial<Record<keyof EventTotals, keyof typeof figures>>;

/** What purposes of calls to action bring, by the total that counts it. */
const broughtBy = {
  demoConversions: "demo",
  meetingConversions: "meeting",
  freeTrialRequests: "free-trial",
  contactRequests: "contact-us",
  pricingRequests: "pricing",
  drifts: "drift",
} as const satisfies Partial<Record<keyof EventTotals, string>>;

/** An audience in which nobody does one of the things is too small to tell anything. */
const PEOPLE_FOR_EVERYTHING = 30;

type Attendee = Record<keyof typeof figures, number> & Record<keyof Attendees, unknown> & { registrantId: number };

export async function expectBooks(db: Db, { eventId, people }: Tally): Promise<void> {
  const came = people.filter(({ pages }) => pages.some(({ spans }) => spans.length > 0));
  const attendees = await listAttendees(db, eventId);
  const kept = new Map(attendees.map((one) => [one.registrantId, one]));
  expect([...kept.keys()].sort()).toEqual(came.map(({ registrantId }) => registrantId).sort());
  for (const person of came) expectPerson(person, kept.get(person.registrantId) as Attendee);
  const sum = (column: keyof Attendee) => attendees.reduce((total, one) => total + Number(one[column]), 0);
  if (people.length >= PEOPLE_FOR_EVERYTHING)
    expect(Object.keys(figures).filter((name) => !people.some(({ done }) => (done[name] ?? 0) > 0))).toEqual([]);
  const totals = await db
    .selectFrom("eventTotals")
    .selectAll()
    .where("eventId", "=", eventId)
    .executeTakeFirstOrThrow();
  expect(totals).toMatchObject({
    ...{ attendees: came.length, liveAttendees: came.length },
    ...{ liveMs: sum("liveMs"), cumulativeLiveMs: sum("cumulativeLiveMs") },
    ...Object.fromEntries(Object.entries(totalsOf).map(([total, figure]) => [total, sum(figure)])),
    ...(await countConversions(db, eventId)),
  });
}

/** With what their records come to, by figure. */
async function listAttendees(db: Db, eventId: number): Promise<Attendee[]> {
  const recorded = Object.entries<Figure>(figures).map(([name, { records, where = "true", sum }]) => {
    const what = sql.raw(sum === undefined ? "count(*)" : `coalesce(sum(${sum}), 0)`);
    return sql`(select ${what}::int from ${sql.raw(records)} r where r.client_id = a.client_id
      and r.registrant_id = a.registrant_id and ${sql.raw(where)}) as ${sql.id(name)}`;
  });
  const { rows } = await sql<Attendee>`
    select a.*, ${sql.join(recorded)} from attendees a where a.event_id = ${eventId}`.execute(db);
  return rows;
}

async function countConversions(db: Db, eventId: number): Promise<Record<keyof typeof broughtBy, number>> {
  const rows = await db
    .selectFrom("conversions")
    .select(({ fn }) => ["purpose", fn.countAll<number>().as("count")])
    .where("eventId", "=", eventId)
    .groupBy("purpose")
    .execute();
  const counts = new Map(rows.map(({ purpose, count }) => [purpose, count]));
  const totals = Object.entries(broughtBy).map(([total, purpose]) => [total, counts.get(purpose) ?? 0]);
  return Object.fromEntries(totals) as Record<keyof typeof broughtBy, number>;
}

/** The last second before a kill may be lost, and a connection that broke before its last sign of life arrived. */
const LOST_MS = 2500;

function expectPerson(person: PersonTally, kept: Attendee): void {
  const pages = person.pages.filter(({ spans }) => spans.length > 0);
  const slackMs = pages.flatMap(({ spans }) => spans).reduce((sum, span) => sum + span.slackMs, 0);
  const lostMs = LOST_MS * pages.length;
  const within = (ms: unknown, known: number) => Number(ms) >= known - lostMs && Number(ms) <= known + slackMs + lostMs;
  expect({
    person: person.email,
    opens: kept.liveOpens,
    isPresenceRight: within(kept.liveMs, presenceMs(person)),
    isUnionRight: within(kept.cumulativeLiveMs, unionMs(person)),
    miscounted: Object.entries<Figure>(figures).filter(([name, figure]) => isMiscounted(name, figure, person, kept)),
    kept,
    knows: { ...person, presence: presenceMs(person), union: unionMs(person), slackMs },
  }).toMatchObject({ opens: pages.length, isPresenceRight: true, isUnionRight: true, miscounted: [] });
}

/** What was acknowledged is there, nothing more than was said is, and counters tell what the records hold. */
function isMiscounted(name: string, { counter }: Figure, person: PersonTally, kept: Attendee): boolean {
  const recorded = kept[name as keyof typeof figures];
  const [done, perhaps] = [person.done[name] ?? 0, person.unanswered[name] ?? 0];
  const isCounterRight = counter === undefined || Number(kept[counter]) === recorded;
  return recorded < done || recorded > done + perhaps || !isCounterRight;
}
