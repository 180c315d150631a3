import type { Feature } from "../../../feature.ts";
import { frontPages } from "./home.ts";
import { sweepVisitCountsJob } from "./jobs.ts";
import { statusRoutes } from "./routes.ts";

export const status = {
  name: "status",
  routes: [statusRoutes],
  pages: [frontPages],
  jobs: [sweepVisitCountsJob],
} satisfies Feature;
