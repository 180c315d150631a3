import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { formatTable, median, show } from "../lib/figures.ts";
import { root, startProgram } from "../lib/program.ts";
import { type LoadResult, runLoad } from "../load/run-load.ts";
import { type BenchDatabase, openSandbox } from "../registration/database.ts";

const CONNECTIONS = [1, 16, 64];
const ROUNDS = 3;
const effort = { warmUpSeconds: 1, seconds: 2, expectedStatus: 200, drainSeconds: 10 };
/** Server time of a page at p99. */
const GOAL_MS = 50;

/**
 * The registration page as visitors without a cookie get it, every visit with campaign parameters of its own, against a bare
 * node:http server that sends the same bytes without making them.
 */
export async function measureRegistrationPage(): Promise<void> {
  const sandbox = await openSandbox();
  try {
    const database = await sandbox.createDatabase("bench_page");
    const program = startProgram([join(root, "server/dist/src/program/main.js")], {
      env: environment(database, sandbox.folder),
    });
    const [, port] = await program.printed(/ready at http:\/\/[\w.]+:(\d+)/);
    const { rows } = await database.pool.query<{ audience_key: string }>("select audience_key from events");
    const path = `/wcc/r/${database.eventId}/${rows[0]?.audience_key}?utm_source=mail&utm_campaign={n}`;
    const page = Buffer.from(await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer());
    const bare = createServer((_request, response) =>
      response.writeHead(200, { "content-type": "text/html", "content-length": page.length }).end(page),
    );
    await new Promise<void>((resolve) => bare.listen(0, "127.0.0.1", resolve));
    const contenders = {
      "Lectern, one process": Number(port),
      "node:http, same bytes": (bare.address() as AddressInfo).port,
    };
    const results = await measureInTurn(contenders, path);
    print(results, page.length);
    bare.close();
    await program.stop();
    await database.close();
  } finally {
    await sandbox.close();
  }
}

function environment({ url }: BenchDatabase, folder: string): Record<string, string> {
  const services = { SERVICES: "web", LECTERN_DEMO: "off", LOG_LEVEL: "warn" };
  return { ...services, DATABASE_URL: url, LECTERN_DATA: join(folder, "page"), PORT: "0" };
}

type Results = Map<string, LoadResult[]>;

async function measureInTurn(contenders: Record<string, number>, path: string): Promise<Results> {
  const results: Results = new Map();
  for (let round = 0; round < ROUNDS; round++)
    for (const connections of CONNECTIONS)
      for (const [name, port] of Object.entries(contenders)) {
        const headers = { accept: "text/html", "accept-language": "de-DE,de;q=0.9,en;q=0.5" };
        const request = { method: "GET" as const, host: "127.0.0.1", port, path, headers, body: "" };
        const result = await runLoad({ ...effort, connections, request });
        if (result.errors > 0) throw new Error(`${name}: ${result.errors} errors, first: ${result.firstError}`);
        const key = `${name}|${connections}`;
        results.set(key, [...(results.get(key) ?? []), result]);
      }
  return results;
}

function print(results: Results, bytes: number): void {
  const of = (key: string, figure: "perSecond" | "p50Ms" | "p99Ms") =>
    median((results.get(key) ?? []).map((result) => result[figure]));
  const rows = [...results.keys()].map((key) => {
    const [name = "", connections = ""] = key.split("|");
    return [name, connections, show(of(key, "perSecond")), show(of(key, "p50Ms")), show(of(key, "p99Ms"))];
  });
  console.log(`page of ${show(bytes)} bytes; medians of ${ROUNDS} interleaved rounds of ${effort.seconds} s\n`);
  console.log(formatTable(["", "connections", "pages/s", "p50 ms", "p99 ms"], rows));
  const worst = Math.max(...CONNECTIONS.map((connections) => of(`Lectern, one process|${connections}`, "p99Ms")));
  console.log(`\nworst p99 ${show(worst)} ms, goal at most ${GOAL_MS}: ${worst <= GOAL_MS ? "reached" : "missed"}`);
}
