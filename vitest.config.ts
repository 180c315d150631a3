import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
// Tests start programs and import packages as they are compiled: that is up to date however the tests are begun.
import "./scripts/compile.mjs";

const minutes = 60_000;

/** A busy machine is slow, not broken: a limit only ends what would never end by itself. */
const limits = (limit: number) => ({ testTimeout: limit, hookTimeout: limit, expect: { poll: { timeout: limit } } });

// A worker's files run one after the other and share what the first of them loads: all of the product, and with it an
// app, a database and a browser (server/test/harness.ts). Loading it anew for each file took longer than their tests.
const shared = { pool: "forks", isolate: false, exclude: ["**/{node_modules,dist}/**"] } as const;
const onDatabase = { ...shared, globalSetup: "server/test/global-setup.ts" };

const unit = "**/*.unit.test.ts";
const program = "**/*.program.test.ts";
const browser = "e2e/**/*.test.ts";

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      { test: { ...shared, ...limits(1 * minutes), name: "unit", include: [unit] } },
      {
        test: {
          ...{ ...onDatabase, ...limits(2 * minutes), name: "app", include: ["**/*.test.ts"] },
          exclude: [...shared.exclude, unit, program, browser],
        },
      },
      { test: { ...onDatabase, ...limits(10 * minutes), name: "program", include: [program] } },
      { test: { ...onDatabase, ...limits(10 * minutes), name: "browser", include: [browser] } },
    ],
  },
});
