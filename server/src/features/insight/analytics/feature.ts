import type { Feature } from "../../../feature.ts";
import { checkTotalsJob } from "./jobs.ts";
import { eventAnalytics } from "./v2.ts";

export const analytics = {
  name: "analytics",
  v2: [eventAnalytics],
  jobs: [checkTotalsJob],
} satisfies Feature;
