import type { Feature } from "../../../feature.ts";
import { sweepFilesJob } from "./jobs.ts";
import { fileRoutes } from "./routes.ts";

export const files = {
  name: "files",
  routes: [fileRoutes],
  jobs: [sweepFilesJob],
} satisfies Feature;
