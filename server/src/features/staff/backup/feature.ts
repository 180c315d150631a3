import type { Feature } from "../../../feature.ts";
import { backUpJob } from "./jobs.ts";

export const backups = {
  name: "backup",
  jobs: [backUpJob],
} satisfies Feature;
