import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createOperator } from "@lectern/sdk";
import { runAudience } from "@lectern/simulator/audience";
import { furnish } from "@lectern/simulator/furnish";
import { host } from "@lectern/simulator/host";
import { inviteGuests } from "@lectern/simulator/invite";
import { type PersonTally, presenceMs, type Tally, unionMs } from "@lectern/simulator/tally";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect } from "../src/db/database.ts";
import { startEmbeddedPostgres } from "../src/db/embedded-postgres.ts";
import { childrenOf, commandOf, findFreePort, type Program, postgresPid, removeData, startProgram } from "./program.ts";

// An audience comes, is cut off, acts and leaves, while something is killed without warning. Afterwards the records are what
// everybody knows that they did. SIMULATED_PEOPLE makes it a larger one.

let folder: string;
let program: Program;
let isRunning = false;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-audience-"));
});
afterEach(async () => {
  if (isRunning) await program.end("SIGKILL");
  await removeData(folder, ["data"]);
});

const PEOPLE = Number(process.env.SIMULATED_PEOPLE ?? 60);
const RUN_MS = Number(process.env.SIMULATED_SECONDS ?? 20) * 1000;

test.each(["the server", "one of two processes", "the database"] as const)(
  "kill -9 of %s: everybody was there for as long as they know, and nothing is doubled",
  async (victim) => {
    const environment = {
      ...{ LECTERN_DATA: join(folder, "data"), PORT: String(await findFreePort()), THROTTLE: "off" },
      ...{ LOG_LEVEL: "silent", PROCESSES: victim === "one of two processes" ? "2" : "1" },
    };
    program = await startProgram(environment);
    isRunning = true;
    const { baseUrl } = program;
    const operatorKey = (await readFile(join(folder, "data", "operator.key"), "utf8")).trim();
    const operator = createOperator({ baseUrl, operatorKey });
    const { clientId, upcomingEventId: eventId } = await operator.call("createDemo");
    await operator.call("startEvent", { params: { clientId, eventId } });
    const guests = await inviteGuests({ operator, baseUrl, clientId, eventId, people: PEOPLE, seed: 7 });
    const presenter = await furnish({ operator, baseUrl, clientId, eventId });
    const hosting = host({ baseUrl, eventId, presenter, ms: RUN_MS });
    const running = runAudience({ baseUrls: [baseUrl], eventId, guests, ms: RUN_MS, seed: 7 });
    await sleep(RUN_MS * 0.4);
    await kill(victim, environment);
    const tally = await running;
    await hosting;
    await program.end("SIGTERM");
    isRunning = false;
    await expectBooks(tally, join(folder, "data", "postgres"));
  },
  600_000,
);

async function kill(victim: string, environment: Record<string, string>): Promise<void> {
  if (victim === "the database") return void process.kill(await postgresPid(join(folder, "data")), "SIGKILL");
  if (victim === "one of two processes") {
    for (const child of await childrenOf(program.pid))
      if ((await commandOf(child)).includes("main.js")) return void process.kill(child, "SIGKILL");
    throw new Error("there is no second process");
  }
  await program.end("SIGKILL");
  program = await startProgram(environment);
}

interface Kept {
  readonly registrantId: number;
  readonly liveOpens: number;
  readonly liveMs: number;
  readonly cumulativeLiveMs: number;
  readonly answeredPolls: number;
  readonly resourcesDownloaded: number;
  readonly ctaClicks: number;
  readonly widgetsOpened: number;
}

/** Counters that go up by one each time the room says that it is done. */
const counters = {
  "polls.answer": "answeredPolls",
  "resources.open": "resourcesDownloaded",
  "calls-to-action.click": "ctaClicks",
  "widgets.open": "widgetsOpened",
} as const satisfies Record<string, keyof Kept>;

async function expectBooks({ eventId, people }: Tally, postgresFolder: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ folder: postgresFolder, log: () => {} });
  const { db, close } = connect(postgres.url, { poolSize: 1 });
  try {
    const attendees = await db.selectFrom("attendees").selectAll().where("eventId", "=", eventId).execute();
    const totals = await db
      .selectFrom("eventTotals")
      .selectAll()
      .where("eventId", "=", eventId)
      .executeTakeFirstOrThrow();
    const came = people.filter(({ pages }) => pages.some(({ spans }) => spans.length > 0));
    const kept = new Map(attendees.map((one) => [one.registrantId, one as Kept]));
    expect([...kept.keys()].sort()).toEqual(came.map(({ registrantId }) => registrantId).sort());
    for (const person of came) expectPerson(person, kept.get(person.registrantId) as Kept);
    for (const kind of Object.keys(counters))
      expect([kind, people.some(({ done }) => (done[kind] ?? 0) > 0) || PEOPLE < 30]).toEqual([kind, true]);
    const sum = (of: (one: Kept) => number) => attendees.reduce((total, one) => total + of(one as Kept), 0);
    expect(totals).toMatchObject({
      attendees: came.length,
      liveAttendees: came.length,
      liveMs: sum(({ liveMs }) => liveMs),
      cumulativeLiveMs: sum(({ cumulativeLiveMs }) => cumulativeLiveMs),
      pollResponses: sum(({ answeredPolls }) => answeredPolls),
      ctaClicks: sum(({ ctaClicks }) => ctaClicks),
    });
  } finally {
    await close();
    await postgres.stop();
  }
}

/** The last second before a kill may be lost, and a connection that broke before its last sign of life arrived. */
const LOST_MS = 2500;

function expectPerson(person: PersonTally, kept: Kept): void {
  const pages = person.pages.filter(({ spans }) => spans.length > 0);
  const slackMs = pages.flatMap(({ spans }) => spans).reduce((sum, span) => sum + span.slackMs, 0);
  const lostMs = LOST_MS * pages.length;
  const within = (ms: number, known: number) => ms >= known - lostMs && ms <= known + slackMs + lostMs;
  expect({
    person: person.email,
    opens: kept.liveOpens,
    isPresenceRight: within(kept.liveMs, presenceMs(person)),
    isUnionRight: within(kept.cumulativeLiveMs, unionMs(person)),
    miscounted: Object.entries(counters).filter(([kind, column]) => {
      const [done, perhaps] = [person.done[kind] ?? 0, person.unanswered[kind] ?? 0];
      return kept[column] < done || kept[column] > done + perhaps;
    }),
    kept,
    knows: { presence: presenceMs(person), union: unionMs(person), slackMs },
  }).toMatchObject({ opens: pages.length, isPresenceRight: true, isUnionRight: true, miscounted: [] });
}
