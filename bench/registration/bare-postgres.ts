import type { Figures } from "../lib/figures.ts";
import { askProgram } from "../lib/program.ts";
import { bareStatement, createDeltas } from "./bare-statement.ts";
import type { Contender, Effort } from "./contender.ts";
import type { BenchDatabase, Sandbox } from "./database.ts";
import type { DriverJob } from "./driver-loop.ts";
import { findPgbench, runPgbench } from "./pgbench.ts";

/** (a) PostgreSQL alone: what the database gives to a program that asks for one registration at a time. */
export async function startBarePostgres(sandbox: Sandbox): Promise<Contender> {
  const database = await sandbox.createDatabase("bench_a");
  await database.pool.query(createDeltas);
  const pgbench = findPgbench();
  return {
    id: "a",
    name: `PostgreSQL alone (${pgbench?.replace("(PostgreSQL) ", "") ?? "loop of the driver"})`,
    measure: (effort) => (pgbench ? runPgbench(database, sandbox.folder, effort) : runDriver(database, effort)),
    stop: database.close,
  };
}

function runDriver(database: BenchDatabase, effort: Effort): Promise<Figures> {
  const job: DriverJob = { ...effort, url: database.url, statement: bareStatement(database, "$1::text") };
  return askProgram<Figures>(new URL("./driver-loop.js", import.meta.url), job);
}
