import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { until } from "../../test/until.ts";
import { ConversionError } from "./conversion-error.ts";
import { isFull, ProgramFailedError, runProgram } from "./run-program.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-test-program-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a piece of JavaScript as the program. */
function run(script: string, more: { limitSeconds?: number; signal?: AbortSignal; program?: string } = {}) {
  const { program = process.execPath, limitSeconds = 60, signal = new AbortController().signal } = more;
  return runProgram(program, ["-e", script], { folder, limitSeconds, signal, missing: "It is not installed" });
}

test("answers what was printed, cut at a million characters", async () => {
  expect(await run("process.stdout.write('well done')")).toBe("well done");
  const long = await run("process.stdout.write('a'.repeat(5_000_000))");
  expect(long.length).toBeGreaterThanOrEqual(1_000_000);
  expect(long.length).toBeLessThan(1_200_000);
});

test("the program is told nothing of our environment, has no shell, steps back for others, and works in its folder", async () => {
  vi.stubEnv("DATABASE_URL", "postgres://secret");
  const facts = "JSON.stringify({ env: Object.keys(process.env), cwd: process.cwd(), nice: os.getPriority() })";
  const { env, cwd, nice } = JSON.parse(await run(`setTimeout(() => console.log(${facts}), 200)`));
  vi.unstubAllEnvs();
  expect(env.sort()).toEqual(["HOME", "LANG", "PATH", "TMPDIR"]);
  expect([cwd, nice]).toEqual([folder, 10]);
  const given = "$(touch hacked); echo `id`";
  expect(await run(`console.log(${JSON.stringify(given)})`)).toBe(`${given}\n`);
});

test("a program that says no fails with the end of its complaints", async () => {
  const failed = run("console.error('x'.repeat(9000) + 'no such codec'); process.exit(3)");
  await expect(failed).rejects.toThrow(ProgramFailedError);
  await expect(failed).rejects.toThrow(/ended with 3: x+no such codec/);
  await expect(failed).rejects.toSatisfy((error: Error) => error.message.length < 5000);
});

test("a full disk is the server's fault, a missing program has its sentence", async () => {
  const full = run("console.error('x.m4s: No space left on device'); process.exit(1)");
  await expect(full).rejects.not.toBeInstanceOf(ProgramFailedError);
  // Some say so and end well.
  const half = run("console.error('av_interleaved_write_frame(): No space left on device')");
  await expect(half).rejects.toThrow(/lacks room/);
  // Others do not say so at all: then the file system does, if it knows its size.
  const bsize = 4096;
  const free = [0, 255, 256].map((bavail) => isFull({ blocks: 1000, bavail, bsize }));
  expect([...free, isFull({ blocks: 0, bavail: 0, bsize })]).toEqual([true, true, false, false]);
  await expect(run("", { program: "no-such-program" })).rejects.toThrow(new ConversionError("It is not installed"));
});

test("a program that takes too long is killed, and so is one that nobody waits for any more", async () => {
  await expect(run("setInterval(() => {}, 1000)", { limitSeconds: 0.1 })).rejects.toThrow(ConversionError);
  const given = new AbortController();
  const script = `const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    require("node:fs").writeFileSync("pid", String(child.pid)); setInterval(() => {}, 1000);`;
  const running = run(script, { signal: given.signal });
  const pid = await until(async () => Number(await readFile(join(folder, "pid"), "utf8").catch(() => "")));
  given.abort(new Error("not needed"));
  await expect(running).rejects.toThrow("not needed");
  // What it had started is gone too.
  await expect.poll(() => isRunning(pid)).toBe(false);
  await expect(run("", { signal: given.signal })).rejects.toThrow("not needed");
});

/** A killed process whose parent has gone may stay a zombie in a container without an init. */
async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return !/\) Z /.test(status);
}
