import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "../src/db/database.ts";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../src/db/embedded-postgres.ts";
import { migrate } from "../src/db/migrate.ts";
import { migrateJobs } from "../src/jobs/jobs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the template database; tests clone it. */
    templateUrl: string;
    /** Removed at the end of the run. */
    folder: string;
  }
}

/** One real PostgreSQL for the whole run, with a migrated template database to clone; the first project that needs it starts it. */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const everybody = vitest.getRootProject();
  if (everybody.getProvidedContext().templateUrl) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "lectern-test-"));
  // Nothing of a test run must survive a crash, except in the tests about crashes, which start servers of their own.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "400" };
  const postgres = await startEmbeddedPostgres({ folder: join(folder, "postgres"), log: () => {}, settings });
  const template = connect(postgres.url, { poolSize: 2 });
  await migrate(template.db);
  await migrateJobs(template.pool);
  await template.close();
  everybody.provide("templateUrl", postgres.url);
  everybody.provide("folder", folder);
  return async () => {
    await postgres.stop();
    await removeEmbeddedPostgres(join(folder, "postgres"));
    await rm(folder, { recursive: true, force: true });
  };
}
