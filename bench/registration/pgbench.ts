import { spawnSync } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Figures, summarise } from "../lib/figures.ts";
import { startProgram } from "../lib/program.ts";
import { bareStatement } from "./bare-statement.ts";
import type { Effort } from "./contender.ts";
import type { BenchDatabase } from "./database.ts";

/** `pgbench (PostgreSQL) 15.1`, or undefined where there is none. */
export function findPgbench(): string | undefined {
  const { status, stdout } = spawnSync("pgbench", ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Runs the bare statement by pgbench, prepared, over the unix socket. */
export async function runPgbench(database: BenchDatabase, folder: string, effort: Effort): Promise<Figures> {
  const script = join(folder, "registration.pgbench");
  await writeFile(script, `\\set n random(1, 9000000000000000)\n${pgbenchStatement(database)};\n`);
  const prefix = "transactions";
  const { connections, warmUpSeconds, seconds } = effort;
  const url = new URL(database.url);
  const args = ["--protocol=prepared", "--no-vacuum", `--file=${script}`, "--log", `--log-prefix=${prefix}`];
  args.push(`--client=${connections}`, `--jobs=${Math.min(2, connections)}`, `--time=${warmUpSeconds + seconds}`);
  args.push(
    `--host=${url.searchParams.get("host")}`,
    `--port=${url.port}`,
    `--username=${url.username}`,
    url.pathname.slice(1),
  );
  const pgbench = startProgram(args, { command: "pgbench", cwd: folder });
  await pgbench.printed(/tps = [\d.]+/);
  await pgbench.stop();
  if (/aborted|ERROR/.test(pgbench.output())) throw new Error(`pgbench failed:\n${pgbench.output()}`);
  const logs = (await readdir(folder))
    .filter((name) => name.startsWith(`${prefix}.`))
    .map((name) => join(folder, name));
  const transactions = (await Promise.all(logs.map((log) => readFile(log, "utf8")))).flatMap(readLog);
  await Promise.all(logs.map((log) => rm(log)));
  return summariseAfterWarmUp(transactions, effort);
}

function pgbenchStatement(database: BenchDatabase): string {
  return bareStatement(database, "format('p.%s.%s@example.com', :client_id::int, :n::bigint)");
}

interface Transaction {
  readonly endedAt: number;
  readonly latencyMs: number;
}

/** Lines of `client number latency-in-µs script seconds µs`. */
function readLog(log: string): Transaction[] {
  const lines = log.split("\n").filter(Boolean);
  return lines.map((line) => {
    const [, , latency = 0, , seconds = 0, micros = 0] = line.split(" ").map(Number);
    return { endedAt: seconds + micros / 1e6, latencyMs: latency / 1000 };
  });
}

function summariseAfterWarmUp(transactions: Transaction[], { warmUpSeconds, seconds }: Effort): Figures {
  const first = transactions.reduce((least, { endedAt }) => Math.min(least, endedAt), Number.POSITIVE_INFINITY);
  const from = first + warmUpSeconds;
  const measured = transactions.filter(({ endedAt }) => endedAt >= from && endedAt < from + seconds);
  return summarise(
    measured.map(({ latencyMs }) => latencyMs),
    seconds,
  );
}
