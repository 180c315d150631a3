import type { Span } from "@lectern/simulator/page";
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

/** @param killedAt milliseconds since 1970. */
export async function expectBooks(db: Db, { eventId, people }: Tally, killedAt: number): Promise<void> {
  const came = people.filter(({ pages }) => pages.some(({ spans }) => spans.length > 0));
  const attendees = await listAttendees(db, eventId);
  const kept = new Map(attendees.map((one) => [one.registrantId, one]));
  expect([...kept.keys()].sort()).toEqual(came.map(({ registrantId }) => registrantId).sort());
  for (const person of came) expectPerson(person, kept.get(person.registrantId) as Attendee, killedAt);
  if (people.length >= PEOPLE_FOR_EVERYTHING) expect(listUntried(people)).toEqual([]);
  await expectFigures(db, eventId);
}

/** What nobody did, nor tried while nobody answered. */
function listUntried(people: readonly PersonTally[]): string[] {
  const isTried = (name: string) => people.some(({ done, unanswered }) => done[name] || unanswered[name]);
  return Object.keys(figures).filter((name) => !isTried(name));
}

/** Every counter of an event and of its people is what counting its records gives. */
export async function expectFigures(db: Db, eventId: number): Promise<void> {
  const attendees = await listAttendees(db, eventId);
  const drifted = attendees.flatMap((one) =>
    Object.entries<Figure>(figures).flatMap(([name, { counter }]) =>
      counter && one[counter] !== one[name as keyof typeof figures] ? [[one.registrantId, counter]] : [],
    ),
  );
  expect(drifted).toEqual([]);
  const sum = (column: keyof Attendee) => attendees.reduce((total, one) => total + Number(one[column]), 0);
  const having = (column: keyof Attendee) => attendees.filter((one) => Number(one[column]) > 0).length;
  const totals = await db
    .selectFrom("eventTotals")
    .selectAll()
    .where("eventId", "=", eventId)
    .executeTakeFirstOrThrow();
  expect(totals).toMatchObject({
    attendees: attendees.length,
    liveAttendees: having("liveSessions"),
    onDemandAttendees: having("archiveSessions"),
    resourceDownloaders: having("resourcesDownloaded"),
    ...Object.fromEntries(durations.map((name) => [name, sum(name)])),
    ...Object.fromEntries(Object.entries(totalsOf).map(([total, figure]) => [total, sum(figure)])),
    ...(await countConversions(db, eventId)),
    ...(await countTeamsWork(db, eventId)),
  });
}

const durations = [
  "liveMs",
  "archiveMs",
  "liveMediaMs",
  "archiveMediaMs",
  "cumulativeLiveMs",
  "cumulativeArchiveMs",
] as const;

/** What counts of an event and is not, or not only, its audience's. */
async function countTeamsWork(db: Db, eventId: number): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from registrants where event_id = ${eventId} and status = 'active') as registrants,
    (select count(*)::int from chat_lines where event_id = ${eventId} and not is_practice) as chat_messages,
    (select count(*)::int from questions where event_id = ${eventId} and answered_at is not null) as questions_answered,
    (select count(*)::int from poll_runs r join polls p on p.client_id = r.client_id and p.id = r.poll_id
      where p.event_id = ${eventId} and not r.is_practice) as polls_pushed,
    (select count(*)::int from surveys where event_id = ${eventId}) as surveys_presented,
    (select count(*)::int from resources where event_id = ${eventId} and deleted_at is null) as resources_available`.execute(
    db,
  );
  return rows[0] ?? {};
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

function expectPerson(person: PersonTally, kept: Attendee, killedAt: number): void {
  const pages = person.pages.filter(({ spans }) => spans.length > 0);
  const slackMs = pages.flatMap(({ spans }) => spans).reduce((sum, span) => sum + span.slackMs, 0);
  const lostMs = pages.reduce((sum, { spans }) => sum + lostOf(spans, killedAt), 0);
  const within = (ms: unknown, known: number) => Number(ms) >= known - lostMs && Number(ms) <= known + slackMs + lostMs;
  const [presence, union] = [presenceMs(person), unionMs(person)];
  const known = JSON.stringify({ ...person, presence, union, slackMs, killedAt });
  expect(
    {
      opens: kept.liveOpens,
      isPresenceRight: within(kept.liveMs, presence),
      isUnionRight: within(kept.cumulativeLiveMs, union),
      miscounted: Object.keys(figures).filter((name) => isMiscounted(name, person, kept)),
    },
    `${JSON.stringify(kept)} is recorded of whoever knows ${known}`,
  ).toEqual({ opens: pages.length, isPresenceRight: true, isUnionRight: true, miscounted: [] });
}

/** Whoever did not come back after the kill is known to have been there at the last sign of life that was not lost with it. */
function lostOf(spans: readonly Span[], killedAt: number): number {
  const { to, signs } = spans.at(-1) as Span;
  if (to > killedAt) return LOST_MS;
  const kept = signs.filter((at) => at < killedAt - LOST_MS);
  return LOST_MS + to - Math.max(signs[0] ?? to, ...kept);
}

/** What was acknowledged is there, and nothing more than was said is. */
function isMiscounted(name: string, person: PersonTally, kept: Attendee): boolean {
  const recorded = kept[name as keyof typeof figures];
  const [done, perhaps] = [person.done[name] ?? 0, person.unanswered[name] ?? 0];
  return recorded < done || recorded > done + perhaps;
}
