import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createOperator } from "@lectern/sdk";
import { runAudience } from "@lectern/simulator/audience";
import { furnish } from "@lectern/simulator/furnish";
import { host } from "@lectern/simulator/host";
import { inviteGuests } from "@lectern/simulator/invite";
import type { Tally } from "@lectern/simulator/tally";
import { type TestContext, test } from "vitest";
import { connect } from "../src/db/database.ts";
import { startEmbeddedPostgres } from "../src/db/embedded-postgres.ts";
import { expectBooks } from "./audience-books.ts";
import { childrenOf, commandOf, findFreePort, postgresPid, removeData, startProgram } from "./program.ts";

// An audience comes, is cut off, acts and leaves, while something is killed without warning. Afterwards the records are what
// everybody knows that they did. SIMULATED_PEOPLE makes it a larger one.

const PEOPLE = Number(process.env.SIMULATED_PEOPLE ?? 60);
const RUN_MS = Number(process.env.SIMULATED_SECONDS ?? 20) * 1000;

/** Small audiences mostly wait, so that all of them can at once. */
const testTogether = PEOPLE <= 100 ? test.concurrent : test;

testTogether.for(["the server", "one of two processes", "the database"] as const)(
  "kill -9 of %s: everybody was there for as long as they know, and nothing is doubled",
  { timeout: 600_000 },
  async (victim, { onTestFinished }) => {
    const data = await makeDataFolder(onTestFinished);
    const house = await openHouse(data, { PROCESSES: victim === "one of two processes" ? "2" : "1" }, onTestFinished);
    const { tally, happenedAt } = await hold(house, () => house.kill(victim));
    await house.close();
    const postgres = await startEmbeddedPostgres({ folder: join(data, "postgres"), log: () => {} });
    const { db, close } = connect(postgres.url, { poolSize: 1 });
    onTestFinished(async () => {
      await close();
      await postgres.stop();
    });
    await expectBooks(db, tally, happenedAt);
  },
);

type Afterwards = TestContext["onTestFinished"];

async function makeDataFolder(afterwards: Afterwards): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-audience-"));
  afterwards(() => removeData(folder, ["data"]));
  return join(folder, "data");
}

type House = Awaited<ReturnType<typeof openHouse>>;

async function openHouse(data: string, settings: Record<string, string>, afterwards: Afterwards) {
  const environment = {
    ...{ LECTERN_DATA: data, PORT: String(await findFreePort()), THROTTLE: "off", LOG_LEVEL: "silent" },
    ...settings,
  };
  let program = await startProgram(environment);
  let isOpen = true;
  afterwards(async () => {
    if (isOpen) await program.end("SIGKILL");
  });
  return {
    baseUrl: program.baseUrl,
    operatorKey: (await readFile(join(data, "operator.key"), "utf8")).trim(),

    async kill(victim: string): Promise<void> {
      if (victim === "the database") return void process.kill(await postgresPid(data), "SIGKILL");
      if (victim === "one of two processes") {
        for (const child of await childrenOf(program.pid))
          if ((await commandOf(child)).includes("main.js")) return void process.kill(child, "SIGKILL");
        throw new Error("there is no second process");
      }
      await program.end("SIGKILL");
      program = await startProgram(environment);
    },

    async close(): Promise<void> {
      await program.end("SIGTERM");
      isOpen = false;
    },
  };
}

interface Held {
  readonly tally: Tally;
  /** Milliseconds since 1970. */
  readonly happenedAt: number;
}

/** A webinar, in the middle of which something happens. */
async function hold({ baseUrl, operatorKey }: House, happen: () => Promise<void>): Promise<Held> {
  const operator = createOperator({ baseUrl, operatorKey });
  const { clientId, upcomingEventId: eventId } = await operator.call("createDemo");
  await operator.call("startEvent", { params: { clientId, eventId } });
  const guests = await inviteGuests({ operator, baseUrl, clientId, eventId, people: PEOPLE, seed: 7 });
  const presenter = await furnish({ operator, baseUrl, clientId, eventId });
  const hosting = host({ baseUrl, eventId, presenter, ms: RUN_MS });
  const running = runAudience({ baseUrls: [baseUrl], eventId, guests, ms: RUN_MS, seed: 7 });
  await sleep(RUN_MS * 0.4);
  const happenedAt = Date.now();
  await happen();
  const tally = await running;
  await hosting;
  return { tally, happenedAt };
}
