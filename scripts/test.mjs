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

const folder = mkdtempSync(join(tmpdir(), "lectern-report-"));
const reportFile = join(folder, "report.json");
const status = await runVitest(process.argv.slice(2));
const counts = countTests(reportFile);
rmSync(folder, { recursive: true });
console.log(`${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ""}`);
const ranNothing = counts.passed + counts.failed === 0;
process.exitCode = status || (counts.failed > 0 || ranNothing ? 1 : 0);

function runVitest(extra) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const args = [join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...reporters, ...extra];
  // A group of its own, workers and programs of tests with it: a signal reaches them once, through us, and the count comes after.
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", detached: true });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.kill(-child.pid, signal));
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

function countTests(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Vitest ended before it could report: that is no success.
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const states = report.testResults.flatMap((result) => result.assertionResults.map((test) => test.status));
  const passed = states.filter((state) => state === "passed").length;
  const failed = states.filter((state) => state === "failed").length;
  return { passed, failed: failed + brokenFiles(report), skipped: states.length - passed - failed };
}

/** Files that fail as a whole: they do not load, or what surrounds their tests fails. */
function brokenFiles(report) {
  const isBroken = ({ status, assertionResults }) =>
    status === "failed" && !assertionResults.some((test) => test.status === "failed");
  return report.testResults.filter(isBroken).length;
}
