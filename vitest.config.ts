import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const globalSetup = "server/test/global-setup.ts";

export default defineConfig({
  test: {
    include: ["{contract,texts,server,sdk,cli,e2e}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    pool: "forks",
    globalSetup: existsSync(globalSetup) ? [globalSetup] : [],
    // A real PostgreSQL and a real browser on a small machine: slow is not broken.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
