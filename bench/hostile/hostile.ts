import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { formatTable, median, show } from "../lib/figures.ts";
import { root, startProgram } from "../lib/program.ts";
import { type LoadResult, runLoad } from "../load/run-load.ts";
import { openSandbox } from "../registration/database.ts";
import { holdHalfBodies, hostileRequests } from "./hostile-requests.ts";

const ROUNDS = 3;
const SENDERS = 4;
const HALF_BODIES = 200;
const effort = { connections: 8, warmUpSeconds: 1, seconds: 3, expectedStatus: 200, drainSeconds: 30 };

/** What visitors of the registration page wait for, alone and beside hostile requests of every kind, in turn. */
export async function measureHostile(): Promise<void> {
  const sandbox = await openSandbox();
  try {
    const database = await sandbox.createDatabase("bench_hostile");
    // Without limits, which would refuse nearly all of it before it is read.
    const settings = { SERVICES: "web", LECTERN_DEMO: "off", LOG_LEVEL: "error", PORT: "0", VISIT_LIMITS: "off" };
    const env = { ...settings, DATABASE_URL: database.url, LECTERN_DATA: join(sandbox.folder, "hostile") };
    const program = startProgram([join(root, "server/dist/src/program/main.js")], { env });
    const [, port = ""] = await program.printed(/ready at http:\/\/[\w.]+:(\d+)/);
    const { rows } = await database.pool.query<{ audience_key: string }>("select audience_key from events");
    const page = `/wcc/r/${database.eventId}/${rows[0]?.audience_key}`;
    const alone: LoadResult[] = [];
    const beside: LoadResult[] = [];
    let attack: Attack = { sent: 0, slowestHealthMs: 0, unhealthy: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      alone.push(await visit(Number(port), page));
      attack = await during(Number(port), page, attack, async () => void beside.push(await visit(Number(port), page)));
    }
    print(alone, beside, attack);
    await program.stop();
    await database.close();
  } finally {
    await sandbox.close();
  }
}

function visit(port: number, path: string): Promise<LoadResult> {
  const headers = { accept: "text/html" };
  return runLoad({
    ...effort,
    request: { method: "GET", host: "127.0.0.1", port, path: `${path}?utm_campaign={n}`, headers, body: "" },
  });
}

interface Attack {
  sent: number;
  slowestHealthMs: number;
  unhealthy: number;
}

/** Attacks while something is measured, and asks for the server's health ten times a second. */
async function during(port: number, page: string, before: Attack, measure: () => Promise<void>): Promise<Attack> {
  const attack = { ...before };
  const baseUrl = `http://127.0.0.1:${port}`;
  const halves = holdHalfBodies(port, HALF_BODIES);
  let isOver = false;
  const sender = async () => {
    while (!isOver)
      for (const request of Object.values(hostileRequests)) {
        await request(baseUrl, page).then((answer) => answer.arrayBuffer());
        attack.sent++;
      }
  };
  const watcher = async () => {
    while (!isOver) {
      const askedAt = performance.now();
      if (!(await fetch(`${baseUrl}/health/live`)).ok) attack.unhealthy++;
      attack.slowestHealthMs = Math.max(attack.slowestHealthMs, performance.now() - askedAt);
      await sleep(100);
    }
  };
  const attacking = Promise.all([watcher(), ...Array.from({ length: SENDERS }, sender)]);
  await measure();
  isOver = true;
  await attacking;
  for (const half of halves) half.destroy();
  return attack;
}

function print(alone: LoadResult[], beside: LoadResult[], attack: Attack): void {
  const of = (results: LoadResult[], figure: "perSecond" | "p50Ms" | "p99Ms") =>
    median(results.map((result) => result[figure]));
  const row = (name: string, results: LoadResult[]) => [
    name,
    ...(["perSecond", "p50Ms", "p99Ms"] as const).map((figure) => show(of(results, figure))),
    String(results.reduce((sum, { errors }) => sum + errors, 0)),
  ];
  console.log(
    formatTable(["visitors", "pages/s", "p50 ms", "p99 ms", "errors"], [row("alone", alone), row("beside", beside)]),
  );
  console.log(`\np99 beside / alone: ${show(of(beside, "p99Ms") / of(alone, "p99Ms"))}`);
  console.log(
    `${attack.sent} hostile requests; health: ${attack.unhealthy} refused, slowest ${show(attack.slowestHealthMs)} ms`,
  );
}
