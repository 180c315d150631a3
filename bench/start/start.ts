import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatTable, showSpread } from "../lib/figures.ts";
import { root, startProgram } from "../lib/program.ts";
import { installCopy } from "./install.ts";

/** Measures how long a first and a second start take, and an installation up to its first registration. */
export async function measureStart(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: "string", default: "3" } } });
  const rounds = Number(values.rounds);
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const folder = await mkdtemp(join(tmpdir(), "lectern-start-"));
    // Whom PostgreSQL runs as, when we are root, must pass it.
    await chmod(folder, 0o755);
    first.push(await startOnce(folder));
    second.push(await startOnce(folder));
    await rm(folder, { recursive: true, force: true });
  }
  const { installSeconds, installMb, firstCallSeconds } = await installCopy();
  const rows = [
    [`first start to first answer, empty folder, s (n=${rounds})`, showSpread(first)],
    [`second start to first answer, s (n=${rounds})`, showSpread(second)],
    ["npm ci --omit=dev, s", showSpread([installSeconds])],
    ["node_modules, MB", showSpread([installMb])],
    ["npm start in a fresh copy (installs, compiles) to first registration, s", showSpread([firstCallSeconds])],
  ];
  console.log(`\n${formatTable(["start", ""], rows)}\n`);
}

/** Seconds from the start of the compiled program to its first answer. */
async function startOnce(folder: string): Promise<number> {
  const startedAt = performance.now();
  const env = { LECTERN_DATA: join(folder, "data"), PORT: "0", LOG_LEVEL: "warn", DATABASE_URL: "" };
  const program = startProgram([join(root, "server/dist/src/program/main.js")], { env });
  try {
    const [, address] = await program.printed(/ready at (http:\S+)/);
    const answer = await fetch(`${address}/health/ready`);
    await answer.text();
    if (!answer.ok) throw new Error(`the first answer was ${answer.status}`);
    return (performance.now() - startedAt) / 1000;
  } finally {
    await program.stop();
  }
}
