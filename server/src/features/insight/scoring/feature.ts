import type { Feature } from "../../../feature.ts";
import { foldGainsJob, scoreAttendeesJob } from "./jobs.ts";
import { scoringRoutes } from "./routes.ts";

/** What each client's engagement scores are made of. */
export const scoring = {
  name: "scoring",
  web: [scoringRoutes],
  jobs: [scoreAttendeesJob, foldGainsJob],
} satisfies Feature;
