import type { Feature } from "../../../feature.ts";
import { checkTotalsJob } from "./jobs.ts";
import { counterRoutes } from "./routes.ts";

/** Whether all totals are what counting gives. */
export const counters = { name: "counters", web: [counterRoutes], jobs: [checkTotalsJob] } satisfies Feature;
