import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatTable, showSpread } from "../lib/figures.ts";
import { root, startProgram } from "../lib/program.ts";
import { installCopy } from "./install.ts";

/** Measures how long a first and a second start take, and an installation up to its first registration. */
export async function measureStart(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rounds: { type: "string", default: "3" }, only: { type: "string", default: "starts,install" } },
  });
  const rows: string[][] = [];
  if (values.only.includes("starts")) rows.push(...(await measureStarts(Number(values.rounds))));
  if (values.only.includes("install")) rows.push(...(await measureInstall()));
  console.log(`\n${formatTable(["start", ""], rows)}\n`);
}

/** With the demo and without in turn, so that a noisy moment hits both. */
async function measureStarts(rounds: number): Promise<string[][]> {
  const [first, bare, second]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    await inFolder(async (folder) => {
      first.push(await startOnce(folder));
      second.push(await startOnce(folder));
    });
    await inFolder(async (folder) => bare.push(await startOnce(folder, { LECTERN_DEMO: "off" })));
  }
  return [
    [`first start to first answer, empty folder, s (n=${rounds})`, showSpread(first)],
    [`the same without a demo, s (n=${rounds})`, showSpread(bare)],
    [`second start to first answer, s (n=${rounds})`, showSpread(second)],
  ];
}

async function measureInstall(): Promise<string[][]> {
  const { installSeconds, installMb, firstCallSeconds } = await installCopy();
  return [
    ["npm ci --omit=dev, s", showSpread([installSeconds])],
    ["node_modules, MB", showSpread([installMb])],
    ["npm start in a fresh copy (installs, compiles) to first registration, s", showSpread([firstCallSeconds])],
  ];
}

async function inFolder(run: (folder: string) => Promise<unknown>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-start-"));
  // Whom PostgreSQL runs as, when we are root, must pass it.
  await chmod(folder, 0o755);
  await run(folder);
  await rm(folder, { recursive: true, force: true });
}

/** Seconds from the start of the compiled program to its first answer. */
async function startOnce(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<number> {
  const startedAt = performance.now();
  const env = { LECTERN_DATA: join(folder, "data"), PORT: "0", LOG_LEVEL: "warn", DATABASE_URL: "", ...settings };
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
