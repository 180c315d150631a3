// A reporter of Vitest: what a run came to, as JSON in the file that LECTERN_TEST_SUMMARY names, for test.mjs to tell.
import { writeFileSync } from "node:fs";

// biome-ignore lint/style/noDefaultExport: Vitest looks for nothing else in a reporter's file
export default class SummaryReporter {
  onTestRunEnd(modules, errors) {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state) => states.filter((one) => one === state).length;
    const failed = count("failed") + modules.filter(isBroken).length + errors.length;
    const files = modules.map((module) => ({ path: module.relativeModuleId, seconds: secondsOf(module) }));
    const summary = { passed: count("passed"), failed, skipped: count("skipped"), files };
    writeFileSync(process.env.LECTERN_TEST_SUMMARY, JSON.stringify(summary));
  }
}

/** Of a file that fails as a whole: it does not load, or what surrounds its tests fails. */
function isBroken(module) {
  return module.state() === "failed" && ![...module.children.allTests("failed")].length;
}

/** Loading, which is also what stands at the top of the file, and the tests. */
function secondsOf(module) {
  const { collectDuration, duration } = module.diagnostic();
  return (collectDuration + duration) / 1_000;
}
