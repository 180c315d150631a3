import { disableIdleTokensJob } from "./features/accounts/jobs.ts";
import { checkTotalsJob } from "./features/events/jobs.ts";
import { sweepFilesJob } from "./features/files/jobs.ts";
import type { JobDefinition } from "./jobs.ts";

/** Everything that runs in the background: the explicit list. */
export const allJobs: readonly JobDefinition[] = [disableIdleTokensJob, checkTotalsJob, sweepFilesJob];
