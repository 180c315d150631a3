// `npm test [vitest arguments]`: everything the tests need, the tests, and one line that counts them.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, install, root } from "./bootstrap.mjs";
import { provideSystemNeeds } from "./system.mjs";

await install({ development: true });
await build({ development: true });
await provideSystemNeeds();

const folder = mkdtempSync(join(tmpdir(), "lectern-tests-"));
const summaryFile = join(folder, "summary.json");
const status = await runVitest(process.argv.slice(2));
const { passed, failed, skipped, files } = readSummary();
rmSync(folder, { recursive: true });
printSlowest(files);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
const ranNothing = passed + failed === 0;
process.exitCode = status || (failed > 0 || ranNothing ? 1 : 0);

function runVitest(extra) {
  const reporters = ["--reporter=default", `--reporter=${join(root, "scripts", "summary-reporter.mjs")}`];
  const args = [join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...reporters, ...extra];
  const env = { ...process.env, LECTERN_TEST_SUMMARY: summaryFile };
  // A group of its own, workers and programs of tests with it: a signal reaches them once, through us, and the count comes after.
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env, detached: true });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.kill(-child.pid, signal));
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

function readSummary() {
  try {
    return JSON.parse(readFileSync(summaryFile, "utf8"));
  } catch {
    // Vitest ended before it could report: that is no success.
    return { passed: 0, failed: 1, skipped: 0, files: [] };
  }
}

/** Tests stay fast as they grow when everybody sees which do not. */
function printSlowest(files) {
  if (files.length < 10) return;
  console.log("The ten slowest files, in seconds:");
  for (const { path, seconds } of files.sort((one, other) => other.seconds - one.seconds).slice(0, 10))
    console.log(`${seconds.toFixed(1).padStart(7)}  ${path}`);
  console.log();
}
