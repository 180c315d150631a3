import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { Feature } from "../../../feature.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { forgettingChanges } from "./changes.ts";
import { finishForgettingsJob } from "./jobs.ts";
import { forgetRoutes } from "./routes.ts";
import { forgetOperations } from "./v2.ts";

/** Forgets people everywhere: in the registrants, and in what the other features keep of them. */
export function forgetting(others: readonly Feature[]) {
  const forgetters = others.flatMap(({ forget }) => forget ?? []);
  return {
    name: "forget",
    v2: [(v2: V2, { db }: { db: Kysely<Database> }) => forgetOperations(v2, { db, forgetters })],
    web: [forgetRoutes],
    jobs: [finishForgettingsJob(forgetters)],
    changes: forgettingChanges.kinds,
  } satisfies Feature;
}
