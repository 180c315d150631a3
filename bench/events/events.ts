import { join } from "node:path";
import { parseArgs } from "node:util";
import type pg from "pg";
import { type Program, root, startProgram } from "../lib/program.ts";
import { type BenchDatabase, openSandbox, type Sandbox } from "../registration/database.ts";
import { describeMachine } from "../registration/report.ts";
import { type EventRows, readEventRows, startOf, writeEventRows } from "./bare-rows.ts";
import { type ApiClient, createApiClient } from "./client.ts";
import { formatSteps, type Step } from "./report.ts";

const RESOURCES = 100;
const PAGE = 100;
/** Done before anything is measured: the page is full from then on, and the compiler has seen everything. */
const WARM_UP = 100;

/**
 * Measures creating events, finding each in the next list, and copying one with many resources, as their number grows;
 * beside it PostgreSQL alone, which writes and reads the same rows, in turn.
 */
export async function measureEvents(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { events: { type: "string", default: "1000" }, copies: { type: "string", default: "200" } },
  });
  const sandbox = await openSandbox();
  let contest: Contest | undefined;
  try {
    contest = await openContest(sandbox);
    const steps = [
      ...(await measureCreation(contest, readCount("events", values.events))),
      await measureCopies(contest, readCount("copies", values.copies)),
    ];
    console.log(`\n${describeMachine(sandbox.postgresVersion)}\n\n${formatSteps(steps)}\n`);
  } finally {
    await contest?.close();
    await sandbox.close();
  }
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 20) throw new Error(`--${name} must be a whole number of at least 20`);
  return count;
}

/** Lectern as it is started, and a connection to a database of the same schema beside it. */
interface Contest {
  readonly api: ApiClient;
  readonly database: BenchDatabase;
  readonly bare: pg.PoolClient;
  close(): Promise<void>;
}

async function openContest(sandbox: Sandbox): Promise<Contest> {
  const database = await sandbox.createDatabase("bench_events");
  const beside = await sandbox.createDatabase("bench_events_bare");
  const program = startLectern(sandbox, database);
  const [, port] = await program.printed(/ready at http:\/\/[\w.]+:(\d+)/);
  const api = createApiClient(Number(port), database.token);
  const bare = await beside.pool.connect();
  return {
    api,
    database,
    bare,
    async close() {
      api.close();
      bare.release();
      await program.stop();
      await database.close();
      await beside.close();
    },
  };
}

function startLectern(sandbox: Sandbox, database: BenchDatabase): Program {
  return startProgram([join(root, "server/dist/src/program/main.js")], {
    env: {
      DATABASE_URL: database.url,
      LECTERN_DATA: join(sandbox.folder, "events"),
      PORT: "0",
      SERVICES: "web",
      THROTTLE: "off",
      LOG_LEVEL: "warn",
      LECTERN_DEMO: "off",
    },
  });
}

async function measureCreation({ api, database, bare }: Contest, count: number): Promise<Step[]> {
  const { clientId, pool } = database;
  const create = emptyStep("create an event");
  const list = emptyStep(`list the newest ${PAGE}`);
  const page = `itemsperpage=${PAGE}&filterorder=desc&startdate=2027-01-01&enddate=2027-06-01`;
  let rows: EventRows | undefined;
  for (let n = 1 - WARM_UP; n <= count; n++) {
    if (n === 1) {
      // Autovacuum would do it within the minute: plans made for empty tables are none that anybody lives with.
      for (const connection of [pool, bare]) await connection.query("analyze");
      for (const step of [create, list]) step.product.length = step.bare.length = 0;
    }
    const id = await timed(create.product, () => createEvent(api, clientId, n));
    const listed = await timed(list.product, () => api.call("GET", `/client/${clientId}/event?${page}`));
    const { events } = listed as { events: { eventid: number }[] };
    if (events[0]?.eventid !== id) throw new Error(`event ${id} is not in the next list`);
    const written = rows ?? (await readEventRows(pool, id));
    rows = written;
    await timed(create.bare, () => writeEventRows(bare, written, n));
    await timed(list.bare, () => listBare(bare, clientId));
    if (n > 0 && n % 100 === 0) console.error(`${n} events`);
  }
  return [create, list];
}

async function createEvent(api: ApiClient, clientId: number, n: number): Promise<number> {
  const answer = await api.call("POST", `/client/${clientId}/event`, {
    title: `Bench ${n}`,
    eventType: "webcam",
    languageCd: "en",
    timeZone: "America/Los_Angeles",
    liveStart: `${startOf(n).toISOString().slice(0, 19)}+00:00`,
    liveDuration: "60",
    eventAbstract: "What it is about",
    tagCampaign: "bench",
  });
  return (answer as { wccevent: { eventId: number } }).wccevent.eventId;
}

/** What a page of the list is made of at the least: how many there are, and the rows of a hundred. */
async function listBare(bare: pg.PoolClient, clientId: number): Promise<void> {
  const window = "client_id = $1 and starts_at between '2027-01-01' and '2027-06-01' and deleted_at is null";
  await bare.query(`select count(*) from events where ${window}`, [clientId]);
  const text = `select * from (select * from events where ${window} order by starts_at desc, id desc limit ${PAGE}) e
    join event_totals t on t.client_id = e.client_id and t.event_id = e.id`;
  await bare.query(text, [clientId]);
}

async function measureCopies({ api, database, bare }: Contest, count: number): Promise<Step> {
  const { clientId, pool } = database;
  const step = emptyStep(`copy one with ${RESOURCES} resources`);
  const sourceId = await createEvent(api, clientId, 0);
  for (let n = 1; n <= RESOURCES; n++) {
    const form = {
      matchname: "Related Content 1",
      name: `Resource ${n}`,
      type: "URL",
      url: `https://example.com/${n}`,
    };
    await api.call("POST", `/client/${clientId}/event/${sourceId}/relatedcontent`, form);
  }
  let rows: EventRows | undefined;
  for (let n = 1; n <= count; n++) {
    const form = { liveStart: `${startOf(n).toISOString().slice(0, 19)}+00:00`, liveDuration: "60" };
    const answer = await timed(step.product, () =>
      api.call("POST", `/client/${clientId}/event?eventsource=${sourceId}`, form),
    );
    const { eventId } = (answer as { wccevent: { eventId: number } }).wccevent;
    const written = rows ?? (await readEventRows(pool, eventId));
    rows = written;
    const copied = written.below.find(({ name }) => name === "resources")?.rows.length;
    if (copied !== RESOURCES) throw new Error(`the copy ${eventId} has ${copied} resources`);
    await timed(step.bare, () => writeEventRows(bare, written, n));
    if (n % 100 === 0) console.error(`${n} copies`);
  }
  return step;
}

function emptyStep(name: string) {
  return { name, product: [] as number[], bare: [] as number[] };
}

async function timed<T>(latenciesMs: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  latenciesMs.push(performance.now() - start);
  return result;
}
